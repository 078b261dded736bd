import { bernoulli, calculation, productFamily } from 'fisher-rao';

/** The covariance of the products of the first two and the last two. */
const covariance = (a: string, b: string, c: string, d: string): string =>
  `E(${a}*${b}*${c}*${d}) - E(${a}*${b})*E(${c}*${d})`;
const [first, second] = ['(x_1 - theta_1)', '(x_2 - theta_2)'];

export const zeroVariance = calculation({
  label: 'V-B2',
  title:
    'at p = 1/2 the variance of the first estimator is zero regardless of h (as printed): the entry 1, 2 of two independent outputs, where it is 1/16',
  family: productFamily([bernoulli(), bernoulli()]),
  claim: `at(at(${covariance(first, second, first, second)}, theta_1, 1/2), theta_2, 1/2) = 0`,
  expected: 'refuted',
});

const score = (slope: string): string => `(${slope}*(x - theta))`;

export const zeroVarianceOfOneOutput = calculation({
  label: 'V-B2/repaired',
  title: 'for a single Bernoulli output it is, regardless of the slopes i, j, k, l: the scores are i (x - p) and so on',
  family: bernoulli(),
  symbols: { i: 'real', j: 'real', k: 'real', l: 'real' },
  claim: `at(${covariance(score('i'), score('j'), score('k'), score('l'))}, theta, 1/2) = 0`,
  expected: 'proved',
});
