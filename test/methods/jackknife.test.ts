import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { pairMean } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';

/** h(v, w) = (v + 1)(w + 1), whose mean under independent standard normals is 1. */
function pairsOf(draws: ArrayLike<number>): number[][] {
  return Array.from(draws, (a, i) => Array.from({ length: i }, (_, j) => (a + 1) * (draws[j]! + 1)));
}

describe('the mean over pairs', () => {
  test('does not depend on the order of the draws', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 8 }), (draws) => {
        const there = pairMean(pairsOf(draws));
        const back = pairMean(pairsOf([...draws].reverse()));
        expect(back.value).toBeCloseTo(there.value, 9);
        expect(back.standardError).toBeCloseTo(there.standardError, 9);
      }),
    );
  });

  test('for a kernel that is a mean of its draws, has the standard error of the mean', () => {
    // h = (v + w)/2 makes the U-statistic the sample mean, whose jackknife error is the classical s / sqrt m exactly.
    const draws = normalVector(randomSource(5), 12);
    const pairs = Array.from(draws, (a, i) => Array.from({ length: i }, (_, j) => (a + draws[j]!) / 2));
    const mean = draws.reduce((a, b) => a + b) / 12;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / 11;
    const estimate = pairMean(pairs);
    expect(estimate.value).toBeCloseTo(mean, 12);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(variance / 12), 12);
  });

  test('has a jackknife error that matches the true spread, where the spread of pairs over sqrt(pairs) is far too small', () => {
    const repeats = 300;
    const size = 30;
    const values: number[] = [];
    let jackknife = 0;
    let naive = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const pairs = pairsOf(normalVector(randomSource(11, repeat), size));
      const estimate = pairMean(pairs);
      const flat = pairs.flat();
      values.push(estimate.value);
      jackknife += estimate.standardError / repeats;
      const variance = flat.reduce((sum, h) => sum + (h - estimate.value) ** 2, 0) / (flat.length - 1);
      naive += Math.sqrt(variance / flat.length) / repeats;
    }
    const centre = values.reduce((a, b) => a + b) / repeats;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (repeats - 1));
    // The spread itself is known to 4 %; h gives Var U = 4/m + 2/(m(m-1)), so 0.369 for m = 30.
    expect(spread).toBeGreaterThan(0.369 * 0.85);
    expect(spread).toBeLessThan(0.369 * 1.15);
    expect(jackknife / spread).toBeGreaterThan(0.85);
    expect(jackknife / spread).toBeLessThan(1.2);
    expect(naive / spread).toBeLessThan(0.4);
    // Unbiased: four standard errors of the mean over repeats.
    expect(Math.abs(centre - 1)).toBeLessThan((4 * spread) / Math.sqrt(repeats));
  });

  test('needs three draws', () => {
    expect(() => pairMean(pairsOf([1, 2]))).toThrow(ShapeError);
  });
});
