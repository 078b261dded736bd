import { assume, by, declare, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { divergencesOfDescent } from './descent.ts';
import { divergenceOfTheStep } from './n-13-constrained-minimisation.ts';
import {
  contracted,
  divergenceOf,
  gradient,
  multiplier,
  natural,
  naturalGradientExists,
  step,
} from './natural-gradient.ts';
import { X } from './setting.ts';

const { divide, multiply, square } = term;

export const constantSpeed = experiment({
  label: 'N-15',
  title:
    'natural gradient descent moves at constant speed in the space of distributions (as printed): a network whose output is the mean of N(theta, 1), with the target 0',
  claim: 'KL of each step = KL of the first step',
  expected: 'refuted',
  instances: [{ theta: [2, 2], eta: 0.5, steps: 5 }],
  evaluate: async ({ theta, eta, steps }) => {
    const moved = await divergencesOfDescent(theta, eta, steps);
    return { left: moved, right: moved.map(() => moved[0]) };
  },
});

export const decreasingSpeed = experiment({
  label: 'N-15/values',
  title: 'from theta = 4 with steps of a half the divergences are 2, 1/2, 1/8, 1/32, 1/128',
  claim: 'KL of step t = 2 (1/4)^t',
  expected: 'supported',
  instances: [{ theta: [2, 2], eta: 0.5, steps: 5 }],
  evaluate: async ({ theta, eta, steps }) => {
    const moved = await divergencesOfDescent(theta, eta, steps);
    return { left: moved, right: moved.map((_, t) => 2 * 0.25 ** t) };
  },
});

/** A budget c, and the multiplier that belongs to it: g.N/(2 λ^2) = c. */
const budget = declare.function('c', X)(declare.point('o', X));
const fits = assume.equation(
  'λ fits the budget c',
  divide(contracted(gradient, natural), multiply(2, square(multiplier))),
  budget,
);

export const constantSpeedOfTheTrustRegion = statement({
  label: 'N-15/repaired',
  title:
    'with the step scaled to a fixed divergence c, every step moves by c to second order, whatever family and point',
  given: [...naturalGradientExists, fits],
  claim: equation(divergenceOf(step), budget),
  expected: 'proved',
  proof: () =>
    start(divergenceOf(step))
      .equals(
        divide(contracted(gradient, natural), multiply(2, square(multiplier))),
        by.theorem(theoremOf(divergenceOfTheStep)),
      )
      .equals(budget, by.assumption(fits)),
});
