import { declare, experiment, statement } from 'fisher-rao';
import { family, regularEach } from '../sauter-2023-fisher-information/setting.ts';
import { hasMean, meanOfASum } from '../sauter-2023-fisher-information/sums-over-observations.ts';

/** The gradient of a datum along any coordinate. */
const gradient = declare.functions('g', family);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export const batchGradient = experiment({
  label: 'A-B',
  title: 'the batch gradient, divided by a size that is not that of the batch (as printed: two symbols for it)',
  claim: 'the mean over batches of (1/n) sum of gradients in the batch = the full gradient, for any n',
  expected: 'refuted',
  instances: [
    { gradients: [1, 2, 3, -1.5], n: 2 },
    { gradients: [1, 2, 3, -1.5], n: 4 },
  ],
  evaluate: ({ gradients, n }) => {
    const batches = gradients.flatMap((a, k) => gradients.slice(k + 1).map((b) => (a + b) / n));
    return { left: mean(batches), right: mean(gradients) };
  },
});

export const unbiasedBatchGradient = statement({
  label: 'A-B/repaired',
  title:
    'divided by the size of the batch it is unbiased: the sum over a batch of n independent draws has the sum of the n means as its mean',
  given: [...regularEach, hasMean(gradient)],
  ...meanOfASum('B', gradient),
  expected: 'proved',
});
