/** Theorem 7: a bound of the covariance of the first estimator. */
import { experiment } from 'fisher-rao';
import { covarianceNorm, factors } from './network-norms.ts';
import { analysed, drawFewLabels, drawNetwork } from './networks.ts';

export const theoremSeven = experiment({
  label: 'V-T7',
  title: 'Theorem 7 on random networks: the covariance over all labels, against derivatives of outputs and F',
  claim: '|Cov(I_1)| <= |J|^4 |K - I ⊗ I|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 200,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { jacobian, moment } = factors(at);
    const scale = jacobian ** 4 * moment || 1;
    return { left: covarianceNorm(at, 'first') / scale, right: (jacobian ** 4 * moment) / scale };
  },
});

export const equalityForOneOutput = experiment({
  label: 'V-T7/one-output',
  title: 'for one output it is an equality: the bound cannot be improved by a factor',
  claim: '|Cov(I_1)| = |J|^4 (K - I^2)',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawFewLabels(seed % 4 === 1 ? seed + 1 : seed),
  cases: 40,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { jacobian, moment } = factors(at);
    const scale = jacobian ** 4 * moment || 1;
    return { left: covarianceNorm(at, 'first') / scale, right: (jacobian ** 4 * moment) / scale };
  },
});
