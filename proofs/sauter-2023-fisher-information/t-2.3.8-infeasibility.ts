import { engine, experiment } from 'fisher-rao';
import { exactTrace } from 'fisher-rao/methods';
import { denseNetwork, denseParameterCount, normalHead } from 'fisher-rao/network';
import { fisherOf, pointOf, randomSetting } from '../networks.ts';

export const infeasibility = experiment({
  label: 'T-2.3.8',
  title:
    'the Fisher matrix has d^2 entries, too many to store for 10^6 parameters (4 10^12 bytes); its trace needs no matrix',
  claim:
    'the entries of F are d^2; 4 d^2 >= 4 10^12 for 784-1024-256-10; tr F from one backward pass for each output = the trace of F',
  expected: 'supported',
  relation: 'equal',
  cases: 4,
  draw: (seed) => ({ seed, widths: [2, 2 + (seed % 4), 1 + (seed % 3)] }),
  evaluate: async ({ seed, widths }) => {
    const setting = randomSetting(seed, widths, 5, normalHead());
    const F = await fisherOf(setting);
    const d = denseParameterCount(denseNetwork([784, 1024, 256, 10]));
    return {
      left: [F.flat().length, Math.min(4 * d ** 2, 4e12) / 4e12, F.reduce((sum, row, k) => sum + row[k], 0)],
      right: [setting.theta.length ** 2, 1, await exactTrace(pointOf(setting), engine.referenceEngine)],
    };
  },
});
