import { calculation } from 'fisher-rao';

export const likelihood = calculation({
  label: 'T-2.1.L',
  title: 'one function of x and theta, read as a density of x or as the likelihood of theta',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'D(log(f(x, theta)), theta) = D(f(x, theta), theta)/f(x, theta)',
  expected: 'proved',
});
