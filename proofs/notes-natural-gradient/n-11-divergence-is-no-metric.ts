import { experiment, statement } from 'fisher-rao';
import { atTheBasePoint, secondOrder } from '../divergence.ts';

const divergence = (a: number, b: number): number => a * Math.log(a / b) + (1 - a) * Math.log((1 - a) / (1 - b));

export const divergenceIsNoMetric = experiment({
  label: 'N-11',
  title: 'KL is the metric of the space of distributions (as printed): symmetric, as a metric is',
  claim: 'KL(a | b) = KL(b | a) for Bernoulli probabilities a, b',
  expected: 'refuted',
  instances: [{ a: 0.1, b: 0.5 }],
  evaluate: ({ a, b }) => ({ left: divergence(a, b), right: divergence(b, a) }),
});

export const metricIsTheSecondOrderPart = statement({
  label: 'N-11/repaired',
  title: 'the Fisher metric is the second-order part of KL, which has no part of first order: half of e F e',
  given: atTheBasePoint,
  ...secondOrder,
  expected: 'proved',
});
