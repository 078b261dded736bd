import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, multiplyIntegers, type Polynomial } from '../../src/algebra/index.ts';
import { addPolynomials, constantPolynomial, onePolynomial } from '../../src/algebra/polynomial.ts';
import {
  multiplyPolynomials,
  multiplyTermByTerm,
  powerOfPolynomial,
  sumOfPolynomials,
  sumOfProductsOfPolynomials,
} from '../../src/algebra/polynomial-product.ts';
import { fromTerms, integers, polynomials, valueAt, x, y } from './sample-polynomials.ts';

const small = fc.integer({ min: -6, max: 6 });
/** Shapes that reach each way of multiplying: cells of doubles, cells of bigints, a hash table, term by term. */
const shapes: Readonly<Record<string, fc.Arbitrary<Polynomial>>> = {
  'small and dense (cells of doubles)': polynomials({ generators: 2, degree: 3, terms: 12, coefficients: small }),
  'dense with large coefficients (cells of bigints)': polynomials({
    generators: 2,
    degree: 3,
    terms: 12,
    coefficients: integers,
  }),
  'sparse (a hash table)': polynomials({ generators: 4, degree: 60, terms: 6, coefficients: integers }),
  'with monomials beyond 53 bits (term by term)': polynomials({
    generators: 9,
    degree: 200,
    terms: 6,
    coefficients: integers,
  }),
  'many generators': polynomials({ generators: 14, degree: 1, terms: 8, coefficients: small }),
};

describe('the product of polynomials', () => {
  it.each(Object.entries(shapes))('is the plain product, term by term, of polynomials that are %s', (_name, shape) => {
    fc.assert(
      fc.property(shape, shape, (p, q) => {
        expect(multiplyPolynomials(p, q)).toEqual(multiplyTermByTerm(p, q));
      }),
      { numRuns: 60 },
    );
  });

  it('has the product of the values as its value', () => {
    const shape = polynomials({ coefficients: integers });
    fc.assert(
      fc.property(shape, shape, fc.array(small, { minLength: 3, maxLength: 3 }), (p, q, point) => {
        expect(valueAt(multiplyPolynomials(p, q), point)).toBe(multiplyIntegers(valueAt(p, point), valueAt(q, point)));
      }),
    );
  });

  it('drops terms that cancel', () => {
    const [sum, difference] = [
      addPolynomials(x, y),
      fromTerms([
        [1, [1]],
        [-1, [0, 1]],
      ]),
    ];
    expect(multiplyPolynomials(sum, difference)).toEqual(
      fromTerms([
        [1, [2]],
        [-1, [0, 2]],
      ]),
    );
  });

  it('stays exact where sums of products leave the safe integers', () => {
    const huge = fromTerms([
      [2 ** 52 + 1, [1]],
      [2 ** 52 + 3, []],
    ]);
    expect(multiplyPolynomials(huge, huge).coefficients.map(BigInt)).toEqual([
      (2n ** 52n + 1n) ** 2n,
      2n * (2n ** 52n + 1n) * (2n ** 52n + 3n),
      (2n ** 52n + 3n) ** 2n,
    ]);
  });

  it('refuses degrees that 16 bits cannot hold', () => {
    const p = fromTerms([
      [1, [40000]],
      [1, []],
    ]);
    expect(() => multiplyPolynomials(p, p)).toThrow(/exponent exceeds 65535/);
    expect(() => powerOfPolynomial(x, 65536)).toThrow(/exponent exceeds 65535/);
  });
});

describe('the power of a polynomial', () => {
  it('is a repeated product', () => {
    fc.assert(
      fc.property(polynomials({ terms: 3, degree: 2 }), fc.nat(5), (p, n) => {
        expect(powerOfPolynomial(p, n)).toEqual(new Array(n).fill(p).reduce(multiplyTermByTerm, onePolynomial));
      }),
    );
  });

  it('expands by the binomial theorem', () => {
    const expanded = powerOfPolynomial(addPolynomials(x, constantPolynomial(1)), 80);
    expect(expanded.coefficients[40]).toBe(integer(107507208733336176461620n)); // C(80, 40)
  });
});

it('the sum of a list is the sum pair by pair', () => {
  fc.assert(
    fc.property(fc.array(polynomials(), { maxLength: 9 }), (list) => {
      expect(sumOfPolynomials(list)).toEqual(list.reduce(addPolynomials, constantPolynomial(0)));
    }),
  );
});

describe('a sum of products of polynomials', () => {
  it.each(Object.entries(shapes))('is the sum of the products, of polynomials that are %s', (_, shape) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(shape, shape), { maxLength: 4 }), shape, (pairs, alone) => {
        const plain = sumOfPolynomials([...pairs.map(([p, q]) => multiplyTermByTerm(p, q)), alone]);
        expect(sumOfProductsOfPolynomials([...pairs, [alone]])).toEqual(plain);
      }),
      { numRuns: 25 },
    );
  });
});
