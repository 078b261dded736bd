import { calculation, experiment } from 'fisher-rao';
import { bits, sum } from './coins-and-boards.ts';

export const countingOutcomes = experiment({
  label: 'T-2.1.C2',
  title: 'the number of heads has n possible values (as printed)',
  claim: 'the number of values of y = n',
  expected: 'refuted',
  instances: [{ n: 1 }],
  evaluate: ({ n }) => ({ left: new Set(bits(n).map(sum)).size, right: n }),
});

export const countingOutcomesInduction = calculation({
  label: 'T-2.1.C2/repaired',
  title: 'it has n + 1: the binomial probabilities of 0, ..., n sum to one, here for n = 6 with its seven terms',
  symbols: { t: 'real' },
  claim: '(1 - t)^6 + 6*t*(1 - t)^5 + 15*t^2*(1 - t)^4 + 20*t^3*(1 - t)^3 + 15*t^4*(1 - t)^2 + 6*t^5*(1 - t) + t^6 = 1',
  expected: 'proved',
});

export const countingByEnumeration = experiment({
  label: 'T-2.1.C2/enumeration',
  title: 'enumerating all 2^n records finds n + 1 values',
  claim: 'the number of values of y = n + 1, for n up to 10',
  expected: 'supported',
  instances: [1, 2, 3, 5, 8, 10].map((n) => ({ n })),
  evaluate: ({ n }) => ({ left: new Set(bits(n).map(sum)).size, right: n + 1 }),
});
