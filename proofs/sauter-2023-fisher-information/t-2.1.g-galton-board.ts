import { binomial, calculation, experiment } from 'fisher-rao';
import { binomialMass } from './coins-and-boards.ts';

/** The standard normal distribution function, by its series. */
function normalCdf(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [term, sum] = [z, z];
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 400; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

function largestCdfError(n: number): number {
  const deviation = Math.sqrt(n) / 2;
  let [cdf, worst] = [0, 0];
  for (let k = 0; k <= n; k++) {
    cdf += binomialMass(n, k, 0.5);
    worst = Math.max(worst, Math.abs(cdf - normalCdf((k + 0.5 - n / 2) / deviation)));
  }
  return worst;
}

export const galtonBoard = experiment({
  label: 'T-2.1.G',
  title: 'binomial distributions approximate the normal distribution (as printed): for a board of any size',
  claim: 'the distribution functions differ by less than 1e-3',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ n: 100 }, { n: 12 }],
  evaluate: ({ n }) => ({ left: largestCdfError(n), right: 1e-3 }),
});

export const normalApproximation = experiment({
  label: 'T-2.1.G/approximation',
  title: 'the normal distribution approximates large boards: the error falls as 1/n',
  claim: 'the largest errors for n = 12, 100, 1000 are 2.37e-3, 2.73e-4, 2.72e-5',
  expected: 'supported',
  tolerance: 2e-5,
  certain: 1e-3,
  instances: [{ sizes: [12, 100, 1000], errors: [2.37e-3, 2.73e-4, 2.72e-5] }],
  evaluate: ({ sizes, errors }) => ({ left: sizes.map(largestCdfError), right: errors }),
});

export const varianceOfTheBoard = calculation({
  label: 'T-2.1.G/repaired',
  title:
    'the normal distribution with the mean n p and the variance n p (1 - p) of the board is the approximation; any n: the variance',
  family: binomial(),
  claim: 'E((x - n*theta)^2) = n*theta*(1 - theta)',
  expected: 'proved',
});

export const meanOfTheBoard = calculation({
  label: 'T-2.1.G/mean',
  title: 'and the mean',
  family: binomial(),
  claim: 'E(x) = n*theta',
  expected: 'proved',
});
