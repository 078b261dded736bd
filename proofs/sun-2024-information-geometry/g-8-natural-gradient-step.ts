import { calculation, engine, experiment } from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { categoricalHead } from 'fisher-rao/network';
import { at, dot, fisherOf, gradientOf, lossOf, moved, pointOf, product, randomSetting } from '../networks.ts';

const damping = 0.05;

export const naturalGradientStep = experiment({
  label: 'G-8',
  title:
    'the step theta - lambda F^(-1) g: its direction solves F N = g, and to first order it lowers the loss by lambda g.N; classifiers, F damped',
  claim: '(F + 1/20) N = g and -dL/d lambda = g.N at lambda = 0',
  expected: 'supported',
  tolerance: 1e-7,
  cases: 5,
  draw: (seed) => ({ seed, label: seed % 3 }),
  evaluate: async ({ seed, label }) => {
    const setting = randomSetting(seed, [2, 3, 3], 2, categoricalHead());
    const targets = [0, 1, 2, 3, 4, 5].map((k) => (k === label || k === 3 + ((label + 1) % 3) ? 1 : 0));
    const gradient = await gradientOf(setting, targets);
    const factors = await outputFactors(pointOf(setting), { kind: 'exact' }, engine.referenceEngine);
    const point = pointOf(setting, damping);
    const { direction } = await naturalGradient(point, factors, gradient, 'full', engine.referenceEngine);
    const natural = Array.from(direction);
    const F = await fisherOf(setting);
    const h = 1e-4;
    const loss = (step: number) => lossOf(at(setting, moved(setting.theta, step, natural)), targets);
    const slope = ((await loss(-h)) - (await loss(h))) / (2 * h);
    return {
      left: [...product(F, natural).map((value, k) => value + damping * natural[k]), -slope],
      right: [...gradient, dot(gradient, natural)],
    };
  },
});

export const decreaseOfTheLoss = calculation({
  label: 'G-8/decrease',
  title: "to first order a step t - lambda F^(-1) L'(t) lowers L by lambda L'(t)^2/F",
  symbols: { t: 'real', F: 'real', lambda: 'real' },
  functions: ['L'],
  claim: 'at(D(L(t - lambda*D(L(t), t)/F), lambda), lambda, 0) = -D(L(t), t)^2/F',
  expected: 'proved',
});
