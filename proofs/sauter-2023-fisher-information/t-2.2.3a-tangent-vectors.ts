import { calculation } from 'fisher-rao';

export const tangentVectors = calculation({
  label: 'T-2.2.3a',
  title: 'the partial derivatives are independent: applied to the coordinates they give the identity',
  symbols: { u: 'real', v: 'real' },
  claim: 'D(u, u) = 1 = D(v, v) = 1 + D(u, v) = 1 + D(v, u)',
  expected: 'proved',
});
