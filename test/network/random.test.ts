import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { normalVector, permutation, randomSource } from '../../src/network/index.ts';

describe('a random source', () => {
  test('is determined by seed and stream', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), fc.nat(20), (seed, stream) => {
        const draws = normalVector(randomSource(seed, stream), 9);
        expect(normalVector(randomSource(seed, stream), 9)).toEqual(draws);
        expect(normalVector(randomSource(seed, stream + 1), 9)).not.toEqual(draws);
      }),
    );
  });

  test('has the moments of its laws', () => {
    // With n = 40,000 the standard errors of the four normal moments are 1, sqrt 2, sqrt 15, sqrt 96 over 200.
    const n = 40_000;
    const random = randomSource(7);
    const draws = normalVector(random, n);
    const spread = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)];
    [0, 1, 0, 3].forEach((expected, order) => {
      const moment = draws.reduce((sum, draw) => sum + draw ** (order + 1), 0) / n;
      expect(Math.abs(moment - expected)).toBeLessThan((4 * spread[order]!) / Math.sqrt(n));
    });
    const uniform = Array.from({ length: n }, () => random.uniform());
    expect(Math.abs(uniform.reduce((a, b) => a + b) / n - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n));
    expect(Math.min(...uniform.map((u) => Math.min(u, 1 - u)))).toBeGreaterThan(0);
  });

  test.each([0, 1, 5])(
    'begins anywhere: the first draws of stream %i over seeds 1, ..., 1000 are uniform and unrelated',
    (stream) => {
      for (const place of [0, 1, 2]) {
        const draws = Array.from({ length: 1000 }, (_, seed) => {
          const random = randomSource(seed + 1, stream);
          for (let skipped = 0; skipped < place; skipped += 1) random.uniform();
          return random.uniform();
        });
        const bins = new Array<number>(16).fill(0);
        for (const draw of draws) bins[Math.floor(16 * draw)]! += 1;
        const square = bins.reduce((sum, bin) => sum + (bin - 62.5) ** 2 / 62.5, 0);
        // Chi-square with 15 degrees of freedom: one in a million is below 1.5 or above 57.
        expect(square).toBeGreaterThan(1.5);
        expect(square).toBeLessThan(57);
        const product = draws.slice(1).reduce((sum, draw, i) => sum + (draw - 0.5) * (draws[i]! - 0.5), 0);
        expect(Math.abs(12 * product) / Math.sqrt(999)).toBeLessThan(4.5);
      }
    },
  );

  test('gives each stream the same draws, in whatever order streams are asked for', () => {
    const draws = (seed: number, stream: number): readonly number[] => [...normalVector(randomSource(seed, stream), 3)];
    const inOrder = [0, 1, 2, 3, 4].map((stream) => draws(9, stream));
    for (const stream of [4, 2, 2, 3, 0, 1]) {
      draws(8, stream);
      expect(draws(9, stream)).toEqual(inOrder[stream]);
    }
    expect(new Set(inOrder.map(String)).size).toBe(5);
  });

  test('refuses a seed that is no 32-bit integer', () => {
    expect(() => randomSource(0.5)).toThrow(InputError);
    expect(() => randomSource(2 ** 32)).toThrow(InputError);
    expect(() => randomSource(1, -1)).toThrow(InputError);
  });
});

describe('a permutation', () => {
  test('holds every index once', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(1000), (count, seed) => {
        const order = permutation(randomSource(seed), count);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  test('is uniform: each of the 6 orders of 3 appears a sixth of the time', () => {
    const random = randomSource(3);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const key = permutation(random, 3).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    // Four standard deviations of a binomial count with n = 6000 and p = 1/6.
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt((6000 * 5) / 36));
  });
});
