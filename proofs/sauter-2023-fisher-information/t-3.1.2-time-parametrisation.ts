import { calculation } from 'fisher-rao';
import { flow } from './gradient-flow.ts';

export const timeParametrisation = calculation({
  ...flow,
  label: 'T-3.1.2',
  title:
    "a step of descent is a step of length eta in time: up to first order in eta it goes where the flow theta' = -L'(theta) goes",
  assume: { flow: 'D(f(t), t) = -at(D(L(theta), theta), theta, f(t))' },
  definitions: { step: 'f(t) - eta*at(D(L(theta), theta), theta, f(t))' },
  claim: ['at(D(f(t + eta), eta), eta, 0)', { equals: 'D(step, eta)', by: ['flow'] }],
  expected: 'proved',
});
