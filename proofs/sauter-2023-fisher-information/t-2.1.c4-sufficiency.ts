/**
 * A statistic y of an observation x, by its law k(y|x) given x, which does not depend on θ: it never carries more
 * information than x, in no direction u; and all of it where x given y does not depend on θ. For statistics on finite and
 * countable spaces, k(y|x) is 1 where y = t(x) and 0 elsewhere; noise has a density.
 */
import {
  assume,
  binomial,
  by,
  calculation,
  type Direction,
  declare,
  equation,
  inequality,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { cauchySchwarz, first, second, weight } from '../appendix-information-in-networks/a-fn.2-cramer-rao.ts';
import { i, information, p, q, regularX, regularY, score, x, y } from './setting.ts';

const { derivative, divide, fraction, multiply, square, subtract, sum } = term;

export const sufficiency = calculation({
  label: 'T-2.1.C4',
  title:
    'the number of heads carries the information of the record, n/(theta (1 - theta)), n times that of one toss (T-A.1.2), by both definitions; any n',
  family: binomial(),
  claim:
    'metric(theta, theta) = E(D(logdensity, theta)^2) = -E(D(D(logdensity, theta), theta)) = n/(theta*(1 - theta))',
  expected: 'proved',
});

/** The law of the statistic given the observation, and a vector. */
const kernel = declare.function('k', [x, y]);
const m = declare.direction('m');
const u = declare.function('u', [m]);

/** Σ_m u_m ∂_m log p and Σ_m u_m ∂_m q. */
const scoreOf = (density: (at: PointVariable) => Term, at: PointVariable): Term =>
  sum(m, multiply(u(m), score(m, density(at))));
const slope = sum(m, multiply(u(m), derivative(m, q(y))));

/** ∫ k(y|x) p(x) s(x)^2 dx. */
const share = sum(x, multiply(kernel(x, y), p(x), square(scoreOf(p, x))));

const law = assume.equation('q is the law of the statistic', q(y), sum(x, multiply(kernel(x, y), p(x))));
const processed = [
  ...regularX,
  assume.positive(q),
  assume.differentiable(q),
  assume.nonnegative(kernel),
  assume.constant(kernel),
  law,
  assume.exchange(multiply(kernel(x, y), p(x)), 1, x),
  assume.integrable(multiply(kernel(x, y), p(x), score(i, p(x)), score(m, p(x))), x, y),
];

export const informationAtAPoint = statement({
  label: 'T-2.1.C4/at-each-value',
  title:
    'at each value y of a statistic (Σ u_m ∂_m q)^2 <= q times the mean square of the score over the x that lead to y',
  given: processed,
  claim: inequality(square(slope), multiply(share, q(y))),
  expected: 'proved',
  proof: () => {
    const moved = sum(x, multiply(kernel(x, y), p(x), scoreOf(p, x)));
    return start(square(slope))
      .equals(square(sum(m, multiply(u(m), derivative(m, sum(x, multiply(kernel(x, y), p(x))))))), by.assumption(law))
      .equals(
        square(sum(m, multiply(u(m), sum(x, multiply(kernel(x, y), p(x), score(m, p(x))))))),
        by.derivativeOfSum,
        by.differentiation,
        by.logarithmicDerivative,
      )
      .equals(square(moved), by.rearrangement)
      .atMost(
        multiply(share, sum(x, multiply(kernel(x, y), p(x)))),
        by.theorem(theoremOf(cauchySchwarz), {
          functions: [
            [weight, (at: PointVariable) => multiply(kernel(at, y), p(at))],
            [first, (at: PointVariable) => scoreOf(p, at)],
            [second, () => fraction(1, 1)],
          ],
        }),
      )
      .equals(multiply(share, q(y)), by.assumption(law));
  },
});

const ofTheStatistic = sum(y, multiply(q(y), square(scoreOf(q, y))));
const ofTheObservation = sum(x, multiply(p(x), square(scoreOf(p, x))));

export const dataProcessing = statement({
  label: 'T-2.1.C4/data-processing',
  title: 'no statistic carries more information than the observation, in any direction u of the parameter',
  given: [
    ...processed,
    assume.equation('the statistic has a value', sum(y, kernel(x, y)), 1),
    assume.integrable(multiply(q(y), score(i, q(y)), score(m, q(y))), y),
  ],
  claim: inequality(ofTheStatistic, ofTheObservation),
  expected: 'proved',
  proof: () => {
    const relative = sum(y, divide(square(slope), q(y)));
    const difference = sum(y, divide(subtract(multiply(share, q(y)), square(slope)), q(y)));
    const both = multiply(kernel(x, y), p(x), square(scoreOf(p, x)));
    return start(ofTheStatistic)
      .equals(relative, by.logarithmicDerivative, by.linearity)
      .atMost(sum(y, share), by.difference(difference), by.theorem(theoremOf(informationAtAPoint)), by.linearity)
      .equals(sum(x, sum(y, both)), by.interchange)
      .equals(sum(x, multiply(p(x), square(scoreOf(p, x)), sum(y, kernel(x, y)))), by.linearity)
      .equals(ofTheObservation, by.assumption(assume.equation('the statistic has a value', sum(y, kernel(x, y)), 1)));
  },
});

/** What is left of an observation (y, z) when y is known, with its law h(y, z) given y. */
const Z = declare.measureSpace('Z');
const z = declare.point('z', Z);
const rest = declare.function('h', [y, z]);
const whole = multiply(q(y), rest(y, z));
const ofBoth = (one: Direction, other: Direction): Term =>
  sum(y, sum(z, multiply(whole, score(one, whole), score(other, whole))));
const j = declare.direction('j');

export const sufficientStatistic = statement({
  label: 'T-2.1.C4/factorisation',
  title:
    'a sufficient statistic y carries all of it: the observation (y, z) has the density q(y|θ) h(z|y), h free of θ',
  given: [
    ...regularY,
    assume.positive(rest),
    assume.constant(rest),
    assume.equation('h is the law of the rest', sum(z, rest(y, z)), 1),
  ],
  claim: equation(ofBoth(i, j), information(y, q(y))),
  expected: 'proved',
  proof: () =>
    start(ofBoth(i, j))
      .equals(
        sum(y, multiply(q(y), score(i, q(y)), score(j, q(y)), sum(z, rest(y, z)))),
        by.logarithmicDerivative,
        by.differentiation,
        by.linearity,
      )
      .equals(information(y, q(y)), by.assumption(assume.equation('h is the law of the rest', sum(z, rest(y, z)), 1))),
});

export const largestOfThree = calculation({
  label: 'T-2.1.C4/largest-of-three',
  title: 'and one that is not sufficient carries less: the largest of three tosses',
  // It is 0 with probability (1 - t)^3.
  symbols: { t: 'unit' },
  definitions: { q: '(1 - t)^3', information: 'D(q, t)^2/(q*(1 - q))' },
  claim: 'information <= 3/(t*(1 - t))',
  difference: '3*(1 + 2*(1 - t))/((1 - t)*(3*(1 - t) + t^2))',
  expected: 'proved',
});
