import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinant, type Rational, rational, rationals } from '../../src/algebra/index.ts';
import { type Expression, evaluateExpression, printExpression, rationalNumbers } from '../../src/calculus/index.ts';
import { symmetricMatrix } from '../../src/families/symmetric-matrix.ts';

const sizes = [1, 2, 3, 4, 5];
const small = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 3 })).map(([n, d]) => rational(n, d));

function valuesFor(size: number): fc.Arbitrary<Record<string, Rational>> {
  return fc.record(Object.fromEntries(symmetricMatrix('s', size).entries.map(({ name }) => [name, small])));
}

describe.each(sizes)('a symmetric matrix of size %i', (size) => {
  const matrix = symmetricMatrix('s', size);
  const range = Array.from({ length: size }, (_, k) => k);
  const at = (values: Record<string, Rational>) => (e: Expression) =>
    evaluateExpression(rationalNumbers, e, (name) => values[name]);
  const rows = (values: Record<string, Rational>) => range.map((i) => range.map((j) => values[matrix.name(i, j)]));

  it('has the determinant that elimination finds, and the leading minors of its corners', () => {
    fc.assert(
      fc.property(valuesFor(size), (values) => {
        expect(at(values)(matrix.determinant)).toEqual(determinant(rationals, rows(values)));
        matrix.leadingMinors.forEach((minor, k) => {
          const corner = rows(values)
            .slice(0, k + 2)
            .map((row) => row.slice(0, k + 2));
          expect(at(values)(minor)).toEqual(determinant(rationals, corner));
        });
      }),
      { numRuns: 10 },
    );
  });

  it('times its adjugate is its determinant', () => {
    fc.assert(
      fc.property(valuesFor(size), (values) => {
        const value = at(values);
        for (const i of range) {
          for (const j of range) {
            const entries = range.map((k) => rationals.multiply(rows(values)[i][k], value(matrix.adjugate(k, j))));
            expect(rationals.sum(entries)).toEqual(i === j ? value(matrix.determinant) : rationals.zero);
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});

it('a symmetric matrix names its entries row by row, whichever index comes first', () => {
  const matrix = symmetricMatrix('v', 3);
  expect(matrix.entries.map(({ name, domain }) => `${name} ${domain}`)).toEqual([
    'v11 positive',
    'v12 real',
    'v13 real',
    'v22 positive',
    'v23 real',
    'v33 positive',
  ]);
  expect(matrix.name(2, 0)).toBe('v13');
  expect(printExpression(symmetricMatrix('s', 2).determinant)).toBe('s11 * s22 - s12 ^ 2');
});
