import { bernoulli, calculation, normal } from 'fisher-rao';

export const zeroInformation = calculation({
  label: 'T-2.1.1a',
  title: 'the information may vanish: that of t in N(t^3, 1) is 9 t^4',
  family: normal(),
  symbols: { t: 'real' },
  definitions: { pulled: 'at(at(metric(mu, mu), mu, t^3), sigma, 1)*D(t^3, t)^2' },
  claim: 'pulled = 9*t^4',
  expected: 'proved',
});

export const infiniteInformation = calculation({
  label: 'T-2.1.1a/infinite',
  title: 'and it may diverge: that of a coin is 1/(theta (1 - theta)), at least 1/theta',
  family: bernoulli(),
  claim: 'metric(theta, theta) = 1/(theta*(1 - theta)) = 1/theta + 1/(1 - theta)',
  expected: 'proved',
});
