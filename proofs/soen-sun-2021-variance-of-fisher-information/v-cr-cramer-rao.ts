import { calculation } from 'fisher-rao';

export const cramerRao = calculation({
  label: 'V-CR',
  title:
    'the covariance of an unbiased estimator is at least the inverse information (as printed): which exists, for one input',
  symbols: { u: 'real', v: 'real', s: 'positive' },
  // One output with gradient (u, v): F = s (u, v)^T (u, v).
  claim: '(s*u^2)*(s*v^2) - (s*u*v)^2 = 1',
  expected: 'refuted',
});

export const cramerRaoInOneParameter = calculation({
  label: 'V-CR/repaired',
  title: 'where the information is positive: E[T s]^2 <= E[T^2] E[s^2], two outcomes',
  symbols: { p: 'unit', a: 'real', b: 'real', s: 'real', t: 'real' },
  claim: '(p*a*s + (1 - p)*b*t)^2 <= (p*a^2 + (1 - p)*b^2)*(p*s^2 + (1 - p)*t^2)',
  difference: 'p*(1 - p)*(a*t - b*s)^2',
  expected: 'proved',
});
