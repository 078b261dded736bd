import { expect, test } from 'vitest';
import { erfByArithmetic } from '../../src/engine/index.ts';
import { unaryFunctions } from '../../src/program/index.ts';

/** Arithmetic on numbers that are rounded after each operation. */
function rounded(round: (x: number) => number) {
  return {
    add: (x: number, y: number) => round(x + y),
    subtract: (x: number, y: number) => round(x - y),
    multiply: (x: number, y: number) => round(x * y),
    divide: (x: number, y: number) => round(x / y),
    minimum: (x: number, y: number) => Math.min(x, y),
    exp: (x: number) => round(Math.exp(x)),
    absolute: (x: number) => Math.abs(x),
  };
}

test.each([
  ['float64', 2 ** -52, (x: number) => x],
  ['float32', 2 ** -23, Math.fround],
] as const)('in %s erf comes out to four units of rounding', (dtype, unit, round) => {
  const erf = (x: number) => erfByArithmetic<number>(round(x), dtype, rounded(round));
  for (let x = -8; x < 8; x += 0.00731) {
    expect(Math.abs(erf(x) - unaryFunctions.erf(round(x)))).toBeLessThan(4 * unit);
  }
  expect([0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(erf)).toEqual([0, 1, -1]);
  // Near 0 the error falls with x.
  expect(erf(1e-5)).toBeCloseTo(2e-5 / Math.sqrt(Math.PI), dtype === 'float64' ? 14 : 9);
});
