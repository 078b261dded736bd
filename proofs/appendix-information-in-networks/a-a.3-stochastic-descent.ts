import { by, declare, equation, experiment, next, start, statement, term, theoremOf } from 'fisher-rao';
import { categoricalHead } from 'fisher-rao/network';
import { gradientOf, moved, randomSetting } from '../networks.ts';
import { evenly } from '../numbers.ts';
import { jointProbabilityIsNormalised } from '../sauter-2023-fisher-information/joint-probability-is-normalised.ts';
import { f, family, joint, n, observation, regularEach, sample, α } from '../sauter-2023-fisher-information/setting.ts';
import { hasMean, meanOfTheSum } from '../sauter-2023-fisher-information/sums-over-observations.ts';

const { add, fraction, multiply, subtract, sum, sumUpTo } = term;

/** A parameter, the gradients g of the loss along it for a datum, and the step with the rate r over a batch of n of them. */
const [θ, r] = [declare.function('θ', []), declare.function('r', [])];
const g = declare.functions('g', family);
const sumOfGradients = declare.recursion('S', family, fraction(0, 1), (before, number, _v, last) =>
  add(before, g(next(number), last)),
);
const batch = sample(n);
const step = subtract(θ(), multiply(r(), sumOfGradients(n, batch)));
const mean = sum(batch, multiply(joint(n, batch), step));
const descent = subtract(
  θ(),
  multiply(r(), sumUpTo(α, n, sum(observation(α), multiply(f(α, observation(α)), g(α, observation(α)))))),
);

export const stochasticDescent = statement({
  label: 'A-A.3',
  title:
    'the step of stochastic gradient descent from theta^t is that of gradient descent on average over all batches of n independent draws, for any n, losses and law of the data',
  given: [...regularEach, hasMean(g)],
  claim: equation(mean, descent),
  expected: 'proved',
  proof: () =>
    start(mean)
      .equals(
        subtract(
          multiply(θ(), sum(batch, joint(n, batch))),
          multiply(r(), sum(batch, multiply(joint(n, batch), sumOfGradients(n, batch)))),
        ),
        by.linearity,
      )
      .equals(descent, by.theorem(theoremOf(jointProbabilityIsNormalised)), by.theorem(theoremOf(meanOfTheSum))),
});

/** The one-hot codes of labels. */
const codes = (labels: readonly number[], classes: number): number[] =>
  labels.flatMap((label) => evenly(classes).map((y) => (y === label ? 1 : 0)));

/** All pairs of the numbers below `count`. */
const pairs = (count: number): number[][] => evenly(count).flatMap((b) => evenly(b).map((a) => [a, b]));

export const stochasticDescentOfClassifiers = experiment({
  label: 'A-A.3/classifiers',
  title: 'and so it is over all pairs of the data of a classifier, drawn without replacement',
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
