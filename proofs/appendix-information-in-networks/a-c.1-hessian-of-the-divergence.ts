import { calculation, experiment, statement } from 'fisher-rao';
import { atTheBasePoint, hessianIsInformation } from '../divergence.ts';
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

export const hessianOfTheDivergenceOfRegularFamilies = statement({
  label: 'A-C.1/repaired',
  title:
    'for a regular family the Hessian of KL(r | p) in the parameter of p, which is -sum r d_i d_j log p (N-9), is F where p is r',
  given: atTheBasePoint,
  ...hessianIsInformation,
  expected: 'proved',
});

export const hessianInEitherArgument = calculation({
  ...threeOutcomes,
  label: 'A-C.1/either-argument',
  title:
    'and so is that in the other argument; three outcomes with arbitrary probabilities, both evaluated at one point',
  claim: 'at(D(D(KL, u), u), u, t) = F = at(D(D(KL, t), t), u, t)',
  expected: 'proved',
});
