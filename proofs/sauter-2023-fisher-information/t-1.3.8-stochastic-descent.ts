import { calculation } from 'fisher-rao';

export const stochasticDescent = calculation({
  label: 'T-1.3.8',
  title: 'the gradient on a random mini-batch is unbiased: four data in batches of two, all six batches',
  symbols: { a: 'real', b: 'real', c: 'real', d: 'real' },
  claim: '((a + b)/2 + (a + c)/2 + (a + d)/2 + (b + c)/2 + (b + d)/2 + (c + d)/2)/6 = (a + b + c + d)/4',
  expected: 'proved',
});
