import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, estimateText, numberText } from '../../src/report/number-text.ts';

describe('numbers for reading', () => {
  it.each([
    [0, '0'],
    [-1, '−1.000'],
    [1234.5678, '1235'],
    [123456, '123456'],
    [1234567, '1.235×10⁶'],
    [0.0012345, '0.001234'],
    [0.00012345, '1.234×10⁻⁴'],
    [9.99996, '10.00'],
    [-2.5e-12, '−2.500×10⁻¹²'],
    [Number.NaN, 'not a number'],
    [-Infinity, '−∞'],
  ])('prints %d as %s', (value, text) => expect(numberText(value)).toBe(text));

  it('loses at most half a unit of the last of its digits', () => {
    const readBack = (text: string): number =>
      Number(
        text
          .replace('−', '-')
          .replace('×10', 'e')
          .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
          .replace('⁻', '-'),
      );
    const values = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 8 }), (x, digits) => {
        if (Math.abs(x) < 1e-200) return;
        expect(Math.abs(readBack(numberText(x, digits)) / x - 1)).toBeLessThanOrEqual(
          0.5 * 10 ** (1 - digits) * (1 + 1e-9),
        );
      }),
    );
  });

  it.each([
    [-1234.56, 12.3, '−1235 ± 12'],
    [-72208, 16605, '(−7.2 ± 1.7)×10⁴'],
    [2414, 11687, '(0.2 ± 1.2)×10⁴'],
    [0.5, 0.0123, '0.500 ± 0.012'],
    [32512345, 151234, '(3.251 ± 0.015)×10⁷'],
    [1e-9, 1e-10, '(1.00 ± 0.10)×10⁻⁹'],
    [2, 0, '2.000 ± 0'],
    [2, Number.NaN, '2.000 ± not a number'],
  ])('prints the estimate %d with standard error %d as %s', (value, error, text) =>
    expect(estimateText(value, error)).toBe(text),
  );

  it('groups the digits of a count by threes', () => {
    expect([0, 999, 25450, 1000000].map(countText)).toEqual(['0', '999', '25\u202f450', '1\u202f000\u202f000']);
  });
});
