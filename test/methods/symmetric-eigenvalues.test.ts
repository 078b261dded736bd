import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { symmetricEigenvalues, tridiagonalEigenvalues, tridiagonalised } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

const cases = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }));

/** A random symmetric matrix of the given rank or less, with entries of both signs. */
function symmetric(seed: number, size: number, rank: number): Matrix {
  const random = randomSource(seed);
  const sum = Matrix.zeros(size, size);
  for (let k = 0; k < rank; k += 1) {
    const column = Matrix.columnVector(normalVector(random, size));
    sum.add(column.mmul(column.transpose()).mul(k % 2 === 0 ? 1 : -0.5));
  }
  return sum;
}

describe('the eigenvalues of a symmetric matrix', () => {
  test('are those of the plain decomposition with eigenvectors, of full and of deficient rank', () => {
    fc.assert(
      fc.property(cases, ([seed, size, rank]) => {
        const matrix = symmetric(seed, size, rank);
        const values = symmetricEigenvalues(Float64Array.from(matrix.to1DArray()), size);
        const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
        realEigenvalues
          .sort((a, b) => a - b)
          .forEach((value, i) => {
            expect(values[i]).toBeCloseTo(value, 10);
          });
      }),
    );
  });

  test('of the second difference operator are 2 - 2 cos(pi k / (n + 1))', () => {
    const n = 40;
    const { values } = tridiagonalEigenvalues({
      diagonal: new Float64Array(n).fill(2),
      beside: new Float64Array(n - 1).fill(-1),
    });
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (i + 1)) / (n + 1)), 12);
    });
  });

  test('of a diagonal matrix are its entries, in order', () => {
    expect([...symmetricEigenvalues(Float64Array.of(3, 0, 0, -1), 2)]).toEqual([-1, 3]);
    expect([...symmetricEigenvalues(Float64Array.of(5), 1)]).toEqual([5]);
  });
});

test('a tridiagonal form has the trace and the Frobenius norm of the matrix', () => {
  fc.assert(
    fc.property(cases, ([seed, size, rank]) => {
      const matrix = symmetric(seed, size, rank);
      const { diagonal, beside } = tridiagonalised(Float64Array.from(matrix.to1DArray()), size);
      const squares = (entries: Float64Array) => entries.reduce((sum, x) => sum + x * x, 0);
      expect(diagonal.reduce((a, b) => a + b, 0)).toBeCloseTo(matrix.trace(), 10);
      expect(squares(diagonal) + 2 * squares(beside)).toBeCloseTo(matrix.norm() ** 2, 8);
    }),
  );
});

test('weights are the quadrature of e_1^T f(T) e_1: they sum to one and give the moments of the first entry', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 10 }), (seed, size) => {
      const random = randomSource(seed);
      const tridiagonal = { diagonal: normalVector(random, size), beside: normalVector(random, size - 1) };
      const { values, weights } = tridiagonalEigenvalues(tridiagonal);
      const moment = (k: number) => values.reduce((sum, value, i) => sum + weights[i]! * value ** k, 0);
      const [d0, e0] = [tridiagonal.diagonal[0]!, tridiagonal.beside[0] ?? 0];
      expect(moment(0)).toBeCloseTo(1, 11);
      expect(moment(1)).toBeCloseTo(d0, 10);
      expect(moment(2)).toBeCloseTo(d0 ** 2 + e0 ** 2, 9);
    }),
  );
});
