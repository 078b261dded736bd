import { calculation } from 'fisher-rao';

export const bernoulliComparison = calculation({
  label: 'V-B1',
  title: 'for Bernoulli outputs K - I^2 is at most I',
  symbols: { p: 'unit' },
  claim: 'p*(1 - p)*(1 - 2*p)^2 <= p*(1 - p)',
  difference: '4*p^2*(1 - p)^2',
  expected: 'proved',
});
