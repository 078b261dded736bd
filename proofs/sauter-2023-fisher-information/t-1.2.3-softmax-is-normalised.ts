import { calculation } from 'fisher-rao';

const softmax = {
  symbols: { z1: 'real', z2: 'real', z3: 'real', c: 'real' },
  definitions: {
    total: 'exp(z1) + exp(z2) + exp(z3)',
    p1: 'exp(z1)/total',
    p2: 'exp(z2)/total',
    p3: 'exp(z3)/total',
  },
} as const;

export const softmaxIsNormalised = calculation({
  ...softmax,
  label: 'T-1.2.3',
  title: 'softmax outputs sum to one and do not change when a constant is added to all inputs',
  claim: 'p1 + p2 + p3 = 1 = at(at(at(p1, z1, z1 + c), z2, z2 + c), z3, z3 + c)/p1',
  expected: 'proved',
});

export const softmaxJacobian = calculation({
  ...softmax,
  label: 'T-1.2.3/jacobian',
  title: 'the Jacobian is diag(p) - p p^T',
  claim: 'D(p1, z1) - p1*(1 - p1) = 0 = D(p1, z2) + p1*p2',
  expected: 'proved',
});

export const softmaxIsMonotone = calculation({
  ...softmax,
  label: 'T-1.2.3/monotone',
  title: 'a larger input gives a larger probability',
  claim: '0 <= D(p1, z1)',
  difference: 'exp(z1)*(exp(z2) + exp(z3))/(exp(z1) + exp(z2) + exp(z3))^2',
  expected: 'proved',
});
