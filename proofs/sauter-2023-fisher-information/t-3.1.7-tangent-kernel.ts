import { calculation, experiment } from 'fisher-rao';
import { dot, jacobianByDifferences, outputsAlong, product } from '../networks.ts';
import { kernelMatrix, outputs, settingOf, slopes, targetsOf, velocityOf } from './gradient-flow.ts';

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

export const tangentKernelRepaired = calculation({
  ...outputs,
  label: 'T-3.1.7/repaired',
  title: 'it sums over all outputs lm: df/dt = -sum Lambda dL/df with Lambda = sum_k df/dtheta_k dg/dtheta_k',
  definitions: {
    ...outputs.definitions,
    va: '-(Lu*D(f(a, b), a) + Lv*D(g(a, b), a))',
    vb: '-(Lu*D(f(a, b), b) + Lv*D(g(a, b), b))',
    Lff: 'D(f(a, b), a)^2 + D(f(a, b), b)^2',
    Lfg: 'D(f(a, b), a)*D(g(a, b), a) + D(f(a, b), b)*D(g(a, b), b)',
  },
  claim: 'D(f(a, b), a)*va + D(f(a, b), b)*vb = -(Lff*Lu + Lfg*Lv)',
  expected: 'proved',
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
