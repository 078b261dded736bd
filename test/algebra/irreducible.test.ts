import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcdOfPolynomials, multiplyPolynomials, type Polynomial } from '../../src/algebra/index.ts';
import { isCertainlyIrreducible, linearFactor } from '../../src/algebra/irreducible.ts';
import { addPolynomials, divideByInteger, integerContent, scalePolynomial } from '../../src/algebra/polynomial.ts';
import { dividePolynomialsExactly } from '../../src/algebra/polynomial-quotient.ts';
import { fromTerms, polynomials, x, y, z } from './sample-polynomials.ts';

const primitive = (p: Polynomial): Polynomial => divideByInteger(p, integerContent(p));
const factors = polynomials({ terms: 4, degree: 2 })
  .filter((p) => p.width > 0)
  .map(primitive);
const times = (...all: Polynomial[]): Polynomial => all.reduce(multiplyPolynomials);
const plus = (...all: Polynomial[]): Polynomial => all.reduce(addPolynomials);

describe('the certificate of irreducibility', () => {
  it('is never given to a product', () => {
    fc.assert(
      fc.property(factors, factors, (f, g) => {
        expect(isCertainlyIrreducible(times(f, g))).toBe(false);
      }),
    );
  });

  it('is given to a symmetric determinant, a sum of squares and a cubic without rational roots', () => {
    const determinant = plus(times(x, z), scalePolynomial(times(y, y), -1));
    const squares = plus(times(x, x), times(y, y, z, z));
    const cubic = fromTerms([
      [1, [3]],
      [-2, []],
    ]);
    for (const p of [determinant, squares, cubic]) expect(isCertainlyIrreducible(p)).toBe(true);
  });

  it('is refused where coefficients in the linear generator have a common factor', () => {
    expect(isCertainlyIrreducible(plus(times(x, y), times(y, y)))).toBe(false);
  });
});

describe('linear factors of polynomials in one generator', () => {
  const integers = fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0);
  const slopes = fc.integer({ min: 1, max: 40 });

  it('are found where they exist, and divide', () => {
    fc.assert(
      fc.property(slopes, integers, slopes, integers, (a, n, b, m) => {
        const line = (slope: number, value: number): Polynomial =>
          primitive(
            fromTerms([
              [slope, [0, 1]],
              [value, []],
            ]),
          );
        const product = times(line(a, n), line(b, m));
        const factor = linearFactor(product)!;
        expect(factor.coefficients).toHaveLength(2);
        expect(dividePolynomialsExactly(product, factor)).not.toBeNull();
        expect(gcdOfPolynomials(factor, product)).toEqual(factor);
      }),
    );
  });

  it('are not claimed for x^2 - 2, nor for polynomials in two generators', () => {
    expect(
      linearFactor(
        fromTerms([
          [1, [2]],
          [-2, []],
        ]),
      ),
    ).toBeNull();
    expect(linearFactor(plus(times(x, x), scalePolynomial(times(y, y), -1)))).toBeNull();
  });
});
