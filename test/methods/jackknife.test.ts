import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { pairMean, partnerMean, sampleMean } from '../../src/methods/index.ts';
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

describe('the mean over all pairs of one kernel and over partners for another', () => {
  test('is that of the sum of both where all draws are partners', () => {
    const draws = normalVector(randomSource(3), 9);
    const traces = pairsOf(draws);
    const mixed = traces.map((row, i) => row.map((_, k) => draws[i]! * draws[i - 1 - k]! ** 2));
    const summed = traces.map((row, i) => row.map((value, j) => value + mixed[i]![i - 1 - j]!));
    const [together, apart] = [pairMean(summed), partnerMean(traces, mixed)];
    expect(apart.value).toBeCloseTo(together.value, 12);
    expect(apart.standardError).toBeCloseTo(together.standardError, 12);
  });

  test('has a jackknife error that the true spread does not exceed', () => {
    const repeats = 300;
    const values: number[] = [];
    let jackknife = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const draws = normalVector(randomSource(12, repeat), 25);
      const none = Array.from(draws, (_, i) => new Float64Array(i));
      const mixed = Array.from(draws, (z, i) =>
        Array.from({ length: Math.min(i, 2) }, (_, k) => (z + 1) * (draws[i - 1 - k]! + 1)),
      );
      const estimate = partnerMean(none, mixed);
      values.push(estimate.value);
      jackknife += estimate.standardError ** 2 / repeats;
    }
    const centre = values.reduce((a, b) => a + b) / repeats;
    const spread = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (repeats - 1);
    // Var = 4/25 + 1/47 = 0.181; what a deleted draw takes along, 4 of 47 pairs, varies by 16 for itself, 4 for its partners
    // and 4 for products: a jackknife of about 24 * 24 / 43^2 = 0.31 at most. The ratio of 300 repeats is known to a tenth.
    expect(jackknife / spread).toBeGreaterThan(0.95);
    expect(jackknife / spread).toBeLessThan(1.9);
    expect(Math.abs(centre - 1)).toBeLessThan(4 * Math.sqrt(spread / repeats));
  });

  test('needs three draws and a pair beyond those of any draw', () => {
    expect(() => partnerMean([[], [1]], [[], [1]])).toThrow(ShapeError);
    expect(() => partnerMean([[], [1], [1, 1]], [[], [1], []])).toThrow(/leaves no pair/);
  });
});

test('the mean of independent values has the classical standard error', () => {
  expect(sampleMean([1, 2, 6])).toEqual({ value: 3, standardError: Math.sqrt(14 / 2 / 3) });
  expect(() => sampleMean([1])).toThrow(ShapeError);
});
