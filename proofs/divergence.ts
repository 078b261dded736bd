/**
 * The divergence KL(r | p) of a fixed law r from an undetermined one, p: its derivatives in the parameter of p, and their
 * values at the parameter where p is r. All in any dimension, for all families on the sample space.
 */
import {
  assume,
  by,
  type Chain,
  type Claim,
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

const { add, derivative, fraction, log, multiply, negate, subtract, sum } = term;

/** The fixed law. */
export const r = declare.function('r', X);

/** Its probabilities do not depend on the parameter. */
export const fixed = assume.equation('r is fixed', derivative(i, r(x)), 0);

/** What the derivatives of the divergence need. */
export const besideAFixedLaw = [...twiceRegularX, assume.positive(r), assume.differentiable(r, 2), fixed];

/** KL(r | p). */
export const divergence = sum(x, multiply(r(x), subtract(log(r(x)), log(p(x)))));

/** Minus the mean of the score under r, which is the gradient of the divergence. */
export const minusMeanScore = (along: Direction): Term => negate(sum(x, multiply(r(x), score(along, p(x)))));

/** Minus the mean Hessian of log p under r, which is the Hessian of the divergence. */
export const minusMeanHessian = (one: Direction, other: Direction): Term =>
  negate(sum(x, multiply(r(x), derivative(one, derivative(other, log(p(x)))))));

/** At the parameter in question p is r. No derivative of r occurs where this is used. */
const basePoint = assume.equation('at the base point r is p', r(x), p(x));

/** What values at that point need. */
export const atTheBasePoint = [...twiceRegularX, assume.positive(r), basePoint];

/** There the Hessian of the divergence is the information. */
export const hessianIsInformation = {
  claim: equation(minusMeanHessian(i, j), information(x, p(x))),
  proof: (): Chain =>
    start(minusMeanHessian(i, j))
      .equals(negate(expectation(x, p(x), derivative(i, derivative(j, log(p(x)))))), by.assumption(basePoint))
      .equals(information(x, p(x)), by.theorem(theoremOf(twoFormsOfTheMetric))),
};

/** A displacement by its components, and coordinates to sum over. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const e = declare.function('e', k.space);
const form = (entry: (one: Direction, other: Direction) => Term): Term =>
  multiply(fraction(1, 2), sum(k, sum(m, multiply(e(k), e(m), entry(k, m)))));
const informationAlong = (one: Direction, other: Direction): Term =>
  expectation(x, p(x), multiply(score(one, p(x)), score(other, p(x))));

/** Its Taylor polynomial of second order there, in a displacement e, is half of e F e. */
export const secondOrder: { readonly claim: Claim; readonly proof: () => Chain } = {
  claim: equation(
    add(divergence, sum(k, multiply(e(k), minusMeanScore(k))), form(minusMeanHessian)),
    form(informationAlong),
  ),
  proof: () => {
    const atPoint = (of: (one: Direction, other: Direction) => Term) =>
      add(negate(sum(k, multiply(e(k), expectation(x, p(x), score(k, p(x)))))), form(of));
    const hessian = (one: Direction, other: Direction): Term =>
      negate(expectation(x, p(x), derivative(one, derivative(other, log(p(x))))));
    return start(add(divergence, sum(k, multiply(e(k), minusMeanScore(k))), form(minusMeanHessian)))
      .equals(atPoint(hessian), by.assumption(basePoint), by.linearity)
      .equals(form(hessian), by.theorem(theoremOf(scoreHasMeanZero)), by.linearity)
      .equals(form(informationAlong), by.theorem(theoremOf(twoFormsOfTheMetric)));
  },
};
