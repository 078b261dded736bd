import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyPolynomials } from '../../src/algebra/index.ts';
import { cancelled, coprime, quotient } from '../../src/algebra/lowest-terms.ts';
import { constantPolynomial, isZeroPolynomial, scalePolynomial, zeroPolynomial } from '../../src/algebra/polynomial.ts';
import { DomainError } from '../../src/errors.ts';
import { polynomials, x, y } from './sample-polynomials.ts';

const nonzero = polynomials({ terms: 3 }).filter((p) => !isZeroPolynomial(p));

describe('lowest terms', () => {
  it('do not depend on common factors, nor on a common sign', () => {
    fc.assert(
      fc.property(polynomials(), nonzero, nonzero, (p, q, factor) => {
        expect(cancelled(multiplyPolynomials(p, factor), multiplyPolynomials(q, factor))).toEqual(cancelled(p, q));
        expect(quotient(multiplyPolynomials(p, factor), factor)).toEqual(p);
      }),
      { numRuns: 60 },
    );
  });

  it('have a denominator with positive leading coefficient and no common integer', () => {
    expect(coprime(scalePolynomial(x!, 6), scalePolynomial(y!, -4))).toEqual({
      numerator: scalePolynomial(x!, -3),
      denominator: scalePolynomial(y!, 2),
    });
    expect(cancelled(zeroPolynomial, y!).denominator).toEqual(constantPolynomial(1));
  });

  it('do not exist over a denominator 0', () => {
    expect(() => cancelled(x!, zeroPolynomial)).toThrow(DomainError);
  });
});
