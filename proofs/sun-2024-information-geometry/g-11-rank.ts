import { experiment } from 'fisher-rao';
import { fisherSpectrum } from 'fisher-rao/methods';
import { smallNetwork } from './small-network.ts';

export const rank = experiment({
  label: 'G-11',
  title: 'the metric is positive semidefinite and singular: the rank of v tanh(u x) at two inputs is 2, 1, 1, 0',
  claim:
    'rank F = 2 at (1, 1), 1 at (1, 0) and (0, 1), 0 at (0, 0), never more than min(d, M n_L), no eigenvalue negative',
  expected: 'supported',
  instances: [
    { theta: [1, 1], inputs: [1, 2], expected: 2 },
    { theta: [1, 0], inputs: [1, 2], expected: 1 },
    { theta: [0, 1], inputs: [1, 2], expected: 1 },
    { theta: [0, 0], inputs: [1, 2], expected: 0 },
    { theta: [1, 1], inputs: [1], expected: 1 },
  ],
  evaluate: async ({ theta, inputs, expected }) => {
    const immersion = await smallNetwork(theta, inputs);
    const { rank: found, eigenvalues } = await fisherSpectrum(immersion);
    await immersion.dispose();
    return { left: [found, Math.min(0, ...eigenvalues)], right: [expected, 0] };
  },
});
