import { erf } from 'mathjs';
import { expect, test } from 'vitest';
import { errorFunction } from '../../src/program/error-function.ts';

test('the error function is that of mathjs to a few units in the last place, odd, and 1 far out', () => {
  for (let x = 1e-3; x < 7; x += 0.0137) {
    expect(Math.abs(errorFunction(x) - erf(x))).toBeLessThan(1e-15 * erf(x));
    expect(errorFunction(-x)).toBe(-errorFunction(x));
  }
  expect([0, 7, Number.NEGATIVE_INFINITY, Number.NaN].map(errorFunction)).toEqual([0, 1, -1, Number.NaN]);
});

test('small arguments keep their digits', () => {
  expect(errorFunction(1e-200)).toBeCloseTo(2e-200 / Math.sqrt(Math.PI), 214);
});
