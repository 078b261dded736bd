import { expect, it } from 'vitest';
import { isPositiveDefinite, quadratic } from '../../src/geodesic/quadratic.ts';

it('a quadratic form has the mixed terms twice', () => {
  expect(quadratic([[2, 3], [3, 5]], [1, -1])).toBe(1); // biome-ignore format: 2 - 6 + 5
});

it('positive definite are matrices whose leading minors are positive', () => {
  expect(isPositiveDefinite([[2, 1], [1, 1]])).toBe(true); // biome-ignore format: a matrix
  expect(isPositiveDefinite([[1, 2], [2, 1]])).toBe(false); // biome-ignore format: a matrix
  expect(isPositiveDefinite([[-1, 0], [0, -1]])).toBe(false); // biome-ignore format: a matrix
  expect(isPositiveDefinite([[0, 1], [1, 0]])).toBe(false); // biome-ignore format: a matrix
});
