import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gcdOfPolynomials,
  integerContent,
  isOnePolynomial,
  multiplyPolynomials,
  type Polynomial,
  partialOfPolynomial,
  powerOfPolynomial,
  squareFreeFactors,
} from '../../src/algebra/index.ts';
import {
  constantPolynomial,
  divideByInteger,
  isZeroPolynomial,
  negatePolynomial,
  onePolynomial,
} from '../../src/algebra/polynomial.ts';
import { fromTerms, polynomials } from './sample-polynomials.ts';

const factors = polynomials({ terms: 3, degree: 1 })
  .filter((p) => !isZeroPolynomial(p))
  .map((p) => divideByInteger(p, integerContent(p)));

function product(list: readonly Polynomial[]): Polynomial {
  return list.reduce(multiplyPolynomials, onePolynomial);
}

describe('square-free factors', () => {
  it('multiply back, each to its multiplicity, up to sign', () => {
    fc.assert(
      fc.property(factors, factors, factors, (a, b, c) => {
        const p = product([a, b, b, c, c, c]);
        const back = product(
          squareFreeFactors(p, gcdOfPolynomials).map(({ factor, multiplicity }) =>
            powerOfPolynomial(factor, multiplicity),
          ),
        );
        expect([p, negatePolynomial(p)]).toContainEqual(back);
      }),
      { numRuns: 60 },
    );
  });

  it('are coprime and have no repeated divisor, which their derivatives would share', () => {
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const list = squareFreeFactors(product([a, a, b]), gcdOfPolynomials).map(({ factor }) => factor);
        list.forEach((factor, place) => {
          const partials = Array.from({ length: factor.width }, (_, index) => partialOfPolynomial(factor, index));
          expect(isOnePolynomial(partials.reduce(gcdOfPolynomials, factor))).toBe(true);
          for (const other of list.slice(place + 1))
            expect(isOnePolynomial(gcdOfPolynomials(factor, other))).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('of (x + 1)(y + 2)^3 are its two factors', () => {
    const [a, b] = [
      fromTerms([
        [1, [1]],
        [1, []],
      ]),
      fromTerms([
        [1, [0, 1]],
        [2, []],
      ]),
    ];
    expect(squareFreeFactors(product([a, b, b, b]), gcdOfPolynomials)).toEqual([
      { factor: a, multiplicity: 1 },
      { factor: b, multiplicity: 3 },
    ]);
    expect(squareFreeFactors(constantPolynomial(1), gcdOfPolynomials)).toEqual([]);
  });
});
