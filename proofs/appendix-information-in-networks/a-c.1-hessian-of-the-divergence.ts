import { experiment, statement } from 'fisher-rao';
import { atTheBasePoint, hessianInTheFirstArgument, hessianIsInformation } from '../divergence.ts';
import { shifted } from './setting.ts';

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
  title: 'for a regular family F is the Hessian of KL(p_θ0 | p_θ) in θ, at θ0; any dimension',
  given: atTheBasePoint,
  ...hessianIsInformation,
  expected: 'proved',
});

export const hessianInEitherArgument = statement({
  label: 'A-C.1/either-argument',
  title: 'and so is that in the first argument, of KL(p_θ | p_θ0)',
  ...hessianInTheFirstArgument,
  expected: 'proved',
});
