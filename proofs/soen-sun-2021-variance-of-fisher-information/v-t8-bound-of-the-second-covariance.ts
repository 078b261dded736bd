import { bound } from './bounds.ts';

export const theoremEight = bound(
  'V-T8',
  'Theorem 8: a bound of the covariance of the second estimator',
  '|Cov(I_2)| <= |d^2 h|^2 |I|',
  (n) => [n.second, n.hessian ** 2 * n.information],
);
