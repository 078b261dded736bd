import { declare, experiment, statement } from 'fisher-rao';
import { normalHead } from 'fisher-rao/network';
import { gradientOf, noise, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';
import { family, regularEach } from './setting.ts';
import { hasMean, meanOfASum } from './sums-over-observations.ts';

/** The gradient of a datum along any coordinate. */
const gradient = declare.functions('g', family);

export const stochasticDescent = statement({
  label: 'T-1.3.8',
  title:
    'the gradient on a random mini-batch is unbiased: the mean of the sum over a batch of independent draws is the sum of their means, for any size',
  given: [...regularEach, hasMean(gradient)],
  ...meanOfASum('G', gradient),
  expected: 'proved',
});

/** All choices of `size` of the numbers below `count`. */
const batches = (count: number, size: number): number[][] =>
  size === 0 ? [[]] : evenly(count).flatMap((last) => batches(last, size - 1).map((rest) => [...rest, last]));

export const withoutReplacement = experiment({
  label: 'T-1.3.8/without-replacement',
  title: 'and so it is without replacement: the mean over all batches of the gradients of a tanh network',
  claim: 'the mean of the gradients on all batches of a size = the gradient on all data',
  expected: 'supported',
  cases: 4,
  draw: (seed) => ({ seed, count: 4 + (seed % 2), size: 1 + (seed % 4) }),
  evaluate: async ({ seed, count, size }) => {
    const setting = randomSetting(seed, [2, 3, 1], count, normalHead());
    const targets = evenly(count).map((k) => noise(seed, k));
    const all = batches(count, size);
    const gradients: number[][] = [];
    for (const batch of all) {
      const inputs = batch.map((k) => setting.inputs[k]);
      gradients.push(
        await gradientOf(
          { ...setting, inputs },
          batch.map((k) => targets[k]),
        ),
      );
    }
    return {
      left: setting.theta.map((_, p) => gradients.reduce((sum, one) => sum + one[p], 0) / all.length),
      right: await gradientOf(setting, targets),
    };
  },
});
