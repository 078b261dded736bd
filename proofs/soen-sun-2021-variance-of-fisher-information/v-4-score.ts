import { calculation } from 'fisher-rao';
import { twoOutputs } from './estimators.ts';

export const score = calculation({
  ...twoOutputs,
  label: 'V-4',
  title: 'the score is J^T (t - eta): for any outputs and any F',
  claim: 'D(l, a) = D(h(a, b), a)*(t - Fx) + D(k(a, b), a)*(u - Fy)',
  expected: 'proved',
});
