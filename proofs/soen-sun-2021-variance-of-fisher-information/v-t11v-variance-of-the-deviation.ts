import { calculation } from 'fisher-rao';

export const varianceOfTheDeviation = calculation({
  label: 'V-T11v',
  title: 'the variance of eta - mean t is I/N: two draws of two values',
  symbols: { p: 'unit' },
  definitions: {
    I: 'p*(1 - p)',
    two: 'p^2*(1 - p)^2 + 2*p*(1 - p)*(1/2 - p)^2 + (1 - p)^2*p^2',
  },
  claim: 'two = I/2',
  expected: 'proved',
});
