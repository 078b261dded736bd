import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { primeField, primes } from '../../src/algebra/modular.ts';

const [largest] = primes();
const elements = fc.nat(largest - 1);

describe('arithmetic modulo a prime below 2^26', () => {
  it('agrees with bigint arithmetic', () => {
    const { add, subtract, multiply, inverse } = primeField(largest);
    const p = BigInt(largest);
    fc.assert(
      fc.property(elements, elements, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)];
        expect(BigInt(add(a, b))).toBe((x + y) % p);
        expect(BigInt(subtract(a, b))).toBe((x - y + p) % p);
        expect(BigInt(multiply(a, b))).toBe((x * y) % p);
        if (a !== 0) expect(multiply(a, inverse(a))).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('has primes, largest first, and none that is left out', () => {
    const found = primes();
    // The largest primes below 2^26 are 2^26 - 5, - 27 and - 45 (OEIS A013603 for the first).
    expect([found.next().value, found.next().value, found.next().value].map((p) => 2 ** 26 - (p as number))).toEqual([
      5, 27, 45,
    ]);
  });
});
