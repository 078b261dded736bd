/** A-0, A-A.1, A-A.2: the model, the objective and the cross-entropy. */
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

export const objective = calculation({
  label: 'A-A.1',
  title: 'the gradient of the mean loss is the mean of the gradients; three data',
  symbols: { t: 'real' },
  functions: ['l1', 'l2', 'l3'],
  claim: 'D((l1(t) + l2(t) + l3(t))/3, t) = (D(l1(t), t) + D(l2(t), t) + D(l3(t), t))/3',
  expected: 'proved',
});

export const crossEntropy = calculation({
  label: 'A-A.2',
  title: 'the cross-entropy is the divergence from the empirical distribution plus its entropy',
  symbols: { p1: 'positive', p2: 'positive', q1: 'positive', q2: 'positive' },
  claim: '-p1*log(q1) - p2*log(q2) = (p1*log(p1/q1) + p2*log(p2/q2)) + (-p1*log(p1) - p2*log(p2))',
  expected: 'proved',
});
