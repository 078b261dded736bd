import { calculation } from 'fisher-rao';

export const networkAsAMap = calculation({
  label: 'T-1.3.1',
  title: 'a network is a function of data and parameters: it can be differentiated along either, in any order',
  symbols: { x: 'real', theta: 'real' },
  functions: ['f'],
  claim: 'D(D(f(x, theta), x), theta) = D(D(f(x, theta), theta), x)',
  expected: 'proved',
});
