import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationals, solveLinearSystem } from '../../src/algebra/index.ts';
import { realNumbers } from '../../src/calculus/index.ts';
import { DomainError } from '../../src/errors.ts';

const entry = fc.oneof(
  { weight: 2, arbitrary: fc.constant(rational(0)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 }))
      .map(([n, d]) => rational(n, d)),
  },
);
const systems = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    matrix: fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
    right: fc.array(entry, { minLength: n, maxLength: n }),
  }),
);

function applied(matrix: readonly (readonly Rational[])[], x: readonly Rational[]): Rational[] {
  return matrix.map((row) => rationals.sum(row.map((e, k) => rationals.multiply(e, x[k]))));
}

describe('the solution of a linear system', () => {
  it('satisfies it exactly, zeros on the diagonal or not; without one solution the system is refused', () => {
    let solved = 0;
    fc.assert(
      fc.property(systems, ({ matrix, right }) => {
        try {
          expect(applied(matrix, solveLinearSystem(rationals, matrix, right))).toEqual(right);
          solved++;
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 200 },
    );
    expect(solved).toBeGreaterThan(50);
  });

  it('is refused with the rank for a singular matrix', () => {
    const matrix = [
      [1, 2],
      [2, 4],
    ].map((row) => row.map((e) => rational(e)));
    expect(() => solveLinearSystem(rationals, matrix, [rational(1), rational(2)])).toThrow(/2 x 2 .* its rank is 1/);
  });

  it('does not divide by small numbers where larger ones stand in the same column', () => {
    // Without a choice of pivots 1e-20 swallows the 1 beside it and x comes out as [0, 1].
    const [x, y] = solveLinearSystem(
      realNumbers,
      [
        [1e-20, 1],
        [1, 1],
      ],
      [1, 2],
    );
    expect([x, y]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });
});
