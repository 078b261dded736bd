import { assume, by, declare, equation, experiment, start, statement, term } from 'fisher-rao';
import { partition } from './networks-as-models.ts';

const { divide, sum } = term;

export const probabilityFromTheSubloss = experiment({
  label: 'T-2.2.S5',
  title: 'exp(-l) is a probability (as printed): softmax with squared loss to one-hot targets',
  claim: 'exp(-l) sums to one over the classes, at w = 0 and w = 1',
  expected: 'refuted',
  instances: [{ weights: [0, 1] }],
  evaluate: ({ weights }) => ({ left: weights.map(partition), right: weights.map(() => 1) }),
});

/** Any number of labels y with weights exp(-l(y)) > 0. */
const labels = declare.space('Y');
const [y, other] = [declare.point('y', labels), declare.point("y'", labels)];
const weight = declare.function('w', labels);
const total = sum(other, weight(other));
const normalised = sum(y, divide(weight(y), total));

export const probabilityWithPartitionFunction = statement({
  label: 'T-2.2.S5/repaired',
  title: 'divided by its sum over the labels it is, whatever the weights exp(-l) are',
  given: [assume.positive(weight)],
  claim: equation(normalised, 1),
  expected: 'proved',
  proof: () => start(normalised).equals(1, by.linearity),
});
