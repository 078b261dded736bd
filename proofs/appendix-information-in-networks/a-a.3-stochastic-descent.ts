import { experiment } from 'fisher-rao';
import { categoricalHead } from 'fisher-rao/network';
import { gradientOf, moved, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';

/** The one-hot codes of labels. */
const codes = (labels: readonly number[], classes: number): number[] =>
  labels.flatMap((label) => evenly(classes).map((y) => (y === label ? 1 : 0)));

/** All pairs of the numbers below `count`. */
const pairs = (count: number): number[][] => evenly(count).flatMap((b) => evenly(b).map((a) => [a, b]));

export const stochasticDescent = experiment({
  label: 'A-A.3',
  title: 'the step of stochastic gradient descent from theta^t is that of gradient descent on average over all batches',
  claim: 'the mean over batches B of theta - eta grad L_B(theta) = theta - eta grad L(theta), for classifiers',
  expected: 'supported',
  cases: 4,
  draw: (seed) => ({ seed, eta: 0.1 * seed, labels: evenly(4).map((k) => (seed * (k + 2)) % 3) }),
  evaluate: async ({ seed, eta, labels }) => {
    const setting = randomSetting(seed, [2, 3, 3], labels.length, categoricalHead());
    const steps: number[][] = [];
    for (const batch of pairs(labels.length)) {
      const inputs = batch.map((k) => setting.inputs[k]);
      const targets = codes(
        batch.map((k) => labels[k]),
        3,
      );
      steps.push(moved(setting.theta, -eta, await gradientOf({ ...setting, inputs }, targets)));
    }
    return {
      left: setting.theta.map((_, p) => steps.reduce((sum, step) => sum + step[p], 0) / steps.length),
      right: moved(setting.theta, -eta, await gradientOf(setting, codes(labels, 3))),
    };
  },
});
