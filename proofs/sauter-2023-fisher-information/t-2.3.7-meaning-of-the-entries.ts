import { calculation, experiment, normal } from 'fisher-rao';

export const meaningOfTheEntries = experiment({
  label: 'T-2.3.7',
  title: 'diagonal entries measure how similar the change under two parameters is (as printed)',
  claim: 'N(a + b, 1) and N(a - b, 1), where the two change the mean alike and oppositely, differ in the diagonal',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ first: [1, 1], second: [1, -1] }],
  evaluate: ({ first: u, second: v }) => ({
    left: 1e-3,
    right: Math.abs(u[0] ** 2 - v[0] ** 2) + Math.abs(u[1] ** 2 - v[1] ** 2),
  }),
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
