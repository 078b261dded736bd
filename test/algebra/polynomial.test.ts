import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIntegers, multiplyIntegers } from '../../src/algebra/index.ts';
import {
  addPolynomials,
  constantPolynomial,
  degreesOf,
  divideByInteger,
  equalPolynomials,
  generatorPolynomial,
  integerContent,
  isOnePolynomial,
  isZeroPolynomial,
  largestExponent,
  leadingCoefficient,
  monomialContent,
  negatePolynomial,
  type Polynomial,
  partialOfPolynomial,
  polynomialFromSortedTerms,
  polynomialKey,
  scalePolynomial,
  shiftExponents,
  subtractPolynomials,
  termsOf,
  withWidth,
} from '../../src/algebra/polynomial.ts';
import { fromTerms, integers, polynomials, valueAt, x, y } from './sample-polynomials.ts';

const anyPolynomial = polynomials({ coefficients: integers });
const points = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 });

function expectCanonical(p: Polynomial): void {
  const rows = p.coefficients.map((_, term) => Array.from(p.exponents.subarray(term * p.width, (term + 1) * p.width)));
  const sorted = [...rows].sort((a, b) => b.map((e, k) => e - a[k]).find((d) => d !== 0) ?? 0);
  expect(rows).toEqual(sorted);
  expect(new Set(rows.map(String)).size).toBe(rows.length);
  expect(p.coefficients).not.toContain(0);
  expect(p.exponents.length).toBe(p.width * p.coefficients.length);
  if (p.width > 0) expect(degreesOf(p)[p.width - 1]).toBeGreaterThan(0);
}

describe('polynomials', () => {
  it('are canonical after every operation', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, (p, q) => {
        for (const result of [
          addPolynomials(p, q),
          subtractPolynomials(p, q),
          negatePolynomial(p),
          partialOfPolynomial(p, 1),
        ]) {
          expectCanonical(result);
        }
      }),
    );
  });

  it('have the values that their operations say', () => {
    fc.assert(
      fc.property(anyPolynomial, anyPolynomial, integers, points, (p, q, c, point) => {
        const [a, b] = [valueAt(p, point), valueAt(q, point)];
        expect(valueAt(addPolynomials(p, q), point)).toBe(addIntegers(a, b));
        expect(valueAt(subtractPolynomials(p, q), point)).toBe(addIntegers(a, multiplyIntegers(-1, b)));
        expect(valueAt(scalePolynomial(p, c), point)).toBe(multiplyIntegers(c, a));
        if (c !== 0) expect(divideByInteger(scalePolynomial(p, c), c)).toEqual(p);
      }),
    );
  });

  it('are equal exactly when their keys are', () => {
    fc.assert(
      fc.property(polynomials({ terms: 2, degree: 1 }), polynomials({ terms: 2, degree: 1 }), (p, q) => {
        expect(equalPolynomials(p, q)).toBe(isZeroPolynomial(subtractPolynomials(p, q)));
        expect(polynomialKey(p) === polynomialKey(q)).toBe(equalPolynomials(p, q));
      }),
    );
  });

  it('have the positive gcd of their coefficients as integer content', () => {
    expect(
      integerContent(
        fromTerms([
          [-6, [1]],
          [9, [0]],
        ]),
      ),
    ).toBe(3);
    expect(integerContent(constantPolynomial(0))).toBe(0);
  });

  it('have a leading coefficient in the lexicographic order, generator 0 first', () => {
    expect(
      leadingCoefficient(
        fromTerms([
          [2, [0, 9]],
          [3, [1]],
        ]),
      ),
    ).toBe(3);
    expect(leadingCoefficient(constantPolynomial(0))).toBe(0);
  });

  it('are split into the monomial that all terms share and the rest', () => {
    fc.assert(
      fc.property(anyPolynomial, (p) => {
        const content = monomialContent(p);
        const rest = shiftExponents(
          p,
          content.map((e) => 0 - e),
        );
        expect(shiftExponents(rest, content)).toEqual(p);
        expect(monomialContent(rest).every((e) => e === 0)).toBe(true);
      }),
    );
  });

  it('refuse exponents that 16 bits cannot hold, rather than wrap', () => {
    expect(() => shiftExponents(x, [largestExponent])).toThrow(/exponent exceeds 65535/);
  });

  it('have partial derivatives by the power rule', () => {
    expect(
      partialOfPolynomial(
        fromTerms([
          [5, [3, 2]],
          [7, [0, 1]],
        ]),
        1,
      ),
    ).toEqual(
      fromTerms([
        [10, [3, 1]],
        [7, []],
      ]),
    );
    expect(partialOfPolynomial(x, 4)).toEqual(constantPolynomial(0));
  });

  it('are the sum of their terms', () => {
    fc.assert(
      fc.property(anyPolynomial, (p) => {
        const parts = termsOf(p).map(({ coefficient, monomial }) => scalePolynomial(monomial, coefficient));
        expect(parts.reduce(addPolynomials, constantPolynomial(0))).toEqual(p);
      }),
    );
  });

  it('forget generators that do not occur', () => {
    expect(subtractPolynomials(addPolynomials(x, y), y)).toEqual(x);
    expect(polynomialFromSortedTerms(2, Uint16Array.of(0, 0), [1])).toEqual(constantPolynomial(1));
    expect(Array.from(withWidth(x, 3))).toEqual([1, 0, 0]);
    expect(isOnePolynomial(constantPolynomial(1))).toBe(true);
    expect(isOnePolynomial(generatorPolynomial(0))).toBe(false);
  });
});
