import { calculation } from 'fisher-rao';

export const oneOverN = calculation({
  label: 'V-0',
  title: 'the variance of a mean of N independent draws is that of one over N: two draws of two values, all four pairs',
  symbols: { p: 'unit', x: 'real', y: 'real' },
  definitions: {
    m: 'p*x + (1 - p)*y',
    one: 'p*(x - m)^2 + (1 - p)*(y - m)^2',
    two: 'p^2*(x - m)^2 + 2*p*(1 - p)*((x + y)/2 - m)^2 + (1 - p)^2*(y - m)^2',
  },
  claim: 'two = one/2',
  expected: 'proved',
});
