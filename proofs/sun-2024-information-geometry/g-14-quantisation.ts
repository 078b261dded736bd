import { calculation, experiment } from 'fisher-rao';
import { evenly } from '../numbers.ts';

/** The mean over means mu on a fine grid of KL(N(mu, s^2) | N(mu rounded to steps, s^2)). */
function costOf(step: number, s: number): number {
  const grid = evenly(4001).map((k) => -1 + k / 2000);
  const costs = grid.map((mu) => (mu - step * Math.round(mu / step)) ** 2 / (2 * s ** 2));
  return costs.reduce((sum, cost) => sum + cost, 0) / grid.length;
}

/** The least number of bits, equal steps on [-1, 1], at which rounding costs at most a budget of nats on average. */
function bits(s: number, budget: number): number {
  let count = 1;
  while (costOf(2 / 2 ** count, s) > budget) count++;
  return count;
}

export const quantisation = experiment({
  label: 'G-14',
  title:
    'the precision of a parameter should grow with the inverse information (as printed): a mean mu of N(mu, s^2), rounded',
  claim: 'the bits needed at the information 100 (s = 0.1) <= those at 1 (s = 1), for the same budget of 1e-4 nats',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ budget: 1e-4 }],
  evaluate: ({ budget }) => ({ left: bits(0.1, budget), right: bits(1, budget) }),
});

export const costOfSteps = experiment({
  label: 'G-14/cost',
  title: 'rounding to steps D costs I D^2/24 nats on average',
  claim: 'the mean of KL over means on [-1, 1] = D^2/(24 s^2)',
  expected: 'supported',
  tolerance: 1e-3,
  certain: 1e-2,
  draw: (seed) => ({ step: 2 / (5 + (seed % 20)), s: 0.5 + (seed % 4) / 2 }),
  evaluate: ({ step, s }) => ({ left: costOf(step, s), right: step ** 2 / (24 * s ** 2) }),
});

export const costOfRounding = calculation({
  label: 'G-14/repaired',
  title: 'rounding to step Delta costs I Delta^2/24 on average for a normal mean: the step should scale with I^(-1/2)',
  symbols: { I: 'real', Delta: 'real', e: 'real' },
  // The mean of I e^2/2 over e uniform in (-Delta/2, Delta/2), by its primitive.
  definitions: { primitive: 'I*e^3/6' },
  claim: '(at(primitive, e, Delta/2) - at(primitive, e, -Delta/2))/Delta = I*Delta^2/24',
  expected: 'proved',
});
