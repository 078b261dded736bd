/** Section 2.2: lengths, geodesics, connection and curvature; section 2.3 repeats some of them. */
import { calculation, experiment } from 'fisher-rao';

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

/** The square of the speed does not depend on coordinates. */
export const repaired = (label: string) =>
  calculation({
    label,
    title: 'with the sum under the root the speed does not depend on coordinates: g(J w, J w) for the velocity J w',
    symbols: {
      a: 'real',
      b: 'real',
      e: 'real',
      j11: 'real',
      j12: 'real',
      j21: 'real',
      j22: 'real',
      w1: 'real',
      w2: 'real',
    },
    definitions: {
      v1: 'j11*w1 + j12*w2',
      v2: 'j21*w1 + j22*w2',
      g11: 'a*j11^2 + 2*b*j11*j21 + e*j21^2',
      g12: 'a*j11*j12 + b*(j11*j22 + j21*j12) + e*j21*j22',
      g22: 'a*j12^2 + 2*b*j12*j22 + e*j22^2',
    },
    claim: 'a*v1^2 + 2*b*v1*v2 + e*v2^2 = g11*w1^2 + 2*g12*w1*w2 + g22*w2^2',
    expected: 'proved',
  });
