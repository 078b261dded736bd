import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positiveDefiniteSpace } from '../../src/geodesic/positive-definite.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

const places = [
  [0, 0],
  [0, 1],
  [1, 1],
] as const;
const space = positiveDefiniteSpace(1, places);

modelSpaceLaws('covariance matrices of order 2', {
  space,
  // tr(P E P F)/2, entry by entry
  metric: ([a, b, c]) => {
    const d = a * c - b * b;
    const P = [
      [c / d, -b / d],
      [-b / d, a / d],
    ];
    const E = [
      [[1, 0], [0, 0]],
      [[0, 1], [1, 0]],
      [[0, 0], [0, 1]],
    ]; // biome-ignore format: matrices
    const product = (x: number[][], y: number[][]): number[][] =>
      x.map((row) => [0, 1].map((j) => row[0] * y[0][j] + row[1] * y[1][j]));
    return E.map((e) =>
      E.map((f) => {
        const m = product(product(P, e), product(P, f));
        return (m[0][0] + m[1][1]) / 2;
      }),
    );
  },
  points: fc.tuple(within(0.5, 2), within(-0.9, 0.9), within(0.5, 2)).map(([a, r, c]) => [a, r * Math.sqrt(a * c), c]),
});

it('diagonal matrices are at the distance of their logarithms, which congruences do not change', () => {
  const expected = Math.sqrt((Math.log(4) ** 2 + Math.log(9) ** 2) / 2);
  expect(space.distance([1, 0, 1], [4, 0, 9])).toBeCloseTo(expected, 12);
  // A S A^T for A = [[1, 2], [0, 1]]
  expect(space.distance([5, 2, 1], [4 + 36, 18, 9])).toBeCloseTo(expected, 12);
});
