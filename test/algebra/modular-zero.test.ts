import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiplyPolynomials } from '../../src/algebra/index.ts';
import { modularZero, vanishesAt } from '../../src/algebra/modular-zero.ts';
import { dividePolynomialsExactly } from '../../src/algebra/polynomial-quotient.ts';
import { fromTerms, polynomials } from './sample-polynomials.ts';

const factors = polynomials({ terms: 4, degree: 2 }).filter((f) => f.width > 0);

describe('a zero of a polynomial modulo a prime', () => {
  it('is a zero of its multiples, those in further generators included', () => {
    fc.assert(
      fc.property(factors, polynomials({ generators: 5 }), (f, g) => {
        const zero = modularZero(f);
        if (zero !== null) expect(vanishesAt(multiplyPolynomials(f, g), zero)).toBe(true);
      }),
    );
  });

  it('tells nearly always that the polynomial does not divide, and never wrongly', () => {
    let [told, possible] = [0, 0];
    fc.assert(
      fc.property(factors, polynomials(), (f, g) => {
        const zero = modularZero(f);
        const divides = dividePolynomialsExactly(g, f) !== null;
        if (zero === null || (divides && !vanishesAt(g, zero))) return zero === null;
        if (!divides) possible++;
        if (!vanishesAt(g, zero)) told++;
        return true;
      }),
    );
    // Only polynomials with a common factor vanish together, up to chances of one in millions.
    expect(told).toBeGreaterThan(0.5 * possible);
  });

  it('is found for x^2 + y^2 z^2, which has real zeros only at special values', () => {
    const f = fromTerms([
      [1, [2]],
      [1, [0, 2, 2]],
    ]);
    expect(vanishesAt(f, modularZero(f)!)).toBe(true);
  });
});
