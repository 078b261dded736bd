import { calculation } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

export const differenceQuotient = calculation({
  ...flow,
  label: 'T-3.1.3',
  title: 'the difference quotient of a curve at zero step is its velocity',
  claim: 'at(D(f(t + eta), eta), eta, 0) = D(f(t), t)',
  expected: 'proved',
});
