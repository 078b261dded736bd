import { calculation, normal } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';

export const informationIsMetric = calculation({
  ...meanOfTwo,
  label: 'T-2.3.4',
  title:
    'the information is a Riemannian metric (as printed): only the zero vector has length zero, in N(a + b, s^2) for the vector (1, -1)',
  claim: `1 <= ${pulledBack('(a + b)', 'a', 'a')} - 2*${pulledBack('(a + b)', 'a', 'b')} + ${pulledBack('(a + b)', 'b', 'b')}`,
  expected: 'refuted',
});

export const informationIsMetricRepaired = calculation({
  label: 'T-2.3.4/repaired',
  title: 'where it is positive definite: for the normal family the determinant is 2/sigma^4',
  family: normal(),
  claim: 'metric(mu, mu)*metric(sigma, sigma) - metric(mu, sigma)^2 = 2/sigma^4',
  expected: 'proved',
});
