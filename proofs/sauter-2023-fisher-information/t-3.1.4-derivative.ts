import { calculation } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

export const derivative = calculation({
  ...flow,
  label: 'T-3.1.4',
  title: 'the derivative is the limit of difference quotients: for a polynomial the quotient has it as constant term',
  claim: '((t + eta)^3 - t^3)/eta = D(t^3, t) + eta*(3*t + eta)',
  expected: 'proved',
});
