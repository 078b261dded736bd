import { by, equation, experiment, start, statement, term } from 'fisher-rao';
import { dot, jacobianByDifferences, outputsAlong, product } from '../networks.ts';
import { c, c1, f, flow, gradient, k, n, n1, pull, slope, smooth, t, Λ, θ } from './flow-of-outputs.ts';
import { kernelMatrix, settingOf, slopes, targetsOf, velocityOf } from './gradient-flow.ts';

const { derivative, multiply, negate, sum } = term;

export const tangentKernel = experiment({
  label: 'T-3.1.7',
  title:
    'df_ij/dt = df_ij/dtheta (-dL/df_ij df_ij/dtheta), with the same pair ij throughout (as printed, middle line): a 2-3-2 tanh network at three inputs',
  claim: 'the velocity of each output along the flow = -|df/dtheta|^2 dL/df of the same output',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const [setting, targets] = [settingOf(seed), targetsOf(seed, 6)];
    const [jacobian, slope] = [await jacobianByDifferences(setting), await slopes(setting, targets)];
    return {
      left: await outputsAlong(setting, await velocityOf(setting, targets)),
      right: jacobian.map((row, k) => -dot(row, row) * slope[k]),
    };
  },
});

const moved = negate(sum(n1, sum(c1, multiply(Λ(n, c, n1, c1), pull(n1, c1)))));

export const tangentKernelRepaired = statement({
  label: 'T-3.1.7/repaired',
  title:
    'it sums over all outputs lm: df_ij/dt = -sum_lm Lambda dL/df_lm with Lambda = sum_k df_ij/dtheta_k df_lm/dtheta_k',
  given: [...smooth, flow],
  claim: equation(derivative(t, f(n, c)), moved),
  expected: 'proved',
  proof: () =>
    start(derivative(t, f(n, c)))
      .equals(sum(k, multiply(slope(n, c, k), derivative(t, θ(k)))), by.chainRule)
      .equals(sum(k, multiply(slope(n, c, k), negate(gradient(k)))), by.assumption(flow))
      .equals(moved, by.definition(Λ), by.rearrangement),
});

export const tangentKernelOfNetworks = experiment({
  label: 'T-3.1.7/network',
  title: 'the last line: outputs of tanh networks move by minus the tangent kernel times dL/df',
  claim: 'the velocity of all outputs along the flow = -Lambda dL/df',
  expected: 'supported',
  tolerance: 1e-9,
  cases: 5,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const [setting, targets] = [settingOf(seed), targetsOf(seed, 6)];
    return {
      left: await outputsAlong(setting, await velocityOf(setting, targets)),
      right: product(
        await kernelMatrix(setting),
        (await slopes(setting, targets)).map((value) => -value),
      ),
    };
  },
});
