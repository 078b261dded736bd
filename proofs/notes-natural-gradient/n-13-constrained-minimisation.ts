import { calculation } from 'fisher-rao';
import { plane } from './setting.ts';

export const constrainedMinimisation = calculation({
  ...plane,
  label: 'N-13',
  title:
    'on the ellipse of divergence c, to second order, lies the step d = -F^(-1) g/lambda with 2 c lambda^2 = g F^(-1) g',
  claim: ['(a*n1^2 + 2*b*n1*n2 + e*n2^2)/(2*lambda^2)', { equals: 'c', by: ['budget'] }],
  expected: 'proved',
});
