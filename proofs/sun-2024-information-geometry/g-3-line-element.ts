/** G-3: the line element is the variance of the change of the log-density. */
import { calculation, normal } from 'fisher-rao';

export const lineElement = calculation({
  label: 'G-3',
  title: 'the square of the line element is the variance of d log p; here for the normal family',
  family: normal(),
  symbols: { u: 'real', v: 'real' },
  definitions: { change: 'u*D(logdensity, mu) + v*D(logdensity, sigma)' },
  claim: 'E((change)^2) = u^2*metric(mu, mu) + 2*u*v*metric(mu, sigma) + v^2*metric(sigma, sigma)',
  expected: 'proved',
});
