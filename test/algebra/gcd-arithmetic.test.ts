import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addByGcds, deriveByGcds, multiplyByGcds } from '../../src/algebra/gcd-arithmetic.ts';
import { generatorsOf, multiplyPolynomials } from '../../src/algebra/index.ts';
import { cancelled, zeroFunction } from '../../src/algebra/lowest-terms.ts';
import { addPolynomials, isZeroPolynomial } from '../../src/algebra/polynomial.ts';
import { rationalFunctionValues } from './sample-polynomials.ts';

describe('arithmetic by gcds', () => {
  it('is that of fractions: over the product of the denominators, then in lowest terms', () => {
    fc.assert(
      fc.property(rationalFunctionValues, rationalFunctionValues, (a, b) => {
        const below = multiplyPolynomials(a.denominator, b.denominator);
        const crossed = addPolynomials(
          multiplyPolynomials(a.numerator, b.denominator),
          multiplyPolynomials(b.numerator, a.denominator),
        );
        expect(addByGcds(a, b)).toEqual(cancelled(crossed, below));
        expect(multiplyByGcds(a, b)).toEqual(cancelled(multiplyPolynomials(a.numerator, b.numerator), below));
      }),
      { numRuns: 60 },
    );
  });

  it('derives by the product rule', () => {
    fc.assert(
      fc.property(rationalFunctionValues, rationalFunctionValues, rationalFunctionValues, (a, b, value) => {
        const derive = (f: typeof a): typeof a =>
          isZeroPolynomial(value.numerator)
            ? zeroFunction
            : deriveByGcds(
                f,
                generatorsOf(f).map((generator) => ({ generator, value })),
              );
        const product = addByGcds(multiplyByGcds(derive(a), b), multiplyByGcds(a, derive(b)));
        expect(derive(multiplyByGcds(a, b))).toEqual(product);
      }),
      { numRuns: 40 },
    );
  });
});
