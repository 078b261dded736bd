import { calculation, engine, experiment } from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { adam as adamOptimiser, bernoulliHead, initialOptimiserState, optimiserStep } from 'fisher-rao/network';
import { gradientOf, pointOf, randomSetting } from '../networks.ts';

export const adamAsDiagonal = experiment({
  label: 'G-12',
  title:
    'Adam is the natural gradient with the diagonal of the Fisher matrix, plus epsilon (as printed): the first step of each for a network with one datum',
  claim: 'the first step of Adam = -eta (diag F + epsilon)^(-1) g, F the empirical Fisher matrix',
  expected: 'refuted',
  instances: [{ seed: 1, rate: 0.1, epsilon: 1e-8 }],
  evaluate: async ({ seed, rate, epsilon }) => {
    const setting = randomSetting(seed, [2, 2, 1], 1, bernoulliHead());
    const gradient = await gradientOf(setting, [1]);
    const start = Float64Array.from(setting.theta);
    const { theta } = optimiserStep(adamOptimiser(rate), initialOptimiserState(start.length), start, gradient);
    const factors = await outputFactors(pointOf(setting), { kind: 'empirical', targets: [1] }, engine.referenceEngine);
    const point = pointOf(setting, epsilon);
    const { direction } = await naturalGradient(point, factors, gradient, 'diagonal', engine.referenceEngine);
    return { left: Array.from(theta, (value, k) => value - start[k]), right: Array.from(direction, (v) => -rate * v) };
  },
});

export const adamByTheRoot = experiment({
  label: 'G-12/first-step',
  title:
    'it divides by the root of that diagonal, here that of the squared mean gradient, with epsilon outside the root',
  claim: 'the first step of Adam = -eta g/(sqrt(g^2) + epsilon), entry by entry',
  expected: 'supported',
  cases: 6,
  draw: (seed) => ({ seed, rate: 0.01 * seed }),
  evaluate: async ({ seed, rate }) => {
    const setting = randomSetting(seed, [2, 2, 1], 3, bernoulliHead());
    const gradient = await gradientOf(setting, [1, 0, 1]);
    const start = Float64Array.from(setting.theta);
    const { theta } = optimiserStep(adamOptimiser(rate), initialOptimiserState(start.length), start, gradient);
    return {
      left: Array.from(theta, (value, k) => value - start[k]),
      right: gradient.map((g) => (-rate * g) / (Math.abs(g) + 1e-8)),
    };
  },
});

export const adam = calculation({
  label: 'G-12/repaired',
  title:
    'it divides by the root of the averaged squared gradient plus epsilon: after two steps of a constant gradient g > 0 the means, corrected by 1 - beta^2, are g and g^2, so that each step is -eta g/(|g| + epsilon)',
  symbols: { g: 'positive', eta: 'real', epsilon: 'real', beta1: 'real', beta2: 'real' },
  definitions: {
    m: '(beta1*(1 - beta1)*g + (1 - beta1)*g)/(1 - beta1^2)',
    v: '(beta2*(1 - beta2)*g^2 + (1 - beta2)*g^2)/(1 - beta2^2)',
  },
  claim: '-eta*m/(sqrt(v) + epsilon) = -eta*g/(g + epsilon)',
  expected: 'proved',
});
