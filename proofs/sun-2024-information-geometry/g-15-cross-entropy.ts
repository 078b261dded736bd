/** G-15: cross-entropy and divergence. */
import { calculation, experiment } from 'fisher-rao';

export const crossEntropyOfPointMasses = experiment({
  label: 'G-15',
  title: 'the cross-entropy is KL up to a constant (as printed), the entropy of one data point being zero',
  claim: 'CE - KL = 0 for a target N(0, s^2) that is almost a point, against N(0, 1)',
  expected: 'refuted',
  instances: [{ s: 1e-6 }, { s: 1e-100 }],
  evaluate: ({ s }) => {
    const crossEntropy = Math.log(2 * Math.PI) / 2 + s ** 2 / 2;
    const divergence = -Math.log(s) + (s ** 2 - 1) / 2;
    return { left: crossEntropy - divergence, right: 0 };
  },
});

export const crossEntropy = calculation({
  label: 'G-15/repaired',
  title: 'for discrete targets CE(p, q) = H(p) + KL(p | q)',
  symbols: { p1: 'real', p2: 'real', p3: 'real', q1: 'real', q2: 'real', q3: 'real' },
  definitions: {
    CE: '-p1*log(q1) - p2*log(q2) - p3*log(q3)',
    H: '-p1*log(p1) - p2*log(p2) - p3*log(p3)',
    KL: 'p1*log(p1/q1) + p2*log(p2/q2) + p3*log(p3/q3)',
  },
  claim: 'CE = H + KL',
  expected: 'proved',
});
