import { bernoulli, calculation, normal, poisson } from 'fisher-rao';

export const figureOneBernoulli = calculation({
  label: 'V-Fig1',
  title: 'figure 1, Bernoulli: K = p (1 - p) (1 - 3 p + 3 p^2), K - I^2 = p (1 - p) (1 - 2 p)^2',
  family: bernoulli(),
  definitions: { K: 'E((x - theta)^4)', I: 'E((x - theta)^2)' },
  claim: 'K - theta*(1 - theta)*(1 - 3*theta + 3*theta^2) = 0 = K - I^2 - theta*(1 - theta)*(1 - 2*theta)^2',
  expected: 'proved',
});

export const figureOneNormal = calculation({
  label: 'V-Fig1/normal',
  title: 'figure 1, normal of unit width: 3 and 2',
  family: normal(),
  definitions: { K: 'at(E((x - mu)^4), sigma, 1)', I: 'at(E((x - mu)^2), sigma, 1)' },
  claim: 'K - 3 = 0 = K - I^2 - 2',
  expected: 'proved',
});

export const figureOnePoisson = calculation({
  label: 'V-Fig1/poisson',
  title: 'figure 1, Poisson: lambda + 3 lambda^2 and lambda + 2 lambda^2',
  family: poisson(),
  definitions: { K: 'E((x - lambda)^4)', I: 'E((x - lambda)^2)' },
  claim: 'K - lambda - 3*lambda^2 = 0 = K - I^2 - lambda - 2*lambda^2',
  expected: 'proved',
});
