import { calculation, normal } from 'fisher-rao';
import { meanOfTwo, pulledBack } from './normal-family.ts';

export const meaningOfTheEntries = calculation({
  ...meanOfTwo,
  label: 'T-2.3.7',
  title:
    'diagonal entries measure how similar the change under two parameters is (as printed): that of N(a + b, s^2), where it is the same, and of N(a - b, s^2), where it is opposite, differ',
  claim: `${pulledBack('(a + b)', 'a', 'a')} - ${pulledBack('(a - b)', 'a', 'a')} = 1`,
  expected: 'refuted',
});

export const meaningOfTheOffDiagonal = calculation({
  label: 'T-2.3.7/repaired',
  title: 'off-diagonal entries do: for a mean m(a, b) with unit noise the entry is the product of its derivatives',
  family: normal(),
  symbols: { a: 'real', b: 'real' },
  functions: ['m'],
  definitions: { first: '(x - mu)/sigma^2*D(m(a, b), a)', second: '(x - mu)/sigma^2*D(m(a, b), b)' },
  claim: 'at(E((first)*(second)), sigma, 1) = D(m(a, b), a)*D(m(a, b), b)',
  expected: 'proved',
});
