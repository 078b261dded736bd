/**
 * The divergence KL(r | p) of a fixed law r from an undetermined one, p: its derivatives in the parameter of p, and their
 * values at the parameter where p is r. All in any dimension, for all families on the sample space.
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
  regularX,
  score,
  twiceRegularX,
  X,
  x,
} from './sauter-2023-fisher-information/setting.ts';
import { twoFormsOfTheMetric } from './sauter-2023-fisher-information/two-forms-of-the-metric.ts';

const { add, derivative, fraction, log, multiply, negate, subtract, sum } = term;

/** The fixed law. */
export const r = declare.function('r', X);

/** KL(r | p). */
const logRatio = multiply(r(x), subtract(log(r(x)), log(p(x))));
export const divergence = sum(x, logRatio);

/** What its derivatives need: r does not depend on the parameter, KL may be differentiated so often under the integral. */
const besideAFixed = (regular: readonly Assumption[], order: number): readonly Assumption[] => [
  ...regular,
  assume.positive(r),
  assume.constant(r),
  assume.exchange(logRatio, order, x),
];
export const besideAFixedLaw = besideAFixed(twiceRegularX, 2);
export const besideAFixedLawOnce = besideAFixed(regularX, 1);

/** Minus the mean of the score under r, which is the gradient of the divergence. */
export const minusMeanScore = (along: Direction): Term => negate(sum(x, multiply(r(x), score(along, p(x)))));

/** Minus the mean Hessian of log p under r, which is the Hessian of the divergence. */
export const minusMeanHessian = (one: Direction, other: Direction): Term =>
  negate(sum(x, multiply(r(x), derivative(one, derivative(other, log(p(x)))))));

/** At the parameter in question p is r. No derivative of r occurs where this is used. */
const basePoint = assume.equation('at the base point r is p', r(x), p(x));

/** What values at that point need, on spaces that are not finite the existence of the means under r. */
export const atTheBasePoint = [
  ...twiceRegularX,
  assume.positive(r),
  basePoint,
  assume.integrable(logRatio, x),
  assume.integrable(multiply(r(x), score(i, p(x))), x),
  assume.integrable(multiply(r(x), derivative(i, derivative(j, log(p(x))))), x),
];

/** There the Hessian of the divergence is the information. */
export const hessianIsInformation = {
  claim: equation(minusMeanHessian(i, j), information(x, p(x))),
  proof: (): Chain =>
    start(minusMeanHessian(i, j))
      .equals(negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x)))))), by.assumption(basePoint))
      .equals(information(x, p(x)), by.theorem(theoremOf(twoFormsOfTheMetric))),
};

/** A displacement: its component along a coordinate. */
type Displacement = (along: Direction) => Term;

/** Coordinates to sum over, and an arbitrary displacement. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const anyDisplacement: Displacement = declare.function('e', k.space);

/** Half of the quadratic form of a displacement. */
const form = (of: Displacement, entry: (one: Direction, other: Direction) => Term): Term =>
  multiply(fraction(1, 2), sum(k, sum(m, multiply(of(k), of(m), entry(k, m)))));
const informationAlong = (one: Direction, other: Direction): Term =>
  expectation(x, p(x), multiply(score(one, p(x)), score(other, p(x))));
const hessian = (one: Direction, other: Direction): Term =>
  negate(expectation(x, p(x), derivative(one, derivative(other, log(p(x))))));

/** The Taylor polynomial of second order there, and why it is half of e F e. */
const polynomial = (of: Displacement): Term =>
  add(divergence, sum(k, multiply(of(k), minusMeanScore(k))), form(of, minusMeanHessian));
const expansion = (of: Displacement): ChainWriter =>
  start(polynomial(of))
    .equals(
      add(negate(sum(k, multiply(of(k), expectation(x, p(x), score(k, p(x)))))), form(of, hessian)),
      by.assumption(basePoint),
      by.linearity,
    )
    .equals(form(of, hessian), by.theorem(theoremOf(scoreHasMeanZero)), by.linearity)
    .equals(form(of, informationAlong), by.theorem(theoremOf(twoFormsOfTheMetric)));

/** At the base point the Taylor polynomial of second order in a displacement e is half of e F e. */
export const secondOrder = {
  claim: equation(polynomial(anyDisplacement), form(anyDisplacement, informationAlong)),
  proof: (): Chain => expansion(anyDisplacement),
};

/** The step -η g: a gradient by its components, and a number η, the value of a function at any point. */
const gradient = declare.function('g', k.space);
const eta = declare.function('η', X)(declare.point('o', X));
const step: Displacement = (along) => negate(multiply(eta, gradient(along)));
const ofTheStep = multiply(eta, eta, form(gradient, informationAlong));

/** For the step -η g it is η² g F g/2. */
export const secondOrderOfAStep = {
  claim: equation(polynomial(step), ofTheStep),
  proof: (): Chain => expansion(step).equals(ofTheStep, by.rearrangement),
};
