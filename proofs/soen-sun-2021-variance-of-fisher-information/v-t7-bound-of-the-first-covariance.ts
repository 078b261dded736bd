import { calculation } from 'fisher-rao';
import { bound } from './bounds.ts';

export const theoremSeven = bound(
  'V-T7',
  'Theorem 7: a bound of the covariance of the first estimator',
  '|Cov(I_1)| <= |J|^4 |K - I I|',
  (n) => [n.first, n.jacobian ** 4 * n.moment],
);

export const equalityForOneOutput = calculation({
  label: 'V-T7/one-output',
  title:
    'for one output with the gradient (u, v) Theorem 7 is an equality: the squares of all products of four add up to |J|^8',
  symbols: { u: 'real', v: 'real' },
  // Products with k factors u and 4 - k factors v occur C(4, k) times.
  claim: 'u^8 + 4*u^6*v^2 + 6*u^4*v^4 + 4*u^2*v^6 + v^8 = (u^2 + v^2)^4',
  expected: 'proved',
});
