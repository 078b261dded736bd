import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nullSpace, type Rational, rank, rational, rationals } from '../../src/algebra/index.ts';
import { realNumbers } from '../../src/calculus/index.ts';

/** Matrices of low rank: products of thin ones. */
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, inner, columns]) => fc.tuple(table(rows, inner), table(inner, columns), fc.constant(columns)))
  .map(([left, right, columns]) =>
    left.map((row) =>
      Array.from({ length: columns }, (_, j) => rationals.sum(row.map((e, k) => rationals.multiply(e, right[k][j])))),
    ),
  );

function table(rows: number, columns: number): fc.Arbitrary<Rational[][]> {
  const entry = fc.integer({ min: -2, max: 2 }).map((value) => rational(value));
  return fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
}

it('is mapped to zero, independent, and as large as the rank leaves room', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const basis = nullSpace(rationals, matrix);
      for (const vector of basis) {
        for (const row of matrix) {
          expect(rationals.sum(row.map((e, k) => rationals.multiply(e, vector[k])))).toEqual(rationals.zero);
        }
      }
      expect(rank(rationals, basis)).toBe(basis.length);
      expect(basis.length + rank(rationals, matrix)).toBe(matrix[0].length);
    }),
  );
});

it('over floating point counts small entries as zero, as told', () => {
  const third = 1 / 3;
  const matrix = [
    [third, 2 * third],
    [third * 1.1, third * 2.2],
  ];
  const least = 1e-14; // some units of rounding of numbers near 1
  expect(nullSpace(realNumbers, matrix, least)).toEqual([[expect.closeTo(-2, 14), 1]]);
  expect(
    nullSpace(
      realNumbers,
      [
        [1, 0],
        [0, 1e-3],
      ],
      least,
    ),
  ).toEqual([]);
});
