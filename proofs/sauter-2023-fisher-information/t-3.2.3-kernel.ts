import { by, declare, experiment, inequality, type PointVariable, start, statement, type Term, term } from 'fisher-rao';
import { dot, jacobianByDifferences } from '../networks.ts';
import { kernelMatrix, scalar } from './gradient-flow.ts';

export const kernel = experiment({
  label: 'T-3.2.3',
  title:
    'a kernel is K(x_i, x_i) = phi(x_i).phi(x_i) (as printed, one argument twice): that of a network with itself at two inputs',
  claim: 'Lambda_ij = |grad f(x_i)|^2 for all i and j',
  expected: 'refuted',
  instances: [{ seed: 1 }],
  evaluate: async ({ seed }) => {
    const setting = scalar(seed);
    const jacobian = await jacobianByDifferences(setting);
    return {
      left: (await kernelMatrix(setting)).flat(),
      right: jacobian.flatMap((row) => jacobian.map(() => dot(row, row))),
    };
  },
});

const { multiply, square, sum } = term;

/** Any number of features a of any number of points u, v, and coefficients. */
const points = declare.space('N');
const [u, v] = [declare.point('u', points), declare.point('v', points)];
const a = declare.point('a', declare.space('A'));
const feature = declare.function('φ', [a, u]);
const coefficient = declare.function('c', points);
const kernelOf = (one: PointVariable, other: PointVariable): Term =>
  sum(a, multiply(feature(a, one), feature(a, other)));
const form = sum(u, sum(v, multiply(coefficient(u), coefficient(v), kernelOf(u, v))));
const squares = sum(a, square(sum(u, multiply(coefficient(u), feature(a, u)))));

export const kernelOfTwoPoints = statement({
  label: 'T-3.2.3/repaired',
  title:
    'it is K(x_i, x_j) = phi(x_i).phi(x_j), symmetric with a nonnegative quadratic form; any number of points and features',
  claim: inequality(0, form),
  expected: 'proved',
  proof: () => start(0).atMost(form, by.difference(squares), by.rearrangement),
});
