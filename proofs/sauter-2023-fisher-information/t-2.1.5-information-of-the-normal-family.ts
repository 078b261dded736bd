import { calculation, normal } from 'fisher-rao';

export const informationOfTheNormalFamily = calculation({
  label: 'T-2.1.5',
  title: 'its information is diag(1, 2)/sigma^2, by both definitions: here for mu',
  family: normal(),
  claim: 'metric(mu, mu) = E(D(logdensity, mu)^2) = -E(D(D(logdensity, mu), mu)) = 1/sigma^2',
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

export const informationInTheWidth = calculation({
  label: 'T-2.1.5/sigma',
  title: 'for sigma',
  family: normal(),
  claim: 'metric(sigma, sigma) = E(D(logdensity, sigma)^2) = -E(D(D(logdensity, sigma), sigma)) = 2/sigma^2',
  expected: 'proved',
});

export const informationOffTheDiagonal = calculation({
  label: 'T-2.1.5/off-diagonal',
  title: 'and for both',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma)) = -E(D(D(logdensity, mu), sigma)) = 0',
  expected: 'proved',
});
