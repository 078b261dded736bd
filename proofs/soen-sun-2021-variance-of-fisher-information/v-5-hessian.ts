import { calculation } from 'fisher-rao';
import { twoOutputs } from './estimators.ts';

export const hessian = calculation({
  ...twoOutputs,
  label: 'V-5',
  title: 'the Hessian is (t - eta) d^2 h - J^T I J: for any outputs and any F',
  claim: 'D(D(l, a), b) = (t - Fx)*D(D(h(a, b), a), b) + (u - Fy)*D(D(k(a, b), a), b) - (metric12)',
  expected: 'proved',
});
