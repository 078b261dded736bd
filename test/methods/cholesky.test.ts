import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { choleskySolve, choleskyTriangle } from '../../src/methods/cholesky.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

/** X X^T + 1/10 for a random square X, which is positive definite. */
function definite(size: number, seed: number): Float64Array {
  const x = normalVector(randomSource(seed), size * size);
  return Float64Array.from({ length: size * size }, (_, entry) => {
    const [i, j] = [Math.floor(entry / size), entry % size];
    let sum = i === j ? 0.1 : 0;
    for (let k = 0; k < size; k += 1) sum += x[i * size + k]! * x[j * size + k]!;
    return sum;
  });
}

const product = (matrix: Float64Array, x: ArrayLike<number>): number[] =>
  Array.from({ length: x.length }, (_, i) =>
    Array.from(x).reduce((sum, entry, k) => sum + matrix[i * x.length + k]! * entry, 0),
  );

test('the triangle is lower, its product with its transpose the matrix, and solutions solve', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(1000), (size, seed) => {
      const matrix = definite(size, seed);
      const triangle = choleskyTriangle(matrix, size);
      for (let i = 0; i < size; i += 1) {
        for (let j = 0; j < size; j += 1) {
          let sum = 0;
          for (let k = 0; k < size; k += 1) sum += triangle[i * size + k]! * triangle[j * size + k]!;
          expect(sum).toBeCloseTo(matrix[i * size + j]!, 10);
          if (j > i) expect(triangle[i * size + j]).toBe(0);
        }
      }
      const rights = [normalVector(randomSource(seed, 1), size), normalVector(randomSource(seed, 2), size)];
      choleskySolve(triangle, size, rights).forEach((x, s) => {
        product(matrix, x).forEach((entry, i) => {
          expect(entry).toBeCloseTo(rights[s]![i]!, 8);
        });
      });
    }),
    { numRuns: 30 },
  );
});

test('a singular matrix is refused', () => {
  expect(() => choleskyTriangle(Float64Array.of(1, 1, 1, 1), 2)).toThrow(DomainError);
  expect(() => choleskyTriangle(Float64Array.of(1, 2, 2, 1), 2)).toThrow(/singular to working precision/);
});
