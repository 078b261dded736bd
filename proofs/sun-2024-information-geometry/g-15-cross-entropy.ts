/** G-15: cross-entropy and divergence. */
import { by, experiment, start, statement, theoremOf } from 'fisher-rao';
import { crossEntropy as crossEntropyOfLaws } from '../appendix-information-in-networks/a-a.2-cross-entropy.ts';
import { integral } from '../numbers.ts';

export const crossEntropyOfPointMasses = experiment({
  label: 'G-15',
  title: 'the cross-entropy is KL up to a constant (as printed), the entropy of one data point being zero',
  claim: 'CE - KL = 0 for a target N(0, s^2) that is almost a point, against N(0, 1)',
  expected: 'refuted',
  instances: [{ s: 1e-6 }, { s: 1e-100 }],
  // Both integrals by quadrature, in units of the width s.
  evaluate: ({ s }) => {
    const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const logModel = (z: number): number => -((s * z) ** 2) / 2 - Math.log(2 * Math.PI) / 2;
    const logTarget = (z: number): number => Math.log(density(z)) - Math.log(s);
    const crossEntropy = integral((z) => -density(z) * logModel(z), -12, 12);
    const divergence = integral((z) => density(z) * (logTarget(z) - logModel(z)), -12, 12);
    return { left: crossEntropy - divergence, right: 0 };
  },
});

const { claim, given } = crossEntropyOfLaws;

export const crossEntropy = statement({
  label: 'G-15/repaired',
  title: 'where the entropy exists, as for discrete targets, CE(p, q) = H(p) + KL(p | q)',
  given,
  claim,
  expected: 'proved',
  proof: () => start(claim.left).equals(claim.right, by.theorem(theoremOf(crossEntropyOfLaws))),
});
