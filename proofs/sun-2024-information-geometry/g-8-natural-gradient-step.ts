import {
  assume,
  by,
  declare,
  engine,
  equation,
  experiment,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { categoricalHead } from 'fisher-rao/network';
import { at, dot, fisherOf, gradientOf, lossOf, moved, pointOf, product, randomSetting } from '../networks.ts';
import { a, b, g, p, S, scoreIn, smoothFamily, x, θ } from './changes-of-coordinates.ts';

const { derivative, multiply, negate, square, sum } = term;

const damping = 0.05;

/** A loss of the coordinates θ of a family, the natural gradient N, and a coordinate λ along which θ moves by -N. */
const loss = declare.realFunction('L', [S]);
const inner = declare.point('q', S);
const slope = (along: PointVariable): Term => loss.partial(along)(inner, θ(inner));
const N = declare.function('N', S);
const length = declare.coordinates('λ', [])();
const solves = assume.equation('F N = dL', sum(b, multiply(g(a, b), N(b))), slope(a));
const moves = assume.equation('the step is -N', derivative(length, θ(a)), negate(N(a)));
const meanSquare = sum(x, multiply(p(), square(sum(a, multiply(N(a), scoreIn(a))))));

export const naturalGradientStep = statement({
  label: 'G-8',
  title:
    'the step theta - lambda N along the natural gradient, which solves F N = dL, lowers the loss to first order by lambda times the mean square of the score along N, so never raises it; for any loss, family and number of parameters',
  given: [...smoothFamily, assume.differentiable(loss), solves, moves],
  claim: equation(derivative(length, loss(inner, θ(inner))), negate(meanSquare)),
  expected: 'proved',
  proof: () =>
    start(derivative(length, loss(inner, θ(inner))))
      .equals(sum(a, multiply(slope(a), derivative(length, θ(a)))), by.chainRule)
      .equals(sum(a, multiply(slope(a), negate(N(a)))), by.assumption(moves))
      .equals(sum(a, multiply(sum(b, multiply(g(a, b), N(b))), negate(N(a)))), by.assumption(solves))
      .equals(negate(meanSquare), by.definition(g), by.rearrangement),
});

export const naturalGradientStepOfClassifiers = experiment({
  label: 'G-8/classifiers',
  title: 'so it does for classifiers, with F damped',
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
