import { calculation, experiment } from 'fisher-rao';
import { partition } from './networks-as-models.ts';

export const probabilityFromTheSubloss = experiment({
  label: 'T-2.2.S5',
  title: 'exp(-l) is a probability (as printed): softmax with squared loss to one-hot targets',
  claim: 'exp(-l) sums to one over the classes, at w = 0 and w = 1',
  expected: 'refuted',
  instances: [{ weights: [0, 1] }],
  evaluate: ({ weights }) => ({ left: weights.map(partition), right: weights.map(() => 1) }),
});

export const probabilityWithPartitionFunction = calculation({
  label: 'T-2.2.S5/repaired',
  title: 'divided by its sum over the classes it is',
  symbols: { l1: 'real', l2: 'real', l3: 'real' },
  definitions: { Z: 'exp(-l1) + exp(-l2) + exp(-l3)' },
  claim: 'exp(-l1)/Z + exp(-l2)/Z + exp(-l3)/Z = 1',
  expected: 'proved',
});
