import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { countRule } from '../../../src/interpret/numeric/count-rule.ts';

function sum(
  logDensity: (x: number) => number,
  first: number,
  f: (x: number) => number = () => 1,
  which: 'weights' | 'coarse' = 'weights',
): number {
  const rule = countRule({ logDensity, factors: (x) => [1, f(x)] }, first);
  return rule.nodes.reduce((total, x, k) => total + rule[which][k]! * Math.exp(logDensity(x)) * f(x), 0);
}

describe('sums over counts', () => {
  it('that end soon are added up: e is the sum of 1/x!', () => {
    const logFactorial = (x: number): number =>
      Array.from({ length: x }, (_, k) => Math.log(k + 1)).reduce((a, b) => a + b, 0);
    expect(sum((x) => -logFactorial(x), 0)).toBeCloseTo(Math.E, 13);
  });

  it.each([2, 3, 4])('that end late are integrals with corrections: zeta(%i)', (s) => {
    const zeta = [Number.NaN, Number.NaN, Math.PI ** 2 / 6, 1.2020569031595942, Math.PI ** 4 / 90][s]!;
    expect(sum((x) => -s * Math.log(x), 1)).toBeCloseTo(zeta, 12);
  });

  it('and so are broad geometric series: sum q^x = 1/(1 - q), sum x q^x = q/(1 - q)^2', () => {
    const q = 1 - 1e-5;
    expect(sum((x) => x * Math.log(q), 0) * 1e-5).toBeCloseTo(1, 9);
    expect(
      sum(
        (x) => x * Math.log(q),
        0,
        (x) => x,
      ) * 1e-10,
    ).toBeCloseTo(q, 9);
  });

  it('have a coarser rule that differs, but little', () => {
    const f = (x: number): number => -2 * Math.log(x);
    const difference = Math.abs(sum(f, 1) - sum(f, 1, () => 1, 'coarse'));
    expect(difference).toBeLessThan(1e-10);
    expect(difference).toBeGreaterThan(0);
  });
});

it('a divergent sum and a far narrow peak are refused', () => {
  expect(() => sum((x) => -Math.log(x), 1)).toThrow(DomainError);
  expect(() => sum((x) => -(((x - 5000.3) / 0.3) ** 2), 0)).toThrow('too narrow');
});
