import { calculation } from 'fisher-rao';
import { firstVector, twoVectors } from './tangent-space.ts';

export const orthogonality = calculation({
  ...twoVectors,
  label: 'T-2.2.13a',
  title: 'mean and width of the normal family are orthogonal, and |A|^2 = sum_ij A_i A_j g_ij',
  claim: `metric(mu, sigma) = 0 = E(${firstVector}^2) - (a^2*metric(mu, mu) + b^2*metric(sigma, sigma))`,
  expected: 'proved',
});
