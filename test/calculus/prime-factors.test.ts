import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer } from '../../src/algebra/index.ts';
import { smallPrimeFactors } from '../../src/calculus/prime-factors.ts';

describe('the factors of an integer', () => {
  it('multiply to it, primes ascending and then what is left', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), (n) => {
        const factors = smallPrimeFactors(integer(n));
        expect(factors.reduce((product, f) => product * BigInt(f.factor) ** BigInt(f.multiplicity), 1n)).toBe(n);
        factors.slice(1).forEach((f, k) => {
          expect(f.factor > factors[k].factor).toBe(true);
        });
      }),
      { numRuns: 20 },
    );
    expect(smallPrimeFactors(1)).toEqual([]);
    expect(smallPrimeFactors(360)).toEqual([
      { factor: 2, multiplicity: 3 },
      { factor: 3, multiplicity: 2 },
      { factor: 5, multiplicity: 1 },
    ]);
  });

  it('show powers of large primes as powers', () => {
    const prime = 1_000_003n;
    expect(smallPrimeFactors(integer(4n * prime ** 3n))).toEqual([
      { factor: 2, multiplicity: 2 },
      { factor: 1_000_003, multiplicity: 3 },
    ]);
    expect(smallPrimeFactors(integer(prime * 1_000_033n))).toEqual([{ factor: 1_000_036_000_099, multiplicity: 1 }]);
  });
});
