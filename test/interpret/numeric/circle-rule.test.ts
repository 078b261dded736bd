import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { circleRule } from '../../../src/interpret/numeric/circle-rule.ts';

function mean(kappa: number, f: (x: number) => number, which: 'weights' | 'coarse' = 'weights'): number {
  const logDensity = (x: number): number => kappa * Math.cos(x - 1);
  const rule = circleRule({ logDensity, factors: (x) => [1, f(x)] });
  const sum = (g: (x: number) => number): number =>
    rule.nodes.reduce((total, x, k) => total + rule[which][k]! * Math.exp(logDensity(x) - kappa) * g(x), 0);
  return sum(f) / sum(() => 1);
}

it('gives the mean direction of von Mises densities, A(1) = I1(1)/I0(1), also where they are narrow', () => {
  expect(mean(1, (x) => Math.cos(x - 1))).toBeCloseTo(0.44638996589653457, 13);
  // A(k) = 1 - 1/(2k) - 1/(8k^2) - 1/(8k^3) - ... for large k.
  expect(mean(1e4, (x) => Math.cos(x - 1))).toBeCloseTo(1 - 0.5e-4 - 0.125e-8, 11);
  expect(mean(1, (x) => Math.cos(x - 1), 'coarse')).toBeCloseTo(0.44638996589653457, 10);
});

it('refuses a density that is not periodic', () => {
  expect(() => circleRule({ logDensity: (x) => -x, factors: () => [1] })).toThrow(InputError);
});

it('settles functions that are zero up to rounding', () => {
  const noise = (x: number): number => Math.sin(1e9 * x) * 1e-17;
  const rule = circleRule({ logDensity: (x) => Math.log1p(0.5 * Math.cos(x)), factors: (x) => [1, noise(x)] });
  expect(rule.nodes.length).toBeLessThan(1000);
});
