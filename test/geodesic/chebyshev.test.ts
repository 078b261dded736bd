import { expect, it } from 'vitest';
import { chebyshevGrid } from '../../src/geodesic/chebyshev.ts';

const grid = chebyshevGrid(12);
const values = (f: (t: number) => number): number[] => grid.nodes.map(f);

it('polynomials up to the degree are differentiated, integrated and interpolated exactly', () => {
  for (const power of [0, 1, 5, 12]) {
    const at = values((t) => t ** power);
    grid.differentiation.forEach((row, k) => {
      const derivative = row.reduce((sum, weight, m) => sum + weight * at[m], 0);
      expect(derivative).toBeCloseTo(power === 0 ? 0 : power * grid.nodes[k] ** (power - 1), 10);
    });
    expect(grid.weights.reduce((sum, weight, k) => sum + weight * at[k], 0)).toBeCloseTo(1 / (power + 1), 13);
    expect(grid.interpolate(at, 0.37)).toBeCloseTo(0.37 ** power, 13);
    expect(grid.interpolate(at, grid.nodes[3])).toBe(at[3]);
  }
});

it('a degree beyond is not exact: interpolation has an error', () => {
  expect(
    Math.abs(
      grid.interpolate(
        values((t) => t ** 13),
        0.37,
      ) -
        0.37 ** 13,
    ),
  ).toBeGreaterThan(1e-12);
});

it('the nodes go from 0 to 1 and are those of the cosine', () => {
  expect([grid.nodes[0], grid.nodes[12]]).toEqual([0, 1]);
  expect(grid.nodes[3]).toBeCloseTo((1 - Math.cos(Math.PI / 4)) / 2, 15);
});
