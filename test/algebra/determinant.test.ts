import fc from 'fast-check';
import { expect, it } from 'vitest';
import { determinant, type Rational, rational, rationals } from '../../src/algebra/index.ts';

function matrices(n: number): fc.Arbitrary<Rational[][]> {
  const entry = fc.integer({ min: -3, max: 3 }).map((value) => rational(value));
  return fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
}

/** The definition: the sum over the first row with alternating signs. */
function expanded(matrix: readonly (readonly Rational[])[]): Rational {
  if (matrix.length === 0) return rationals.one;
  const [row, ...rest] = matrix;
  const terms = row.map((e, k) => {
    const minor = expanded(rest.map((other) => other.filter((_, j) => j !== k)));
    const term = rationals.multiply(e, minor);
    return k % 2 === 0 ? term : rationals.negate(term);
  });
  return rationals.sum(terms);
}

it.each([0, 1, 2, 3, 4])('the determinant of size %i is that of Laplace, zeros as pivots included', (n) => {
  fc.assert(
    fc.property(matrices(n), (m) => {
      expect(determinant(rationals, m)).toEqual(expanded(m));
    }),
  );
});

it('changes its sign when two rows are exchanged', () => {
  fc.assert(
    fc.property(matrices(3), ([a, b, c]) => {
      expect(determinant(rationals, [b, a, c])).toEqual(rationals.negate(determinant(rationals, [a, b, c])));
    }),
  );
});
