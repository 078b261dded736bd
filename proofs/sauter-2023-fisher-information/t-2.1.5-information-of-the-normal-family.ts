import { calculation, normal } from 'fisher-rao';

export const informationOfTheNormalFamily = calculation({
  label: 'T-2.1.5',
  title: 'its information is diag(1, 2)/sigma^2',
  family: normal(),
  claim: 'metric(mu, mu) = metric(sigma, sigma)/2 = 1/sigma^2 + metric(mu, sigma)',
  expected: 'proved',
});

export const informationInTheVariance = calculation({
  label: 'T-2.1.5/variance',
  title: 'in the coordinates (mu, v = sigma^2) it is diag(1/v, 1/(2 v^2))',
  family: normal(),
  symbols: { v: 'real' },
  claim: 'at(metric(sigma, sigma), sigma, sqrt(v))*D(sqrt(v), v)^2 = 1/(2*v^2)',
  expected: 'proved',
});
