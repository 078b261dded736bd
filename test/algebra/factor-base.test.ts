import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandedProduct, factorBase, factorisation, isCoprimeTo } from '../../src/algebra/factor-base.ts';
import {
  gcdOfPolynomials,
  isOnePolynomial,
  leadingCoefficient,
  multiplyPolynomials,
  type Polynomial,
} from '../../src/algebra/index.ts';
import {
  addPolynomials,
  equalPolynomials,
  generatorPolynomial,
  isZeroPolynomial,
  scalePolynomial,
} from '../../src/algebra/polynomial.ts';
import { polynomials, x, y, z } from './sample-polynomials.ts';

const positive = (p: Polynomial): Polynomial => (leadingCoefficient(p) < 0 ? scalePolynomial(p, -1) : p);
const denominators = polynomials({ terms: 3, degree: 2 })
  .filter((p) => !isZeroPolynomial(p))
  .map(positive);
const square = (p: Polynomial): Polynomial => multiplyPolynomials(p, p);

describe('the base of factors', () => {
  it('writes products of polynomials as products of its factors, and gives the same object for the same product', () => {
    fc.assert(
      fc.property(denominators, denominators, denominators, (a, b, c) => {
        const base = factorBase();
        const product = [a, b, b, c].reduce(multiplyPolynomials);
        const [first, other] = [factorisation(base, product), factorisation(base, b)];
        if (first === null || other === null) return; // the base in use has been refined instead
        const expanded = expandedProduct(base, first);
        expect(equalPolynomials(expanded, product)).toBe(true);
        expect(expandedProduct(base, { ...first })).toBe(expanded);
        expect(factorisation(base, expanded)).toEqual(first);
      }),
    );
  });

  it('has factors that are pairwise coprime', () => {
    fc.assert(
      fc.property(fc.array(denominators, { maxLength: 4 }), (all) => {
        for (const p of all) factorisation(factorBase(), p);
        const { factors } = factorBase();
        for (const [i, f] of factors.entries()) {
          for (const g of factors.slice(0, i)) {
            expect(isOnePolynomial(gcdOfPolynomials(f.polynomial, g.polynomial))).toBe(true);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('splits a factor whose parts were not seen before, once something shares one of them', () => {
    // Neither factor is found alone: x^4 + y^4 + z^4 and x^4 + 2 y^4 + 3 z^4 have even degrees in all generators.
    const [p, q] = [1, 2].map((k) =>
      [x, y, z].map((g, place) => scalePolynomial(square(square(g)), k === 1 ? 1 : place + 1)).reduce(addPolynomials),
    );
    const product = multiplyPolynomials(p!, q!);
    // Close to its limit a base is given up for a new one: come away from it.
    for (let k = 50; factorBase().factors.length > 20; k++) factorisation(factorBase(), generatorPolynomial(k));
    const before = factorBase();
    expect(factorisation(before, product)).not.toBeNull();
    const factor = before.factors.find(({ polynomial }) => equalPolynomials(polynomial, product))!;
    expect(factor.irreducible).toBe(false);
    expect(isCoprimeTo(before, square(p!), factor)).toBe(false);
    expect(factorBase()).not.toBe(before);
    const polynomialsNow = factorBase().factors.map(({ polynomial }) => polynomial);
    for (const part of [p!, q!]) expect(polynomialsNow.some((f) => equalPolynomials(f, part))).toBe(true);
  });
});
