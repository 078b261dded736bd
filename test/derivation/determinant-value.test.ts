import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationals } from '../../src/algebra/index.ts';
import { determinantOf } from '../../src/derivation/determinant-value.ts';
import {
  addQuantities,
  constantQuantity,
  type MixedDerivatives,
  multiplyQuantities,
} from '../../src/derivation/mixed-derivatives.ts';

const quantity = fc.array(
  fc.integer({ min: -3, max: 3 }).map((k) => rational(k)),
  { minLength: 2, maxLength: 2 },
);
const matrix = (size: number) =>
  fc.array(fc.array(quantity, { minLength: size, maxLength: size }), { minLength: size, maxLength: size });

/** Leibniz's formula: the signed sum over permutations. */
function byPermutations(rows: readonly (readonly MixedDerivatives[])[]): MixedDerivatives {
  if (rows.length === 0) return constantQuantity(rationals.one, 1);
  return rows[0]
    .map((entry, column) => {
      const minor = byPermutations(rows.slice(1).map((row) => row.filter((_, other) => other !== column)));
      const sign = constantQuantity(rational(column % 2 === 0 ? 1 : -1), 1);
      return multiplyQuantities(sign, multiplyQuantities(entry, minor));
    })
    .reduce(addQuantities);
}

describe('the determinant of a matrix of quantities', () => {
  it.each([1, 2, 3, 4, 5])('of %i rows is that of the expansion along rows, with its derivative', (size) => {
    fc.assert(
      fc.property(matrix(size), (rows) => {
        expect(determinantOf(rows, 1)).toEqual(byPermutations(rows));
      }),
      { numRuns: 40 },
    );
  });

  it('is refused for more rows than anyone should wait for', () => {
    const row = Array.from({ length: 13 }, () => constantQuantity(rationals.zero, 0));
    expect(() =>
      determinantOf(
        row.map(() => row),
        0,
      ),
    ).toThrow('not evaluated');
  });
});
