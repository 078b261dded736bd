import { calculation } from 'fisher-rao';
import { twoOutputs } from './estimators.ts';

export const twoEstimators = calculation({
  ...twoOutputs,
  label: 'V-2e',
  title:
    "the two estimators from one outcome differ by the second derivative of the likelihood over it: s s + H = p''/p",
  claim: 'D(l, a)*D(l, b) + D(D(l, a), b) = D(D(exp(l), a), b)/exp(l)',
  expected: 'proved',
});
