import { calculation } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

export const differenceQuotient = calculation({
  ...flow,
  label: 'T-3.1.3',
  title: "a step over its length is a difference quotient: (theta(t + eta) - theta(t))/eta = -L'(theta(t))",
  symbols: { ...flow.symbols, later: 'real' },
  assume: { step: 'later = theta - eta*D(L(theta), theta)' },
  claim: ['(later - theta)/eta', { equals: '-D(L(theta), theta)', by: ['step'] }],
  expected: 'proved',
});
