import { by, type Direction, equation, experiment, start, statement, type Term, term } from 'fisher-rao';
import { divergencesOfDescent } from './descent.ts';
import {
  applied,
  contracted,
  divergenceOf,
  gradient,
  multiplier,
  natural,
  naturalGradientExists,
  solves,
} from './natural-gradient.ts';

const { fraction, multiply, negate, square } = term;

export const littleChange = experiment({
  label: 'N-16',
  title:
    'natural gradient descent guarantees that the function does not change too much (as printed): at most one nat in a step',
  claim: 'KL of a step <= 1, for the mean of N(theta, 1) at theta = 4 with the target 0 and the step size 1',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ theta: [2, 2], eta: 1 }],
  evaluate: async ({ theta, eta }) => ({ left: (await divergencesOfDescent(theta, eta, 1))[0], right: 1 }),
});

/** The step -η N, η > 0 being called λ. */
const scaled = (along: Direction): Term => negate(multiply(multiplier, natural(along)));
const halfOf = (of: Term): Term => multiply(fraction(1, 2), square(multiplier), of);

export const changeOfOneStep = statement({
  label: 'N-16/repaired',
  title: 'a step -λ N of any size λ moves predictions by λ^2 g.N/2 to second order, and steps add up',
  given: naturalGradientExists,
  claim: equation(divergenceOf(scaled), halfOf(contracted(gradient, natural))),
  expected: 'proved',
  proof: () =>
    start(divergenceOf(scaled))
      .equals(halfOf(contracted(natural, applied)), by.rearrangement)
      .equals(halfOf(contracted(gradient, natural)), by.assumption(solves)),
});
