import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gcdOfIntegers,
  multiplyIntegers,
  parseRational,
  rational,
  rationals,
  rationalToNumber,
  sumOfProducts,
} from '../../src/algebra/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import { integers, rationalValues } from './sample-polynomials.ts';

describe('rational numbers', () => {
  it('are in lowest terms with a positive denominator, however they were written', () => {
    fc.assert(
      fc.property(rationalValues, integers, ({ numerator, denominator }, k) => {
        expect(denominator > 0).toBe(true);
        expect(gcdOfIntegers(numerator, denominator)).toBe(1);
        if (k !== 0) {
          const blown = rational(multiplyIntegers(numerator, k), multiplyIntegers(denominator, k));
          expect(blown).toEqual({ numerator, denominator });
        }
      }),
    );
  });

  it('have no denominator 0', () => {
    expect(() => rational(1, 0)).toThrow(DomainError);
    expect(() => rationals.divide(rationals.one, rationals.zero)).toThrow(/division by zero/);
  });

  it('sum products as one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rationalValues, rationalValues), { maxLength: 6 }), (pairs) => {
        const plain = pairs.map(([a, b]) => rationals.multiply(a, b)).reduce(rationals.add, rationals.zero);
        expect(sumOfProducts(rationals, pairs)).toEqual(plain);
      }),
    );
  });

  it('become the nearest double', () => {
    expect(rationalToNumber(rational(1, 3))).toBe(1 / 3);
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (value) => rationalToNumber(parseRational(String(value))) === value + 0,
      ),
    );
  });

  it.each([
    ['3', 3, 1],
    ['-0.25', -1, 4],
    ['.5', 1, 2],
    ['5.', 5, 1],
    ['0.1', 1, 10],
    ['1.5e-3', 3, 2000],
    ['2E2', 200, 1],
    [' -4/6 ', -2, 3],
    ['0.5/0.', 0, 0],
  ])('are read exactly from "%s"', (text, numerator, denominator) => {
    if (denominator === 0) expect(() => parseRational(text)).toThrow(InputError);
    else expect(parseRational(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '.', 'one', '1e', '1/', '1 2', '0x10', '1e99999', 'Infinity', '--1'])(
    'are not read from "%s"',
    (text) => {
      expect(() => parseRational(text)).toThrow(/expected a number such as 3, -0.25, 1.5e-3 or 2\/7, got/);
    },
  );

  it('are not read from a fraction with denominator 0', () => {
    expect(() => parseRational('1/0')).toThrow(DomainError);
  });
});
