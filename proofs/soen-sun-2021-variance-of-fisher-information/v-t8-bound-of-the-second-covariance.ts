/** Theorem 8: a bound of the covariance of the second estimator. */
import { experiment } from 'fisher-rao';
import { covarianceNorm, factors } from './network-norms.ts';
import { analysed, drawFewLabels, drawNetwork } from './networks.ts';

export const theoremEight = experiment({
  label: 'V-T8',
  title: 'Theorem 8 on random networks: the covariance over all labels, against derivatives of outputs and F',
  claim: '|Cov(I_2)| <= |∂²h|^2 |I(h)|',
  expected: 'supported',
  relation: 'atMost',
  tolerance: 1e-10,
  draw: (seed) => drawNetwork(seed),
  cases: 200,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { curvature, information } = factors(at);
    const scale = curvature ** 2 * information || 1;
    return { left: covarianceNorm(at, 'second') / scale, right: (curvature ** 2 * information) / scale };
  },
});

export const equalityForOneOutput = experiment({
  label: 'V-T8/one-output',
  title: 'for one output it is an equality: the bound cannot be improved by a factor',
  claim: '|Cov(I_2)| = |∂²h|^2 I',
  expected: 'supported',
  tolerance: 1e-10,
  draw: (seed) => drawFewLabels(seed % 4 === 1 ? seed + 1 : seed),
  cases: 40,
  evaluate: async (network) => {
    const [at] = await analysed(network);
    const { curvature, information } = factors(at);
    const scale = curvature ** 2 * information || 1;
    return { left: covarianceNorm(at, 'second') / scale, right: (curvature ** 2 * information) / scale };
  },
});
