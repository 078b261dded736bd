/**
 * A matrix u_ij of each of n independent observations, and their sum; what is assumed where all observations have one law. For
 * the estimators u_ij are products of scores, or entries of Hessians, at the label of an observation.
 */
import { assume, type Direction, declare, type Natural, next, type Term, term } from 'fisher-rao';
import { f, family, joint, n, observation, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import { i, j, k, l } from './exponential-outputs.ts';

const { add, fraction, multiply, subtract, sum, sumUpTo } = term;

/** The matrix of each observation, and the sum over the first n. */
const u = declare.function('u', [α, observation(α), i, j]);
export const one = (number: Natural, row: Direction, column: Direction): Term =>
  u(number, observation(number), row, column);
export const S = declare.recursionWith('S', family, [i, j], {
  zero: () => fraction(0, 1),
  next: (earlier, { n: number, x }, row: Direction, column: Direction) =>
    add(earlier(row, column), u(next(number), x, row, column)),
});

export const meanOfSample = (length: Natural | number, quantity: Term): Term =>
  sum(sample(length), multiply(joint(length, sample(length)), quantity));
export const meanOfOne = (number: Natural, quantity: Term): Term =>
  sum(observation(number), multiply(f(number, observation(number)), quantity));

export const v = sample(n);
export const last = observation(next(n));
export const both = multiply(joint(n, v), f(next(n), last));

/** S_ij, and the means of it, of S_ij S_kl, and their covariance. */
export const sumOf = (length: Natural | number, row: Direction, column: Direction): Term =>
  S(length, sample(length), row, column);
export const meanOfSum = (length: Natural | number, row: Direction = i, column: Direction = j): Term =>
  meanOfSample(length, sumOf(length, row, column));
export const secondMoment = (length: Natural | number): Term =>
  meanOfSample(length, multiply(sumOf(length, i, j), sumOf(length, k, l)));
export const covarianceOfSums = (length: Natural | number): Term =>
  subtract(secondMoment(length), multiply(meanOfSum(length, i, j), meanOfSum(length, k, l)));

/** The density of each is normalised, and the means of u_ij and of u_ij u_kl exist. */
export const lawOfEach = [assume.normalised(f)];
export const independent = [
  ...lawOfEach,
  ...[one(α, i, j), multiply(one(α, i, j), one(α, k, l))].map((quantity) =>
    assume.integrable(multiply(f(α, observation(α)), quantity), observation(α)),
  ),
];

/** E[u_ij u_kl] - E[u_ij] E[u_kl] for one observation. */
export const covarianceOfOne = (number: Natural): Term =>
  subtract(
    meanOfOne(number, multiply(one(number, i, j), one(number, k, l))),
    multiply(meanOfOne(number, one(number, i, j)), meanOfOne(number, one(number, k, l))),
  );

/** All observations have the same means m_ij of u_ij and c_ijkl of u_ij u_kl, as those of one law have. */
export const m = declare.function('m', [i, j]);
export const c = declare.function('c', [i, j, k, l]);
export const N = sumUpTo(α, n, 1);
export const equalMeans = assume.equation('one mean of u', meanOfOne(α, one(α, i, j)), m(i, j));
export const equalProducts = assume.equation(
  'one mean of u u',
  meanOfOne(α, multiply(one(α, i, j), one(α, k, l))),
  c(i, j, k, l),
);

/** The same where u is made of one label of the law in `exponential-outputs.ts`: of mean `meanOf(i, j)`, and so on. */
export const ofOneLaw = (
  meanOf: (row: Direction, column: Direction) => Term,
  meanOfProduct: (row: Direction, column: Direction, otherRow: Direction, otherColumn: Direction) => Term,
) => ({
  equations: [
    assume.equation('u has the mean of one label', meanOfOne(α, one(α, i, j)), meanOf(i, j)),
    assume.equation(
      'u u has the mean of one label',
      meanOfOne(α, multiply(one(α, i, j), one(α, k, l))),
      meanOfProduct(i, j, k, l),
    ),
  ],
  functions: [
    [m, meanOf],
    [c, meanOfProduct],
  ] as const,
});
