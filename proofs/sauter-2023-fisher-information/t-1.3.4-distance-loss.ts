import { by, declare, experiment, inequality, type PointVariable, start, statement, type Term, term } from 'fisher-rao';

export const distanceLoss = experiment({
  label: 'T-1.3.4',
  title: 'the subloss is a distance (as printed), as is the squared difference in the example: the triangle inequality',
  claim: 'd(u, w) <= d(u, v) + d(v, w) for d = (u - v)^2',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ u: 0, v: 1, w: 2 }],
  evaluate: ({ u, v, w }) => ({ left: (u - w) ** 2, right: (u - v) ** 2 + (v - w) ** 2 }),
});

const { delta, multiply, square, subtract, sum } = term;

/** Any number of outputs a, and one of them, o. */
const outputs = declare.space('A');
const [a, o] = [declare.point('a', outputs), declare.point('o', outputs)];
const [p, y] = [declare.function('p', outputs), declare.function('y', outputs)];
const squaredDifference = (of: PointVariable): Term => square(subtract(p(of), y(of)));
const distance = sum(a, squaredDifference(a));
const others = sum(a, square(multiply(subtract(1, delta(a, o)), subtract(p(a), y(a)))));

export const dissimilarity = statement({
  label: 'T-1.3.4/repaired',
  title:
    'it is a dissimilarity: at least the square of every difference, so that it is never negative, and zero for equal arguments alone; any number of outputs',
  claim: inequality(squaredDifference(o), distance),
  expected: 'proved',
  proof: () => start(squaredDifference(o)).atMost(distance, by.difference(others), by.delta, by.rearrangement),
});
