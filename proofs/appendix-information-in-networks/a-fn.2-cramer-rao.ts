/** A-fn.2: the precision of an unbiased estimator is at most the information, for all regular families (Cramer-Rao). */
import {
  assume,
  bernoulli,
  by,
  calculation,
  type Direction,
  declare,
  inequality,
  normal,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { informationIsAdditive } from '../sauter-2023-fisher-information/information-is-additive.ts';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import { f, joint, n, observation, regularEach, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import { p, regularX, scoreAlong, X, x } from './setting.ts';

const { delta, derivative, fraction, multiply, square, subtract, sum, sumUpTo } = term;

/** A weight and two functions, for Cauchy-Schwarz. */
export const weight = declare.function('w', X);
export const first = declare.function('u', X);
export const second = declare.function('v', X);
const other = declare.point('o', X);
const mean = (of: Term): Term => sum(x, multiply(weight(x), of));
const crossed = subtract(multiply(first(x), second(other)), multiply(first(other), second(x)));

export const cauchySchwarz = statement({
  label: 'A-fn.2/cauchy-schwarz',
  title:
    'the step behind it, (∫ w u v)^2 <= ∫ w u^2 ∫ w v^2 for a weight w >= 0: the difference is a double integral of squares',
  given: [
    assume.nonnegative(weight),
    assume.integrable(multiply(weight(x), square(first(x))), x),
    assume.integrable(multiply(weight(x), first(x), second(x)), x),
    assume.integrable(multiply(weight(x), square(second(x))), x),
  ],
  claim: inequality(
    square(mean(multiply(first(x), second(x)))),
    multiply(mean(square(first(x))), mean(square(second(x)))),
  ),
  expected: 'proved',
  proof: () =>
    start(square(mean(multiply(first(x), second(x))))).atMost(
      multiply(mean(square(first(x))), mean(square(second(x)))),
      by.difference(multiply(fraction(1, 2), sum(x, sum(other, multiply(weight(x), weight(other), square(crossed)))))),
      by.linearity,
    ),
});

/** Coordinates to sum over, and numbers c, u that go with them. */
const [k, m] = [declare.direction('k'), declare.direction('m')];
const c = declare.function('c', [k]);
const u = declare.function('u', [k]);

/** An estimator T_k of each coordinate, and its mean. */
const T = declare.function('T', [k, x]);
const o = declare.point('o', X);
const meanOf = (of: Direction): Term => sum(o, multiply(p(o), T(of, o)));

/** Σ_k c_k (T_k - E T_k) and Σ_m u_m ∂_m log p. */
const deviation = (at: PointVariable): Term => sum(k, multiply(c(k), subtract(T(k, at), meanOf(k))));
const scoreAlongU = (at: PointVariable): Term => sum(m, multiply(u(m), scoreAlong(m, p(at))));

/** The variance of Σ_k c_k T_k, and the information along u. */
const variance = sum(x, multiply(p(x), square(deviation(x))));
const information = sum(
  k,
  sum(m, multiply(u(k), u(m), sum(x, multiply(p(x), scoreAlong(k, p(x)), scoreAlong(m, p(x)))))),
);

/** A regular family, and an estimator with variances whose mean may be differentiated under the integral. */
const estimation = [
  ...regularX,
  assume.constant(T),
  assume.exchange(multiply(p(x), T(k, x)), 1, x),
  assume.integrable(multiply(p(x), T(k, x), T(m, x)), x),
];

const slope = square(sum(k, sum(m, multiply(c(k), u(m), derivative(m, meanOf(k))))));

export const covarianceForm = statement({
  label: 'A-fn.2/covariance',
  title: 'for any estimators T_k, numbers c and u: (Σ c_k u_m ∂_m E T_k)^2 <= Var(Σ c_k T_k) Σ u_k u_m F_km',
  given: estimation,
  claim: inequality(slope, multiply(variance, information)),
  expected: 'proved',
  proof: () => {
    const covariance = (of: Direction, along: Direction): Term =>
      sum(x, multiply(p(x), T(of, x), scoreAlong(along, p(x))));
    const meanScore = sum(x, multiply(p(x), scoreAlong(m, p(x))));
    const both = sum(x, multiply(p(x), deviation(x), scoreAlongU(x)));
    return start(slope)
      .equals(
        square(sum(k, sum(m, multiply(c(k), u(m), covariance(k, m))))),
        by.derivativeOfSum,
        by.differentiation,
        by.logarithmicDerivative,
      )
      .equals(
        square(sum(k, sum(m, multiply(c(k), u(m), subtract(covariance(k, m), multiply(meanOf(k), meanScore)))))),
        by.theorem(theoremOf(scoreHasMeanZero)),
      )
      .equals(square(both), by.rearrangement)
      .atMost(
        multiply(variance, sum(x, multiply(p(x), square(scoreAlongU(x))))),
        by.theorem(theoremOf(cauchySchwarz), {
          functions: [
            [weight, (at: PointVariable) => p(at)],
            [first, (at: PointVariable) => deviation(at)],
            [second, (at: PointVariable) => scoreAlongU(at)],
          ],
        }),
      )
      .equals(multiply(variance, information), by.rearrangement);
  },
});

const unbiased = assume.equation('T is unbiased: ∂_m E T_k = δ_km', derivative(m, meanOf(k)), delta(k, m));

export const cramerRao = statement({
  label: 'A-fn.2',
  title:
    'of an unbiased estimator: (Σ c_k u_k)^2 <= Var(Σ c_k T_k) Σ u_k u_m F_km for all c and u, which says that F is at least its precision, the inverse of its covariance',
  given: [...estimation, unbiased],
  claim: inequality(square(sum(k, multiply(c(k), u(k)))), multiply(variance, information)),
  expected: 'proved',
  proof: () =>
    start(square(sum(k, multiply(c(k), u(k)))))
      .equals(slope, by.assumption(unbiased), by.delta, by.linearity)
      .atMost(multiply(variance, information), by.theorem(theoremOf(covarianceForm))),
});

/** An estimator of each coordinate from n independent observations, its mean, and the variance of Σ_k c_k T_k. */
const w = sample(n);
const v = declare.point('v', w.space);
const ofSample = declare.function('T', [n, k, w]);
const meanOfSample = (of: Direction): Term => sum(v, multiply(joint(n, v), ofSample(n, of, v)));
const varianceOfSample = sum(
  w,
  multiply(joint(n, w), square(sum(k, multiply(c(k), subtract(ofSample(n, k, w), meanOfSample(k)))))),
);
const unbiasedOfSample = assume.equation(
  'T is unbiased: ∂_m E T_k = δ_km',
  derivative(m, meanOfSample(k)),
  delta(k, m),
);
const alongU = (entry: Term): Term => sum(k, sum(m, multiply(u(k), u(m), entry)));
const ofTheSample = sum(w, multiply(joint(n, w), scoreAlong(k, joint(n, w)), scoreAlong(m, joint(n, w))));
const z = observation(α);
const ofEach = sumUpTo(α, n, sum(z, multiply(f(α, z), scoreAlong(k, f(α, z)), scoreAlong(m, f(α, z)))));

export const cramerRaoOfASample = statement({
  label: 'A-fn.2/n-observations',
  title:
    'and of an unbiased estimator from n independent observations the informations of all of them add up: for equal ones n F is at least its precision',
  given: [
    ...regularEach,
    assume.constant(ofSample),
    assume.exchange(multiply(joint(n, w), ofSample(n, k, w)), 1, w),
    assume.integrable(multiply(joint(n, w), ofSample(n, k, w), ofSample(n, m, w)), w),
    unbiasedOfSample,
  ],
  claim: inequality(square(sum(k, multiply(c(k), u(k)))), multiply(varianceOfSample, alongU(ofEach))),
  expected: 'proved',
  proof: () =>
    start(square(sum(k, multiply(c(k), u(k)))))
      .atMost(
        multiply(varianceOfSample, alongU(ofTheSample)),
        by.theorem(theoremOf(cramerRao), {
          spaces: { X: w.space },
          functions: [
            [p, (at: PointVariable) => joint(n, at)],
            [T, (of: Direction, at: PointVariable) => ofSample(n, of, at)],
          ],
          discharging: [theoremOf(jointProbabilityIsNormalised)],
        }),
      )
      .equals(multiply(varianceOfSample, alongU(ofEach)), by.theorem(theoremOf(informationIsAdditive))),
});

export const coin = calculation({
  label: 'A-fn.2/coin',
  title: 'for a coin T = x attains the bound: its variance is 1/F = theta (1 - theta)',
  family: bernoulli(),
  claim: 'E((x - theta)^2) = 1/metric(theta, theta)',
  expected: 'proved',
});

export const normalMean = calculation({
  label: 'A-fn.2/normal',
  title: 'and so does the mean of n normal observations',
  family: normal(),
  symbols: { n: 'real' },
  claim: 'E((x - mu)^2)/n = 1/(n*metric(mu, mu))',
  expected: 'proved',
});
