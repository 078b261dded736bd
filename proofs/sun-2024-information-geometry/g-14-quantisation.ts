/** G-14: how precisely a parameter must be stored. */
import { calculation, experiment } from 'fisher-rao';

/** Bits on [-1, 1] for a mean cost of `budget` nats, from I Delta^2/24 = budget. */
const bits = (information: number, budget: number): number => Math.log2(2 / Math.sqrt((24 * budget) / information));

export const quantisation = experiment({
  label: 'G-14',
  title: 'the precision of a parameter should grow with the inverse information (as printed)',
  claim: 'the bits at I = 100 <= the bits at I = 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ budget: 1e-4 }],
  evaluate: ({ budget }) => ({ left: bits(100, budget), right: bits(1, budget) }),
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
