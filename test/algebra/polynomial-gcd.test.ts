import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, type Polynomial } from '../../src/algebra/index.ts';
import {
  isOnePolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  negatePolynomial,
  scalePolynomial,
  zeroPolynomial,
} from '../../src/algebra/polynomial.ts';
import { gcdOfPolynomials } from '../../src/algebra/polynomial-gcd.ts';
import { multiplyPolynomials } from '../../src/algebra/polynomial-product.ts';
import { dividePolynomialsExactly } from '../../src/algebra/polynomial-quotient.ts';
import { fromTerms, polynomials, x, y } from './sample-polynomials.ts';

const large = fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }).map(integer);
const shapes: Readonly<Record<string, fc.Arbitrary<Polynomial>>> = {
  'in one generator': polynomials({ generators: 1, degree: 8, terms: 6 }),
  'in three generators': polynomials({ generators: 3, degree: 2, terms: 5 }),
  'with coefficients of many primes': polynomials({ generators: 2, degree: 2, terms: 4, coefficients: large }),
  'in ten generators': polynomials({ generators: 10, degree: 1, terms: 5 }),
};

function quotient(p: Polynomial, divisor: Polynomial): Polynomial {
  const result = dividePolynomialsExactly(p, divisor);
  expect(result).not.toBeNull();
  return result as Polynomial;
}

describe('the greatest common divisor', () => {
  it.each(Object.entries(shapes))(
    'divides both, is divided by every common factor, and leaves nothing common, %s',
    (_name, shape) => {
      fc.assert(
        fc.property(shape, shape, shape, (a, b, common) => {
          fc.pre(![a, b, common].some(isZeroPolynomial));
          const [p, q] = [multiplyPolynomials(a, common), multiplyPolynomials(b, common)];
          const gcd = gcdOfPolynomials(p, q);
          expect(leadingCoefficient(gcd) > 0).toBe(true);
          quotient(gcd, common);
          expect(isOnePolynomial(gcdOfPolynomials(quotient(p, gcd), quotient(q, gcd)))).toBe(true);
          expect(gcdOfPolynomials(q, p)).toEqual(gcd);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('includes integers and monomials', () => {
    const p = fromTerms([
      [6, [2, 1]],
      [6, [1, 1]],
    ]);
    expect(gcdOfPolynomials(p, fromTerms([[4, [3, 2]]]))).toEqual(fromTerms([[2, [1, 1]]]));
  });

  it('with zero is the other one, up to sign', () => {
    const p = negatePolynomial(x);
    expect(gcdOfPolynomials(p, zeroPolynomial)).toEqual(x);
    expect(gcdOfPolynomials(zeroPolynomial, zeroPolynomial)).toEqual(zeroPolynomial);
  });

  it.each([
    [1, 2],
    [1, 3],
    [2, 7],
  ])('sees the whole factor x + (t - %i)(t - %i) y, which loses y at two whole numbers t', (r, s) => {
    // Interpolation at 1, 2, 3, ... took the coefficient of y for zero and never ended.
    const factor = fromTerms([
      [1, [1]],
      [1, [0, 1, 2]],
      [-r - s, [0, 1, 1]],
      [r * s, [0, 1]],
    ]);
    const [a, b] = [
      fromTerms([
        [1, [1]],
        [1, [0, 0, 1]],
      ]),
      fromTerms([
        [1, [0, 1]],
        [1, [0, 0, 1]],
      ]),
    ];
    expect(gcdOfPolynomials(multiplyPolynomials(factor, a), multiplyPolynomials(factor, b))).toEqual(factor);
  });

  it('is found where leading coefficients vanish modulo the first primes', () => {
    const prime = 67108859; // the largest below 2^26
    const factor = fromTerms([
      [prime, [1]],
      [1, [0, 1]],
    ]);
    const [p, q] = [
      multiplyPolynomials(
        factor,
        fromTerms([
          [1, [1]],
          [1, []],
        ]),
      ),
      multiplyPolynomials(
        factor,
        fromTerms([
          [1, [1]],
          [2, []],
        ]),
      ),
    ];
    expect(gcdOfPolynomials(p, q)).toEqual(factor);
    expect(gcdOfPolynomials(scalePolynomial(x, prime), scalePolynomial(y, prime))).toEqual(fromTerms([[prime, []]]));
  });

  it('is refused for degrees and generators beyond a packed number', () => {
    const wide = (shift: number): Polynomial =>
      fromTerms([
        [1, []],
        ...Array.from({ length: 8 }, (_, k): [number, number[]] => [shift + k, [...new Array(k).fill(0), 200]]),
      ]);
    expect(() => gcdOfPolynomials(wide(1), wide(3))).toThrow(/8 generators of such high degrees/);
  });
});
