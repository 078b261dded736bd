import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Field,
  inverseMatrix,
  type Matrix,
  type Rational,
  rank,
  rational,
  rationalFunctions,
  rationals,
} from '../../src/algebra/index.ts';
import { DomainError } from '../../src/errors.ts';

const entries = fc.integer({ min: -4, max: 4 }).map((k) => rational(k));
const squares = (n: number) =>
  fc.array(fc.array(entries, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
const anySquare = fc.integer({ min: 1, max: 4 }).chain(squares);

function times<E>(field: Field<E>, a: Matrix<E>, b: Matrix<E>): E[][] {
  return a.map((row) => b[0].map((_, j) => field.sum(row.map((e, k) => field.multiply(e, b[k][j])))));
}

function identity(n: number): Rational[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => rational(i === j ? 1 : 0)));
}

describe('matrices over a field', () => {
  it('have an inverse on both sides exactly when their rank is full', () => {
    fc.assert(
      fc.property(anySquare, (matrix) => {
        if (rank(rationals, matrix) < matrix.length) {
          expect(() => inverseMatrix(rationals, matrix)).toThrow(DomainError);
          return;
        }
        const inverse = inverseMatrix(rationals, matrix);
        expect(times(rationals, matrix, inverse)).toEqual(identity(matrix.length));
        expect(times(rationals, inverse, matrix)).toEqual(identity(matrix.length));
      }),
    );
  });

  it('say which rank they have where they have no inverse', () => {
    const [one, two] = [rational(1), rational(2)];
    expect(() =>
      inverseMatrix(rationals, [
        [one, two],
        [one, two],
      ]),
    ).toThrow('a singular 2 x 2 matrix has no inverse: its rank is 1');
  });

  it('have a rank that neither transposition nor a factor raises', () => {
    fc.assert(
      fc.property(squares(3), squares(3), (a, b) => {
        const transposed = a.map((_, i) => a.map((row) => row[i]));
        expect(rank(rationals, transposed)).toBe(rank(rationals, a));
        expect(rank(rationals, times(rationals, a, b))).toBeLessThanOrEqual(
          Math.min(rank(rationals, a), rank(rationals, b)),
        );
      }),
    );
    expect(rank(rationals, [])).toBe(0);
  });

  it('need a pivot that is not zero, not one that is first', () => {
    const [zero, one] = [rationalFunctions.zero, rationalFunctions.one];
    expect(
      inverseMatrix(rationalFunctions, [
        [zero, one],
        [one, zero],
      ]),
    ).toEqual([
      [zero, one],
      [one, zero],
    ]);
  });
});
