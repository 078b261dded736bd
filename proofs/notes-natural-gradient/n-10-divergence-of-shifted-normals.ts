/** N-10: between normal distributions of equal width the divergence is exactly quadratic. */
import { calculation, normal } from 'fisher-rao';

export const divergenceOfShiftedNormals = calculation({
  label: 'N-10',
  title: 'KL between shifted normal distributions is (m - mu)^2/(2 sigma^2), with the curvature F',
  family: normal(),
  symbols: { m: 'real' },
  definitions: { KL: 'E(logdensity - (-(x - m)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2))' },
  claim: 'KL = (m - mu)^2/(2*sigma^2) = metric(mu, mu)*(m - mu)^2/2',
  expected: 'proved',
});
