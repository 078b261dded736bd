import { calculation, normal } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';

export const innerProductOfOneVector = calculation({
  ...meanOfTwo,
  label: 'T-2.3.2',
  title:
    'the inner product is that of a basis vector with itself (as printed), so that the diagonal determines the metric: N(a + b, s^2) and N(a - b, s^2) have the same one',
  claim: `${pulledBack('(a + b)', 'a', 'b')} = ${pulledBack('(a - b)', 'a', 'b')}`,
  expected: 'refuted',
});

export const innerProductOfTwoVectors = calculation({
  label: 'T-2.3.2/repaired',
  title: 'it is that of two of them: the product of their scores',
  family: normal(),
  claim: 'metric(mu, sigma) = E(D(logdensity, mu)*D(logdensity, sigma))',
  expected: 'proved',
});

export const sameDiagonal = calculation({
  ...meanOfTwo,
  label: 'T-2.3.2/same-diagonal',
  title: 'indeed they have',
  claim: `(${pulledBack('(a + b)', 'a', 'a')} - ${pulledBack('(a - b)', 'a', 'a')})^2 + (${pulledBack('(a + b)', 'b', 'b')} - ${pulledBack('(a - b)', 'b', 'b')})^2 = 0`,
  expected: 'proved',
});
