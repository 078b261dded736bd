import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inverseTriangle, pivotedCholesky, pivotTriangle } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

const shape = fc.record({ size: fc.integer({ min: 1, max: 9 }), rank: fc.integer({ min: 1, max: 9 }), seed: fc.nat() });

/** B B^T for a random B of as many columns as the rank. */
function gram({ size, rank, seed }: { readonly size: number; readonly rank: number; readonly seed: number }) {
  const b = normalVector(randomSource(seed), size * rank);
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return Array.from({ length: rank }, (__, k) => b[i * rank + k]! * b[j * rank + k]!).reduce((x, y) => x + y);
  });
}

test('L L^T is the matrix, with as many pivots as its rank', () => {
  fc.assert(
    fc.property(shape, (parts) => {
      const { size, rank } = parts;
      const matrix = gram(parts);
      const largest = Math.max(...matrix.map(Math.abs));
      const { pivots, factor } = pivotedCholesky(matrix, size, 1e-11 * largest);
      expect(pivots.length).toBeLessThanOrEqual(Math.min(size, rank));
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let k = 0; k < pivots.length; k += 1) sum += factor[i * size + k]! * factor[j * size + k]!;
          expect(Math.abs(sum - matrix[i * size + j]!)).toBeLessThan(1e-10 * largest);
        }
      }
    }),
  );
});

test('the pivots are the largest that remain, and end at the number asked for', () => {
  const diagonal = Float64Array.from([1, 0, 0, 0, 9, 0, 0, 0, 4]);
  expect(pivotedCholesky(diagonal, 3, 0).pivots).toEqual([1, 2, 0]);
  expect(pivotedCholesky(diagonal, 3, 0, 2).pivots).toEqual([1, 2]);
  expect(pivotedCholesky(diagonal, 3, 2).pivots).toEqual([1, 2]);
  expect(pivotedCholesky(new Float64Array(4), 2, 0).pivots).toEqual([]);
});

test('the inverse of the triangle of pivot rows takes it to the identity', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(), (size, seed) => {
      const factor = pivotedCholesky(gram({ size, rank: size + 3, seed }), size, 0);
      const triangle = pivotTriangle(factor);
      const inverse = inverseTriangle(triangle, size);
      const scale = Math.max(...inverse.map(Math.abs)) * Math.max(...triangle.map(Math.abs));
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let k = 0; k < size; k += 1) sum += inverse[i * size + k]! * triangle[k * size + j]!;
          expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-13 * scale);
        }
      }
    }),
  );
});
