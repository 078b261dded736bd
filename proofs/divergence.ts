/**
 * The divergence KL(r | p) of a fixed law r from an undetermined one, p, with its derivatives in the parameter of p; that
 * of the law at θ0, with the values of its derivatives at θ0. All in any dimension, for all families on the sample space.
 */
import {
  type Assumption,
  assume,
  by,
  type Chain,
  type ChainWriter,
  type Direction,
  declare,
  equation,
  start,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { scoreHasMeanZero } from './sauter-2023-fisher-information/score-has-mean-zero.ts';
import {
  expectation,
  i,
  information,
  j,
  p,
  score,
  twiceRegularX,
  X,
  x,
} from './sauter-2023-fisher-information/setting.ts';
import { twoFormsOfTheMetric } from './sauter-2023-fisher-information/two-forms-of-the-metric.ts';

const { add, at, derivative, fraction, log, multiply, negate, subtract, sum } = term;

/** The fixed law. */
export const r = declare.function('r', X);

/** KL(r | p). */
const logRatio = multiply(r(x), subtract(log(r(x)), log(p(x))));
export const divergence = sum(x, logRatio);

/** What its derivatives need: r does not depend on the parameter, KL may be differentiated so often under the integral. */
const besideAFixed = (order: number): readonly Assumption[] => [
  assume.positive(p),
  assume.differentiable(p, order),
  assume.positive(r),
  assume.constant(r),
  assume.exchange(logRatio, order, x),
];
export const besideAFixedLaw = besideAFixed(2);
export const besideAFixedLawOnce = besideAFixed(1);

/** Minus the mean of the score under r, which is the gradient of the divergence. */
export const minusMeanScore = (along: Direction): Term => negate(sum(x, multiply(r(x), score(along, p(x)))));

/** Minus the mean Hessian of log p under r, which is the Hessian of the divergence. */
export const minusMeanHessian = (one: Direction, other: Direction): Term =>
  negate(sum(x, multiply(r(x), derivative(one, derivative(other, log(p(x)))))));

/** A value of the parameter, the law there, and its divergence KL(p_θ0 | p_θ) as a function of θ. */
export const θ0 = declare.parameter('θ0');
export const there = at(p(x), θ0);
const ratioThere = multiply(there, subtract(log(there), log(p(x))));
export const divergenceFrom = sum(x, ratioThere);

/** What values at θ0 of its derivatives need. */
export const atTheBasePoint = [...twiceRegularX, assume.exchange(ratioThere, 2, x)];

/** Its gradient and Hessian, at any θ. */
const gradientFrom = (along: Direction): Term => negate(sum(x, multiply(there, score(along, p(x)))));
const hessianFrom = (one: Direction, other: Direction): Term =>
  negate(sum(x, multiply(there, derivative(one, derivative(other, log(p(x)))))));

/** Minus the mean Hessian of log p under p itself, and the information. */
const hessian = (one: Direction, other: Direction): Term =>
  negate(expectation(x, p(x), derivative(one, derivative(other, log(p(x))))));
const informationAlong = (one: Direction, other: Direction): Term =>
  expectation(x, p(x), multiply(score(one, p(x)), score(other, p(x))));

/** Derivatives under the sum, of products in which the law at θ0 does not depend on θ. */
const underTheSum = [by.derivativeOfSum, by.differentiation, by.logarithmicDerivative, by.linearity];

/** The Hessian of KL(p_θ0 | p_θ) in θ, at θ = θ0, is the information there. */
export const hessianIsInformation = {
  claim: equation(at(derivative(i, derivative(j, divergenceFrom)), θ0), at(information(x, p(x)), θ0)),
  proof: (): Chain =>
    start(at(derivative(i, derivative(j, divergenceFrom)), θ0))
      .equals(at(derivative(i, gradientFrom(j)), θ0), ...underTheSum)
      .equals(at(hessianFrom(i, j), θ0), ...underTheSum)
      .equals(at(hessian(i, j), θ0), by.evaluation)
      .equals(at(information(x, p(x)), θ0), by.theorem(theoremOf(twoFormsOfTheMetric))),
};

/** KL(p_θ | p_θ0), its first argument being the free one. */
const ratioTo = multiply(p(x), subtract(log(p(x)), log(there)));
export const divergenceTo = sum(x, ratioTo);

/** The Hessian in the first argument is the information too. */
export const hessianInTheFirstArgument = {
  given: [...twiceRegularX, assume.exchange(ratioTo, 2, x)],
  claim: equation(at(derivative(i, derivative(j, divergenceTo)), θ0), at(information(x, p(x)), θ0)),
  proof: (): Chain => {
    const logRatio = subtract(log(p(x)), log(there));
    const [first, second] = [derivative(j, p(x)), derivative(i, derivative(j, p(x)))];
    const product = multiply(p(x), score(i, p(x)), score(j, p(x)));
    return start(at(derivative(i, derivative(j, divergenceTo)), θ0))
      .equals(at(derivative(i, sum(x, add(multiply(first, logRatio), first))), θ0), ...underTheSum)
      .equals(at(sum(x, add(multiply(second, logRatio), product, second)), θ0), ...underTheSum)
      .equals(
        at(add(information(x, p(x)), derivative(i, derivative(j, sum(x, p(x))))), θ0),
        by.evaluation,
        ...underTheSum,
      )
      .equals(at(information(x, p(x)), θ0), by.normalisation(p), by.differentiation);
  },
};

/** A displacement: its component along a coordinate. */
type Displacement = (along: Direction) => Term;

/** Coordinates to sum over, and an arbitrary displacement. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const anyDisplacement: Displacement = declare.function('e', k.space);

/** Half of the quadratic form of a displacement. */
const form = (of: Displacement, entry: (one: Direction, other: Direction) => Term): Term =>
  multiply(fraction(1, 2), sum(k, sum(m, multiply(of(k), of(m), at(entry(k, m), θ0)))));

/** A Taylor polynomial of second order at θ0, with this value, gradient and Hessian. */
const polynomial = (
  of: Displacement,
  value: Term,
  gradient: Displacement,
  entry: (one: Direction, other: Direction) => Term,
): Term => add(at(value, θ0), sum(k, multiply(of(k), at(gradient(k), θ0))), form(of, entry));

/** That of KL(p_θ0 | p_θ), and why it is half of e F e. */
const polynomialOfTheDivergence = (of: Displacement): Term =>
  polynomial(
    of,
    divergenceFrom,
    (along) => derivative(along, divergenceFrom),
    (one, other) => derivative(one, derivative(other, divergenceFrom)),
  );
const expansion = (of: Displacement): ChainWriter =>
  start(polynomialOfTheDivergence(of))
    .equals(
      polynomial(of, divergenceFrom, gradientFrom, (one, other) => derivative(one, gradientFrom(other))),
      ...underTheSum,
    )
    .equals(polynomial(of, divergenceFrom, gradientFrom, hessianFrom), ...underTheSum)
    .equals(
      add(negate(sum(k, multiply(of(k), at(expectation(x, p(x), score(k, p(x))), θ0)))), form(of, hessian)),
      by.evaluation,
      by.linearity,
    )
    .equals(form(of, hessian), by.theorem(theoremOf(scoreHasMeanZero)), by.evaluation, by.linearity)
    .equals(form(of, informationAlong), by.theorem(theoremOf(twoFormsOfTheMetric)));

/** At θ0 the Taylor polynomial of second order in a displacement e is half of e F e. */
export const secondOrder = {
  claim: equation(polynomialOfTheDivergence(anyDisplacement), form(anyDisplacement, informationAlong)),
  proof: (): Chain => expansion(anyDisplacement),
};

/** The step -η g: a gradient by its components, and a number η, the value of a function at any point. */
const gradient = declare.function('g', k.space);
const eta = declare.function('η', X)(declare.point('o', X));
const step: Displacement = (along) => negate(multiply(eta, gradient(along)));
const ofTheStep = multiply(eta, eta, form(gradient, informationAlong));

/** For the step -η g it is η² g F g/2. */
export const secondOrderOfAStep = {
  claim: equation(polynomialOfTheDivergence(step), ofTheStep),
  proof: (): Chain => expansion(step).equals(ofTheStep, by.rearrangement),
};
