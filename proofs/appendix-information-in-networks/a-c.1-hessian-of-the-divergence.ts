import { calculation, experiment } from 'fisher-rao';
import { shifted, threeOutcomes } from './setting.ts';

export const hessianOfTheDivergence = experiment({
  label: 'A-C.1',
  title: 'F is the Hessian of KL (as printed, without regularity): the shifted exponential, where E[s^2] is 1',
  claim: 'the second difference of KL over h^2 = E[s^2]',
  expected: 'refuted',
  instances: [{ h: 0.1 }],
  // One-sided, since the divergence is infinite on the other side.
  evaluate: ({ h }) => ({ left: (shifted(0, -2 * h) - 2 * shifted(0, -h) + shifted(0, 0)) / h ** 2, right: 1 }),
});

export const hessianOfTheDivergenceOfRegularFamilies = calculation({
  ...threeOutcomes,
  label: 'A-C.1/repaired',
  title: 'for a regular family F is the Hessian of KL in either argument; three outcomes, arbitrary probabilities',
  claim: 'at(D(D(KL, u), u), u, t) = F = at(D(D(KL, t), t), u, t)',
  expected: 'proved',
});
