import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { densityRule } from '../../../src/interpret/numeric/density-rule.ts';

function mean(logDensity: (t: number) => number, f: (t: number) => number): number {
  const { nodes, weights } = densityRule({ logDensity, factors: (t) => [1, f(t)] });
  const sum = (g: (t: number) => number): number =>
    nodes.reduce((total, t, k) => total + weights[k]! * Math.exp(logDensity(t)) * g(t), 0);
  return sum(f) / sum(() => 1);
}

describe('expectations over the line', () => {
  it('of a Gaussian are its moments', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 80 }), (a, b) => {
        const [m, s] = [a / 4, b / 16];
        const log = (t: number): number => -(((t - m) / s) ** 2) / 2;
        expect(Math.abs(mean(log, (t) => ((t - m) / s) ** 4) - 3)).toBeLessThan(1e-10);
      }),
      { numRuns: 10 },
    );
  });

  it('of heavy tails: the median of |t| of a Cauchy density, E[1/(1 + t^2)] = 1/2', () => {
    const cauchy = (t: number): number => -Math.log1p(t * t);
    expect(mean(cauchy, (t) => 1 / (1 + t * t))).toBeCloseTo(1 / 2, 11);
    expect(() => mean(cauchy, (t) => t * t)).toThrow('an expectation diverges');
  });

  it('of two narrow peaks far apart: the mean of a mixture', () => {
    const peak = (t: number, at: number): number => -(((t - at) / 0.01) ** 2) / 2;
    const mixture = (t: number): number => {
      const [a, b] = [Math.log(0.25) + peak(t, -5), Math.log(0.75) + peak(t, 20)];
      return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    };
    expect(mean(mixture, (t) => t)).toBeCloseTo(13.75, 8);
  });

  it('of a kink: a Laplace density has E|t| = 1', () => {
    expect(mean((t) => -Math.abs(t), Math.abs)).toBeCloseTo(1, 10);
  });
});

it('a divergent integral, and a peak too narrow for doubles, are refused', () => {
  // x^0.936 on the half-line, x = exp(t), rises up to where doubles end.
  const rising = (t: number): number => (t < -690 || t > 345 ? Number.NEGATIVE_INFINITY : 1.936 * t);
  expect(() => densityRule({ logDensity: rising, factors: () => [1], limits: { low: -690, high: 345 } })).toThrow(
    'diverges',
  );
  expect(() =>
    mean(
      (t) => -0.4 * Math.log1p(t * t),
      () => 1,
    ),
  ).toThrow('diverges');
  expect(() =>
    mean(
      (t) => -Math.log1p(Math.abs(t)),
      () => 1,
    ),
  ).toThrow(DomainError);
  expect(() =>
    mean(
      (t) => -(((t - 1e6) / 1e-6) ** 2),
      () => 1,
    ),
  ).toThrow('too narrow');
});
