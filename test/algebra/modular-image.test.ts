import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imagesDivide } from '../../src/algebra/modular-image.ts';
import { addPolynomials, isZeroPolynomial, onePolynomial } from '../../src/algebra/polynomial.ts';
import { multiplyPolynomials } from '../../src/algebra/polynomial-product.ts';
import { fromTerms, integers, polynomials, x, y } from './sample-polynomials.ts';

const factors = polynomials({ coefficients: integers }).filter((p) => !isZeroPolynomial(p));

describe('the images modulo a prime', () => {
  it('divide wherever the polynomials do', () => {
    fc.assert(fc.property(factors, factors, (p, q) => imagesDivide(multiplyPolynomials(p, q), q)));
  });

  it('do not divide where a divisor with a generator leaves 1', () => {
    fc.assert(
      fc.property(factors, factors, (p, q) => {
        fc.pre(q.width > 0);
        expect(imagesDivide(addPolynomials(multiplyPolynomials(p, q), onePolynomial), q)).toBe(false);
      }),
    );
  });

  it('see a factor in whichever generator it lies', () => {
    const sum = fromTerms([
      [1, [1]],
      [1, []],
    ]);
    expect(imagesDivide(multiplyPolynomials(sum, x), multiplyPolynomials(sum, y))).toBe(false);
    expect(imagesDivide(multiplyPolynomials(y, x), multiplyPolynomials(sum, x))).toBe(false);
  });
});
