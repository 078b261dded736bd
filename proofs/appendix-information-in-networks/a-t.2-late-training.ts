import { by, type Direction, engine, equation, experiment, start, statement, term, theoremOf } from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { bernoulliHead, denseNetwork } from 'fisher-rao/network';
import { at, fisherOf, gradientOf, moved, pointOf, type Setting } from '../networks.ts';
import { evenly } from '../numbers.ts';
import { scoreHasMeanZero } from '../sauter-2023-fisher-information/score-has-mean-zero.ts';
import { i, information, j, p, regularX, score, x } from '../sauter-2023-fisher-information/setting.ts';

const { add, multiply, negate, sum } = term;

/** Ten labels of which three are wrong, and a coin whose logit is trained to the optimum by natural gradient steps. */
const targets = evenly(10).map((k) => (k < 7 ? 1 : 0));
async function trainedToTheOptimum(): Promise<{ setting: Setting; gradient: readonly number[] }> {
  const inputs = targets.map(() => [1]);
  let setting: Setting = { network: denseNetwork([1, 1]), head: bernoulliHead(), theta: [0, 0], inputs };
  for (let step = 0; step < 30; step++) {
    const point = pointOf(setting);
    const factors = await outputFactors(point, { kind: 'exact' }, engine.referenceEngine);
    const gradient = await gradientOf(setting, targets);
    const { direction } = await naturalGradient(point, factors, gradient, 'full', engine.referenceEngine);
    setting = at(setting, moved(setting.theta, -1, Array.from(direction)));
  }
  return { setting, gradient: await gradientOf(setting, targets) };
}

export const lateTraining = experiment({
  label: 'A-T.2',
  title:
    'near convergence gradients vanish, so F is low (as printed): a logit trained on labels of which 30 % are wrong, until its gradient is zero',
  claim: 'F at the optimum <= 0.01',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ bound: 0.01 }],
  evaluate: async ({ bound }) => {
    const { setting } = await trainedToTheOptimum();
    return { left: (await fisherOf(setting))[1][1], right: bound };
  },
});

export const optimumOfNoisyLabels = experiment({
  label: 'A-T.2/optimum',
  title: 'there the mean gradient is zero and F = 0.7 0.3, as is the mean of squared gradients',
  claim: 'grad L = 0, F = 0.21 = the entry of the empirical Fisher matrix for the bias',
  expected: 'supported',
  instances: [{ p: 0.7 }],
  evaluate: async ({ p }) => {
    const { setting, gradient } = await trainedToTheOptimum();
    const [F, empirical] = [await fisherOf(setting), await fisherOf(setting, { kind: 'empirical', targets })];
    return { left: [...gradient, F[1][1], empirical[1][1]], right: [0, 0, p * (1 - p), p * (1 - p)] };
  },
});

const gradient = (along: Direction) => negate(score(along, p(x)));
const moments = add(sum(x, multiply(p(x), gradient(i))), sum(x, multiply(p(x), gradient(i), gradient(j))));

export const vanishingMeanGradient = statement({
  label: 'A-T.2/repaired',
  title:
    'the mean of the gradient of -log p vanishes under the law p to which a model has converged, so that the sum of it and of the mean product of two of its components is F_ij; for all families',
  given: regularX,
  claim: equation(moments, information(x, p(x))),
  expected: 'proved',
  proof: () =>
    start(moments)
      .equals(add(negate(sum(x, multiply(p(x), score(i, p(x))))), information(x, p(x))), by.linearity)
      .equals(information(x, p(x)), by.theorem(theoremOf(scoreHasMeanZero))),
});
