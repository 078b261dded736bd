import { bernoulli, calculation, engine, experiment } from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { bernoulliHead, denseNetwork } from 'fisher-rao/network';
import { at, fisherOf, gradientOf, moved, pointOf, type Setting } from '../networks.ts';
import { evenly } from '../numbers.ts';

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

export const vanishingMeanGradient = calculation({
  label: 'A-T.2/repaired',
  title:
    'the mean of the gradient vanishes under the law to which a model has converged, that of its square is F: for a logit h, with theta = 1/(1 + exp(-h))',
  family: bernoulli(),
  // The derivative along h is theta (1 - theta) that along theta.
  definitions: { gradient: 'D(logdensity, theta)*theta*(1 - theta)' },
  claim: 'E(gradient) + E((gradient)^2) = theta*(1 - theta) = metric(theta, theta)*(theta*(1 - theta))^2',
  expected: 'proved',
});
