import { calculation, experiment } from 'fisher-rao';
import { four } from './setting.ts';

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

export const unbiasedBatchGradient = calculation({
  ...four,
  label: 'A-B/repaired',
  title: 'divided by the size of the batch it is unbiased: four data, all six batches of two',
  claim: '((a + b)/2 + (a + c)/2 + (a + d)/2 + (b + c)/2 + (b + d)/2 + (c + d)/2)/6 = (a + b + c + d)/4',
  expected: 'proved',
});
