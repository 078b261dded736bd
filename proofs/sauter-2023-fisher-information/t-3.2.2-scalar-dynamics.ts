import { experiment } from 'fisher-rao';
import { outputsAlong, product } from '../networks.ts';
import { kernelMatrix, scalar, slopes, targetsOf, velocityOf } from './gradient-flow.ts';

export const scalarDynamics = experiment({
  label: 'T-3.2.2',
  title: 'a scalar output moves by -sum_j Lambda_ij dL/df(x_j)',
  claim: 'the velocity of the output at each of five inputs along the flow = -Lambda dL/df',
  expected: 'supported',
  tolerance: 1e-9,
  cases: 8,
  draw: (seed) => ({ seed }),
  evaluate: async ({ seed }) => {
    const [setting, targets] = [scalar(seed), targetsOf(seed, 5)];
    return {
      left: await outputsAlong(setting, await velocityOf(setting, targets)),
      right: product(
        await kernelMatrix(setting),
        (await slopes(setting, targets)).map((value) => -value),
      ),
    };
  },
});
