import { calculation } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

export const timeParametrisation = calculation({
  ...flow,
  label: 'T-3.1.2',
  title: "a step of descent is an Euler step of length eta: its difference quotient is -L'",
  definitions: { next: 'theta - eta*D(L(theta), theta)' },
  claim: '(next - theta)/eta = -D(L(theta), theta)',
  expected: 'proved',
});
