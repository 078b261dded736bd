/** Section 2.2: lengths, geodesics, connection and curvature; section 2.3 repeats some of them. */
import { assume, by, declare, equation, experiment, type GeneralStatement, start, statement, term } from 'fisher-rao';
import { a, b, i, j, θ } from './curves.ts';

const { multiply, sum } = term;

type Matrix = number[][];

/** The speed by the root of the sum, and by the sum of the roots; NaN where a root is not real. */
const speed = (g: Matrix, v: readonly number[]): number =>
  Math.sqrt(g.reduce((sum, row, a) => sum + row.reduce((inner, value, b) => inner + value * v[a] * v[b], 0), 0));
const sumOfRoots = (g: Matrix, v: readonly number[]): number =>
  g.reduce((sum, row, a) => sum + row.reduce((inner, value, b) => inner + Math.sqrt(value * v[a] * v[b]), 0), 0);

const curves: { g: Matrix; v: number[] }[] = [
  {
    g: [
      [1, 0],
      [0, 1],
    ],
    v: [1, 1],
  },
  {
    g: [
      [1, 0],
      [0, 2],
    ],
    v: [1, 1],
  },
];

/** The length with the root inside the sum. */
export const asPrinted = (label: string, title: string) =>
  experiment({
    label,
    title,
    claim: 'sum_ij sqrt(g_ij v_i v_j) = sqrt(sum_ij g_ij v_i v_j)',
    expected: 'refuted',
    instances: curves,
    evaluate: ({ g, v }) => ({ left: sumOfRoots(g, v), right: speed(g, v) }),
  });

/** A metric in the coordinates θ and the metric that it is in others, of which θ are functions; a velocity v in these. */
const metric = declare.function('g', [a, b]);
const v = declare.function('v', i.space);
const slope = (along: typeof i, of: typeof a) => term.derivative(along, θ(of));
const pulledBack = sum(a, sum(b, multiply(slope(i, a), slope(j, b), metric(a, b))));
const velocity = (of: typeof a) => sum(i, multiply(v(i), slope(i, of)));
const squaredSpeed = sum(i, sum(j, multiply(pulledBack, v(i), v(j))));
const squaredSpeedInθ = sum(a, sum(b, multiply(metric(a, b), velocity(a), velocity(b))));

/** The square of the speed does not depend on coordinates. */
export const repaired = (label: string): GeneralStatement =>
  statement({
    label,
    title:
      'with the sum under the root the speed does not depend on coordinates: sum_ij g_ij v_i v_j is the same in all, for any metric and any number of coordinates',
    given: [assume.differentiable(θ)],
    claim: equation(squaredSpeed, squaredSpeedInθ),
    expected: 'proved',
    proof: () => start(squaredSpeed).equals(squaredSpeedInθ, by.rearrangement),
  });
