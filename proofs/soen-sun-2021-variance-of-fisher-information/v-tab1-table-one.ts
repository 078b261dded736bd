import { calculation } from 'fisher-rao';

/** Derivatives of F in h, written in the mean parameter. */
const row = (F: string, inverse: string): { F2: string; F4: string } => ({
  F2: `at(D(D(${F}, h), h), h, ${inverse})`,
  F4: `at(D(D(D(D(${F}, h), h), h), h), h, ${inverse})`,
});

export const tableOneBernoulli = calculation({
  label: 'V-Tab1',
  title: "table 1, Bernoulli: F'' = p (1 - p), F'''' = p (1 - p) (6 p^2 - 6 p + 1)",
  symbols: { h: 'real', p: 'unit' },
  definitions: row('log(1 + exp(h))', 'log(p/(1 - p))'),
  claim: 'F2 - p*(1 - p) = 0 = F4 - p*(1 - p)*(6*p^2 - 6*p + 1)',
  expected: 'proved',
});

export const tableOneNormal = calculation({
  label: 'V-Tab1/normal',
  title: 'table 1, normal: 1 and 0',
  symbols: { h: 'real' },
  definitions: row('h^2/2', 'h'),
  claim: 'F2 - 1 = 0 = F4',
  expected: 'proved',
});

export const tableOnePoisson = calculation({
  label: 'V-Tab1/poisson',
  title: 'table 1, Poisson: lambda and lambda',
  symbols: { h: 'real', lambda: 'positive' },
  definitions: row('exp(h)', 'log(lambda)'),
  claim: 'F2 = lambda = F4',
  expected: 'proved',
});
