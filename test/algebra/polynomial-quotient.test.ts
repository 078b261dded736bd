import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Polynomial } from '../../src/algebra/index.ts';
import { addPolynomials, isZeroPolynomial, onePolynomial, zeroPolynomial } from '../../src/algebra/polynomial.ts';
import { multiplyPolynomials } from '../../src/algebra/polynomial-product.ts';
import { dividePolynomialsExactly, divideTermByTerm } from '../../src/algebra/polynomial-quotient.ts';
import { fromTerms, integers, polynomials, x, y } from './sample-polynomials.ts';

/** Shapes that reach each way of dividing: cells, a hash table with a heap, term by term. */
const shapes: Readonly<Record<string, fc.Arbitrary<Polynomial>>> = {
  'small (cells)': polynomials({ generators: 3, degree: 4, terms: 8 }),
  'large in their coefficients': polynomials({ generators: 2, degree: 4, terms: 8, coefficients: integers }),
  'sparse (a heap)': polynomials({ generators: 4, degree: 40, terms: 7, coefficients: integers }),
  'beyond 53 bits (term by term)': polynomials({ generators: 9, degree: 200, terms: 5 }),
};

describe('exact division of polynomials', () => {
  it.each(Object.entries(shapes))('undoes multiplication where they are %s', (_name, shape) => {
    fc.assert(
      fc.property(shape, shape, (p, q) => {
        fc.pre(!isZeroPolynomial(q));
        expect(dividePolynomialsExactly(multiplyPolynomials(p, q), q)).toEqual(p);
      }),
      { numRuns: 60 },
    );
  });

  it('answers as the plain division does, also where nothing divides', () => {
    const shape = polynomials({ generators: 3, degree: 3, terms: 4 });
    fc.assert(
      fc.property(shape, shape, shape, (p, q, r) => {
        fc.pre(!isZeroPolynomial(q));
        const dividend = addPolynomials(multiplyPolynomials(p, q), r);
        expect(dividePolynomialsExactly(dividend, q)).toEqual(divideTermByTerm(dividend, q));
        expect(dividePolynomialsExactly(dividend, q, true)).toEqual(divideTermByTerm(dividend, q));
      }),
    );
  });

  it.each(Object.entries(shapes))('finds a quotient only where it multiplies back, %s', (_name, shape) => {
    fc.assert(
      fc.property(shape, shape, shape, (p, q, r) => {
        fc.pre(!isZeroPolynomial(q));
        const dividend = addPolynomials(multiplyPolynomials(p, q), r);
        const quotient = dividePolynomialsExactly(dividend, q);
        if (quotient !== null) expect(multiplyPolynomials(quotient, q)).toEqual(dividend);
      }),
      { numRuns: 40 },
    );
  });

  it('is refused where nothing divides', () => {
    expect(dividePolynomialsExactly(x, y)).toBeNull();
    expect(dividePolynomialsExactly(x, zeroPolynomial)).toBeNull();
    expect(dividePolynomialsExactly(onePolynomial, x)).toBeNull();
    expect(
      dividePolynomialsExactly(
        fromTerms([
          [3, [2]],
          [1, []],
        ]),
        fromTerms([
          [2, [1]],
          [1, []],
        ]),
      ),
    ).toBeNull();
  });

  it('gives up at once where a quotient would grow beyond its degrees', () => {
    // x^N = (x - y^N) (x^(N-1) + x^(N-2) y^N + ...) + y^(N N): without the bound, N^2 exceeds what an exponent can hold.
    const [n, packed, unpacked] = [500, [], new Array(7).fill(500)];
    for (const others of [packed, unpacked]) {
      const dividend = fromTerms([
        [1, [n, n, ...others]],
        [1, [0, n, ...others]],
      ]);
      expect(
        dividePolynomialsExactly(
          dividend,
          fromTerms([
            [1, [1]],
            [-1, [0, n]],
          ]),
        ),
      ).toBeNull();
    }
  });

  it('is not fooled by monomials that only pack alike', () => {
    // With y of radix 3 in x y^2 - 1, x packs as y^3: there x y^2 - 1 = y^5 - 1, which y - 1 divides.
    const p = fromTerms([
      [1, [1, 2]],
      [-1, []],
    ]);
    expect(
      dividePolynomialsExactly(
        p,
        fromTerms([
          [1, [0, 1]],
          [-1, []],
        ]),
      ),
    ).toBeNull();
  });

  it('term by term compares all generators of the leading terms', () => {
    // x^2 is no multiple of x z, although it is one of x.
    const [dividend, divisor] = [
      fromTerms([
        [1, [2]],
        [1, []],
      ]),
      fromTerms([
        [1, [1, 0, 1]],
        [1, []],
      ]),
    ];
    expect(divideTermByTerm(dividend, divisor)).toBeNull();
  });

  it('divides zero', () => {
    expect(dividePolynomialsExactly(zeroPolynomial, x)).toEqual(zeroPolynomial);
  });
});
