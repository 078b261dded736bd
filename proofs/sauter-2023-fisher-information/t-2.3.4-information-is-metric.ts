import { calculation, normal } from 'fisher-rao';

export const informationIsMetric = calculation({
  label: 'T-2.3.4',
  title: 'the information is a Riemannian metric (as printed): its determinant is not zero, for N(a + b, 1)',
  symbols: { a: 'real', b: 'real' },
  definitions: { det: 'D(a + b, a)^2*D(a + b, b)^2 - (D(a + b, a)*D(a + b, b))^2' },
  claim: 'det = D(a + b, a)',
  expected: 'refuted',
});

export const informationIsMetricRepaired = calculation({
  label: 'T-2.3.4/repaired',
  title: 'where it is positive definite: for the normal family the determinant is 2/sigma^4',
  family: normal(),
  claim: 'metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2 = 2/sigma^4',
  expected: 'proved',
});
