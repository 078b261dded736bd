import { experiment } from 'fisher-rao';
import { networkProgram, normalHead } from 'fisher-rao/network';
import { outputsOf, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';

export const networkAsAMap = experiment({
  label: 'T-1.3.1',
  title: 'a network is a map of a inputs and p parameters to b outputs, p = sum (n_l + 1) n_(l+1)',
  claim:
    'the program of a network with widths n_0, ..., n_L takes [p] and [samples, n_0] to [samples, n_L], each sample by itself',
  expected: 'supported',
  cases: 6,
  draw: (seed) => ({ seed, widths: Array.from({ length: 2 + (seed % 3) }, (_, l) => 1 + ((seed * (l + 3)) % 4)) }),
  evaluate: async ({ seed, widths }) => {
    const setting = randomSetting(seed, widths, 3, normalHead());
    const types = networkProgram(setting.network, 3, 'float64');
    const p = evenly(widths.length - 1).reduce((sum, l) => sum + (widths[l] + 1) * widths[l + 1], 0);
    const together = await outputsOf(setting);
    const alone = await Promise.all(
      setting.inputs.map(async (row) => (await outputsOf({ ...setting, inputs: [row] }))[0]),
    );
    return {
      left: [
        ...types.inputs.flatMap(({ variable }) => variable.type.shape),
        ...types.outputs[0].variable.type.shape,
        ...together.flat(),
      ],
      right: [p, 3, widths[0], 3, widths[widths.length - 1], ...alone.flat()],
    };
  },
});
