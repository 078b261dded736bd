import {
  assume,
  by,
  type CallableDefinition,
  declare,
  engine,
  equation,
  experiment,
  induction,
  type Natural,
  next,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { naturalGradient, outputFactors } from 'fisher-rao/methods';
import { adam as adamOptimiser, bernoulliHead, initialOptimiserState, optimiserStep } from 'fisher-rao/network';
import { gradientOf, pointOf, randomSetting } from '../networks.ts';

const { add, divide, fraction, multiply, square, subtract } = term;

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

/** Means of a constant gradient and of its square, m_0 = 0, m_(t+1) = β m_t + (1 - β) q, and the powers β^t. */
const t = declare.natural('t');
const [β1, β2, g, ε, η] = ['β1', 'β2', 'g', 'ε', 'η'].map((name) => declare.function(name, []));
const meanOf = (name: string, β: Term, q: Term): CallableDefinition =>
  declare.sequence(name, t, () => [], {
    zero: () => fraction(0, 1),
    next: (earlier) => add(multiply(β, earlier()), multiply(subtract(1, β), q)),
  });
const powerOf = (name: string, β: Term): CallableDefinition =>
  declare.sequence(name, t, () => [], { zero: () => fraction(1, 1), next: (earlier) => multiply(β, earlier()) });
const [mean, power] = [meanOf('m', β1(), g()), powerOf('B', β1())];
const [meanSquare, otherPower] = [meanOf('v', β2(), square(g())), powerOf('C', β2())];

/** After t steps the mean of a constant q is (1 - β^t) q. */
const ofAConstant = (of: CallableDefinition, corrected: CallableDefinition, β: Term, q: Term) => {
  const after = (steps: Natural | number): Term => multiply(subtract(1, corrected(steps)), q);
  return {
    claim: equation(of(t), after(t)),
    proof: () =>
      induction(
        t,
        start(of(0)).equals(after(0), by.definition(of), by.definition(corrected)),
        start(of(next(t)))
          .equals(add(multiply(β, of(t)), multiply(subtract(1, β), q)), by.definition(of))
          .equals(add(multiply(β, after(t)), multiply(subtract(1, β), q)), by.inductionHypothesis)
          .equals(after(next(t)), by.definition(corrected)),
      ),
  };
};

export const meanOfAConstant = statement({
  label: 'G-12/mean',
  title:
    'after any number t of steps the mean of a constant gradient g is (1 - beta^t) g, so that divided by 1 - beta^t it is g',
  ...ofAConstant(mean, power, β1(), g()),
  expected: 'proved',
});

export const meanOfAConstantSquare = statement({
  label: 'G-12/mean-square',
  title: 'and the mean of its square is (1 - beta^t) g^2',
  ...ofAConstant(meanSquare, otherPower, β2(), square(g())),
  expected: 'proved',
});

/** For step t + 1: 1 - β^(t+1), which must not be zero, the root of the corrected mean of squares, and |g|. */
const [one, two, root] = ['b', 'c', 'r'].map((name) => declare.function(name, [t]));
const size = declare.function('a', []);
const isCorrection = assume.equation('b = 1 - β1^(t+1)', one(t), subtract(1, power(next(t))));
const isOtherCorrection = assume.equation('c = 1 - β2^(t+1)', two(t), subtract(1, otherPower(next(t))));
const isRoot = assume.equation('r is the root of v/c', square(root(t)), divide(meanSquare(next(t)), two(t)));
const isSize = assume.equation('a = |g|', square(size()), square(g()));
const roots = [assume.nonzero(two), assume.positive(root), assume.positive(size), isOtherCorrection, isRoot, isSize];

export const rootOfTheMeanSquare = statement({
  label: 'G-12/root',
  title: 'the root of the mean square, divided by 1 - beta^t, is |g|, for g not zero',
  given: roots,
  claim: equation(root(t), size()),
  expected: 'proved',
  proof: () => {
    const beside = (one: Term, other: Term): Term => add(size(), divide(subtract(one, other), add(root(t), size())));
    return start(root(t))
      .equals(beside(square(root(t)), square(size())))
      .equals(beside(divide(meanSquare(next(t)), two(t)), square(g())), by.assumption(isRoot), by.assumption(isSize))
      .equals(
        beside(divide(multiply(subtract(1, otherPower(next(t))), square(g())), two(t)), square(g())),
        by.theorem(theoremOf(meanOfAConstantSquare)),
      )
      .equals(beside(divide(multiply(two(t), square(g())), two(t)), square(g())), by.assumption(isOtherCorrection))
      .equals(size());
  },
});

const step = (m: Term, r: Term): Term => divide(multiply(-1, η(), m), add(r, ε()));
const corrected = divide(mean(next(t)), one(t));

export const adam = statement({
  label: 'G-12/repaired',
  title:
    'it divides by the root of the averaged squared gradient plus epsilon: after any number of steps with a constant gradient g, not zero, each step is -eta g/(|g| + epsilon)',
  given: [...roots, assume.nonzero(one), assume.positive(ε), isCorrection],
  claim: equation(step(corrected, root(t)), step(g(), size())),
  expected: 'proved',
  proof: () =>
    start(step(corrected, root(t)))
      .equals(
        step(divide(multiply(subtract(1, power(next(t))), g()), one(t)), size()),
        by.theorem(theoremOf(meanOfAConstant)),
        by.theorem(theoremOf(rootOfTheMeanSquare)),
      )
      .equals(step(divide(multiply(one(t), g()), one(t)), size()), by.assumption(isCorrection))
      .equals(step(g(), size())),
});
