import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerModulo, type Polynomial } from '../../src/algebra/index.ts';
import { primeField } from '../../src/algebra/modular.ts';
import { type ModularPolynomial, modularGcd } from '../../src/algebra/modular-gcd.ts';
import { type Packing, packedMonomials, packing } from '../../src/algebra/packing.ts';
import { isZeroPolynomial } from '../../src/algebra/polynomial.ts';
import { multiplyPolynomials } from '../../src/algebra/polynomial-product.ts';
import { fromTerms, polynomials } from './sample-polynomials.ts';

const field = primeField(67108859);
const pack = packing([8, 8, 8]) as Packing;

function reduced(p: Polynomial, { p: prime } = field): ModularPolynomial {
  return {
    keys: packedMonomials(p, pack),
    coefficients: Float64Array.from(p.coefficients, (c) => integerModulo(c, prime)),
  };
}

function monic({ keys, coefficients }: ModularPolynomial): ModularPolynomial {
  const inverse = field.inverse(coefficients[0]);
  return { keys, coefficients: coefficients.map((c) => field.multiply(c, inverse)) };
}

const factors = polynomials({ degree: 2, terms: 4 }).filter((p) => !isZeroPolynomial(p));

describe('the gcd over a prime field', () => {
  it('of f and f g is f, made monic', () => {
    fc.assert(
      fc.property(factors, factors, (f, g) => {
        const gcd = modularGcd(reduced(multiplyPolynomials(f, g)), reduced(f), pack.radices, field);
        expect(gcd).toEqual(monic(reduced(f)));
      }),
    );
  });

  it('of polynomials in different generators is 1', () => {
    const gcd = modularGcd(
      reduced(
        fromTerms([
          [1, [1]],
          [3, []],
        ]),
      ),
      reduced(
        fromTerms([
          [1, [0, 2]],
          [5, []],
        ]),
      ),
      pack.radices,
      field,
    );
    expect(gcd).toEqual({ keys: Float64Array.of(0), coefficients: Float64Array.of(1) });
  });

  it('gives up in a field with too few points', () => {
    const tiny = primeField(3);
    // x (y^2 + y) + ... : every nonzero point of Z/3 is a root of the leading coefficient y^2 - 1.
    const p = fromTerms([
      [1, [1, 2]],
      [-1, [1]],
      [1, []],
    ]);
    const two = packing([8, 8]) as Packing;
    const image = {
      keys: packedMonomials(p, two),
      coefficients: Float64Array.from(p.coefficients, (c) => integerModulo(c, 3)),
    };
    expect(modularGcd(image, image, two.radices, tiny)).toBeNull();
  });
});
