import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteInteger,
  addIntegers,
  divideIntegersExactly,
  gcdOfIntegers,
  type Integer,
  integer,
  integerModulo,
  integerRatioToNumber,
  multiplyIntegers,
  negateInteger,
  powerOfInteger,
} from '../../src/algebra/index.ts';
import { integers } from './sample-polynomials.ts';

/** A number exactly when it is safe, and never minus zero: what makes === decide equality. */
function expectInteger(actual: Integer | null, expected: bigint): void {
  expect(Object.is(actual, integer(expected))).toBe(true);
  expect(typeof actual).toBe(Number.isSafeInteger(Number(expected)) ? 'number' : 'bigint');
}

describe('integers', () => {
  it('agree with bigint arithmetic and stay canonical on both sides of the safe range', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const [x, y] = [BigInt(a), BigInt(b)];
        expectInteger(addIntegers(a, b), x + y);
        expectInteger(multiplyIntegers(a, b), x * y);
        expectInteger(negateInteger(a), -x);
        expectInteger(absoluteInteger(a), x < 0n ? -x : x);
        expectInteger(divideIntegersExactly(multiplyIntegers(a, b), b === 0 ? 1 : b), b === 0 ? 0n : x);
      }),
    );
  });

  it('are divided exactly or not at all', () => {
    expect(divideIntegersExactly(7, 2)).toBeNull();
    expect(divideIntegersExactly(integer(2n ** 80n + 1n), 2)).toBeNull();
    expect(divideIntegersExactly(7, 0)).toBeNull();
  });

  it('have a gcd that divides both and takes out every common factor', () => {
    fc.assert(
      fc.property(integers, integers, integers, (a, b, c) => {
        const g = gcdOfIntegers(multiplyIntegers(a, c), multiplyIntegers(b, c));
        expect(g >= 0).toBe(true);
        expectInteger(g, BigInt(multiplyIntegers(gcdOfIntegers(a, b), absoluteInteger(c))));
        if (g !== 0) expect(divideIntegersExactly(multiplyIntegers(a, c), g)).not.toBeNull();
      }),
    );
    expect(gcdOfIntegers(0, 0)).toBe(0);
  });

  it('have powers', () => {
    expectInteger(powerOfInteger(-3, 5), -243n);
    expectInteger(powerOfInteger(10, 20), 10n ** 20n);
    expectInteger(powerOfInteger(0, 0), 1n);
  });

  it('have remainders from 0 to p - 1, of negative integers too', () => {
    fc.assert(
      fc.property(integers, fc.integer({ min: 2, max: 2 ** 31 - 1 }), (a, p) => {
        const remainder = integerModulo(a, p);
        expect(Object.is(remainder, -0)).toBe(false);
        expect(BigInt(remainder)).toBe(((BigInt(a) % BigInt(p)) + BigInt(p)) % BigInt(p));
      }),
    );
  });

  it('have ratios rounded to the nearest double', () => {
    // A double times an integer is exactly representable as a ratio, so the double itself must come back.
    fc.assert(
      fc.property(
        fc.double({ min: 1e-30, max: 1e30, noNaN: true }),
        fc.bigInt({ min: 1n, max: 2n ** 150n }),
        (value, k) => {
          const scale = 2n ** 200n;
          const numerator = BigInt(value * 2 ** 200) * k;
          expect(integerRatioToNumber(integer(numerator), integer(scale * k))).toBe(value);
        },
      ),
    );
    const tie = 2n ** 53n + 1n; // halfway between two doubles: the slightest excess rounds up
    expect(integerRatioToNumber(integer(tie * 10n ** 40n), integer(10n ** 40n))).toBe(2 ** 53);
    expect(integerRatioToNumber(integer(tie * 10n ** 40n + 1n), integer(10n ** 40n))).toBe(2 ** 53 + 2);
    expect(integerRatioToNumber(integer(-(10n ** 400n)), integer(3n * 10n ** 400n))).toBe(-1 / 3);
    expect(integerRatioToNumber(0, integer(10n ** 400n))).toBe(0);
    expect(integerRatioToNumber(integer(10n ** 400n), 1)).toBe(Number.POSITIVE_INFINITY);
    expect(integerRatioToNumber(1, integer(10n ** 400n))).toBe(0);
  });
});
