import { calculation, normal } from 'fisher-rao';

export const smoothFamily = calculation({
  label: 'T-2.2.M2',
  title:
    'a smooth family with n parameters is an n-dimensional manifold (as printed): the metric of N(a + b, 1) is not singular',
  symbols: { a: 'real', b: 'real', m: 'real' },
  // All entries of the information are the derivative of the mean along one times that along the other.
  definitions: { det: 'D(a + b, a)^2*D(a + b, b)^2 - (D(a + b, a)*D(a + b, b))^2' },
  claim: 'det = 1',
  expected: 'refuted',
});

export const independentScores = calculation({
  label: 'T-2.2.M2/repaired',
  title: 'it needs independent scores: in N(m, s^2) they are, the determinant is 2/s^4',
  family: normal(),
  claim: 'metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2 = 2/sigma^4',
  expected: 'proved',
});
