import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { jacobianByDifferences, product, transposed } from '../networks.ts';
import { c, c1, f, flowWithRates, gradient, k, k1, n, n1, pull, slope, smooth, t, η, θ } from './flow-of-outputs.ts';
import { kernelMatrix, withRates } from './gradient-flow.ts';

const { derivative, multiply, negate, sum } = term;

export const onlyForDescent = experiment({
  label: 'T-3.1.8',
  title: 'the kernel is that of gradient descent for a tensor of learning rates too (as printed): the plain kernel',
  claim: 'the velocity of all outputs = -Lambda dL/df where theta moves by -eta grad L, eta a matrix',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const { setting, left, slope } = await withRates(seed);
    return { left, right: product(await kernelMatrix(setting), slope) };
  },
});

const kernelWithRates = sum(k, sum(k1, multiply(slope(n, c, k), η(k, k1), slope(n1, c1, k1))));
const movedWithRates = negate(sum(n1, sum(c1, multiply(kernelWithRates, pull(n1, c1)))));

export const tensorOfLearningRates = statement({
  label: 'T-3.1.8/repaired',
  title: 'with a matrix eta of learning rates the kernel is J eta J^T; with eta = F^(-1) that of the natural gradient',
  given: [...smooth, flowWithRates],
  claim: equation(derivative(t, f(n, c)), movedWithRates),
  expected: 'proved',
  proof: () =>
    start(derivative(t, f(n, c)))
      .equals(sum(k, multiply(slope(n, c, k), derivative(t, θ(k)))), by.chainRule)
      .equals(
        sum(k, multiply(slope(n, c, k), negate(sum(k1, multiply(η(k, k1), gradient(k1)))))),
        by.assumption(flowWithRates),
      )
      .equals(movedWithRates, by.rearrangement),
});

export const matrixOfLearningRates = experiment({
  label: 'T-3.1.8/network',
  title: 'that of the flow with a matrix eta of learning rates is J eta J^T',
  claim: 'the velocity of all outputs = -J eta J^T dL/df',
  expected: 'supported',
  tolerance: 1e-8,
  cases: 4,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const { setting, rates, left, slope } = await withRates(seed);
    const jacobian = await jacobianByDifferences(setting);
    return { left, right: product(jacobian, product(rates, product(transposed(jacobian), slope))) };
  },
});
