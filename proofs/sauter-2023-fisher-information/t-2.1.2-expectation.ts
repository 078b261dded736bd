import { calculation, normal } from 'fisher-rao';

export const expectation = calculation({
  label: 'T-2.1.2',
  title: 'expectations are linear and that of 1 is 1',
  family: normal(),
  symbols: { a: 'real', b: 'real' },
  claim: 'E(a*x + b*x^2 + 1) = a*E(x) + b*E(x^2) + 1',
  expected: 'proved',
});
