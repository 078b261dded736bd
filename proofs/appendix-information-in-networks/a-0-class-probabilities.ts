import { calculation } from 'fisher-rao';

const softmax = {
  symbols: { z1: 'real', z2: 'real', z3: 'real' },
  definitions: { total: 'exp(z1) + exp(z2) + exp(z3)' },
} as const;

export const classProbabilities = calculation({
  ...softmax,
  label: 'A-0',
  title: 'the outputs q(y | x) of a softmax over the classes are probabilities',
  claim: 'exp(z1)/total + exp(z2)/total + exp(z3)/total = 1',
  expected: 'proved',
});
