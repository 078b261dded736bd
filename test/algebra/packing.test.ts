import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressed, expanded, packedMonomials, packing, unpackedPolynomial } from '../../src/algebra/packing.ts';
import { degreesOf } from '../../src/algebra/polynomial.ts';
import { multiplyTermByTerm } from '../../src/algebra/polynomial-product.ts';
import { fromTerms, polynomials, x, y, z } from './sample-polynomials.ts';

describe('packed monomials', () => {
  it('unpack to the polynomial that was packed', () => {
    fc.assert(
      fc.property(polynomials({ generators: 5 }), (p) => {
        const pack = packing(degreesOf(p).map((degree) => degree + 1))!;
        const keys = packedMonomials(p, pack);
        expect(unpackedPolynomial(keys, p.coefficients, pack)).toEqual(p);
      }),
    );
  });

  it('descend as the terms do, and add where monomials multiply', () => {
    const pack = packing([5, 5, 5])!;
    fc.assert(
      fc.property(polynomials({ degree: 2 }), (p) => {
        const keys = [...packedMonomials(p, pack)];
        expect(keys).toEqual([...keys].sort((a, b) => b - a));
      }),
    );
    const [key] = packedMonomials(multiplyTermByTerm(x, multiplyTermByTerm(y, z)), pack);
    expect(key).toBe([x, y, z].reduce((total, g) => total + packedMonomials(g, pack)[0], 0));
  });

  it('are refused beyond the 53 bits of a double', () => {
    expect(packing([2 ** 26, 2 ** 26])).not.toBeNull();
    expect(packing([2 ** 27, 2 ** 26])).toBeNull();
  });

  it('can be renumbered to the generators that occur, and back', () => {
    fc.assert(
      fc.property(polynomials(), (p) => {
        const columns = [1, 3, 7];
        expect(compressed(expanded(p, columns), columns)).toEqual(p);
      }),
    );
    expect(expanded(fromTerms([[2, [1, 3]]]), [1, 3])).toEqual(fromTerms([[2, [0, 1, 0, 3]]]));
  });
});
