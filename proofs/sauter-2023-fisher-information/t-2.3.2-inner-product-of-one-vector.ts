import { calculation, experiment, normal } from 'fisher-rao';

export const innerProductOfOneVector = experiment({
  label: 'T-2.3.2',
  title: 'the inner product is that of a basis vector with itself (as printed): it gives all entries of the metric',
  claim:
    'the diagonal determines the off-diagonal: N(a + b, 1) and N(a - b, 1), both with diagonal (1, 1), have the same',
  expected: 'refuted',
  instances: [{ first: [1, 1], second: [1, -1] }],
  evaluate: ({ first: u, second: v }) => ({ left: u[0] * u[1], right: v[0] * v[1] }),
});

export const innerProductOfTwoVectors = calculation({
  label: 'T-2.3.2/repaired',
  title: 'it is that of two of them: the product of their scores',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma))',
  expected: 'proved',
});
