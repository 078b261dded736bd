import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import {
  curvaturePairs,
  estimateScalarCurvature,
  fisherImmersion,
  gaussCurvature,
  immerse,
  pairMean,
} from '../../src/methods/index.ts';
import { dampedParaboloid, sampleModel, sphere } from './sample-immersions.ts';

const small = sampleModel({ widths: [1, 1, 2], head: 'categorical', samples: 5, damping: 0.1 });

describe('the matrix-free estimate', () => {
  test.each([1, -1] as const)(
    'of a damped paraboloid comes within three standard errors of the exact curvature, sign %d',
    async (sign) => {
      const exact = (2 * sign) / (0.5 + 0.09 + 0.25) ** 2;
      const immersion = await immerse(dampedParaboloid([0.3, -0.5], sign, 0.5), referenceEngine);
      const estimate = await estimateScalarCurvature(immersion, { draws: 60, seed: 3 });
      expect(Math.abs(estimate.value - exact)).toBeLessThan(3 * estimate.standardError);
      // Sharp enough that the opposite sign would not pass.
      expect(estimate.standardError).toBeLessThan(Math.abs(exact) / 2);
    },
  );

  test.each([
    { widths: [2, 3, 1], head: 'normal', samples: 40, damping: 1, draws: 60 },
    { widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.3, draws: 60 },
  ] as const)(
    'of a $widths $head network comes within three standard errors of the Gauss equation',
    async ({ draws, ...parts }) => {
      const immersion = await fisherImmersion(sampleModel(parts), onnxEngine({ threads: 1 }));
      const exact = (await gaussCurvature(immersion)).scalar;
      const estimate = await estimateScalarCurvature(immersion, { draws, seed: 2 });
      expect(Math.abs(estimate.value - exact)).toBeLessThan(3 * estimate.standardError);
      expect(estimate.standardError).toBeLessThan(Math.abs(exact) / 2);
    },
  );

  test('of 68 parameters on 100 samples, in either number format, comes within three standard errors of the published value', async () => {
    // -52.6778647, computed elsewhere with all second derivatives.
    const point = sampleModel({ widths: [3, 8, 4], head: 'categorical', samples: 100, damping: 0.5 });
    for (const dtype of ['float64', 'float32'] as const) {
      const immersion = await fisherImmersion({ ...point, dtype }, onnxEngine({ threads: 1 }));
      const { value, standardError } = await estimateScalarCurvature(immersion, { draws: 30, seed: 5 });
      expect(Math.abs(value + 52.6778647)).toBeLessThan(3 * standardError);
      expect(standardError).toBeLessThan(8);
    }
  });

  test('has a jackknife error that matches the true spread over seeds; the spread of pairs over sqrt(pairs) does not', async () => {
    const immersion = await fisherImmersion(small, onnxEngine({ threads: 1 }));
    const exact = (await gaussCurvature(immersion)).scalar;
    const repeats = 40;
    const values: number[] = [];
    let [jackknife, naive] = [0, 0];
    for (let seed = 0; seed < repeats; seed += 1) {
      const { pairs } = await curvaturePairs(immersion, { draws: 12, seed: 100 + seed });
      const estimate = pairMean(pairs);
      const kernels = pairs.flatMap((row) => [...row]);
      const variance = kernels.reduce((sum, h) => sum + (h - estimate.value) ** 2, 0) / (kernels.length - 1);
      values.push(estimate.value);
      jackknife += estimate.standardError ** 2 / repeats;
      naive += variance / kernels.length / repeats;
    }
    const mean = values.reduce((a, b) => a + b) / repeats;
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (repeats - 1);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * Math.sqrt(spread / repeats));
    // Heavy-tailed kernels make both variances uncertain by some tens of per cent; the naive one is off by a factor.
    expect(jackknife / spread).toBeGreaterThan(0.5);
    expect(jackknife / spread).toBeLessThan(2);
    expect(naive / spread).toBeLessThan(0.3);
  });

  test('gives the same numbers for the same seed, and reports progress after each draw', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    const steps: (number | null)[] = [];
    const first = await estimateScalarCurvature(immersion, {
      draws: 5,
      seed: 9,
      progress: ({ step, steps: all, estimate }) => steps.push(step, all, estimate && 1),
    });
    expect(await estimateScalarCurvature(immersion, { draws: 5, seed: 9 })).toEqual(first);
    expect((await estimateScalarCurvature(immersion, { draws: 5, seed: 10 })).value).not.toBe(first.value);
    const [nine, ten] = [9, 10].map((seed) => curvaturePairs(immersion, { draws: 3, seed }));
    expect((await nine!).pairs[2]![1]).not.toBe((await ten!).pairs[1]![0]);
    expect(steps).toEqual([1, 5, null, 2, 5, null, 3, 5, 1, 4, 5, 1, 5, 5, 1]);
    expect(first).toMatchObject({ draws: 5, pairs: 10, solves: 20, outcome: 'converged' });
    expect(first.worstResidual).toBeLessThanOrEqual(1e-4);
  });

  test('bounds what truncated solves cost it, and says that they were truncated', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [2, 3, 3], head: 'categorical', samples: 40, damping: 0.01 }),
      onnxEngine({ threads: 1 }),
    );
    // Both runs have the same draws to 1e-12; only the solves inside the quadratic forms of the second are cruder.
    const exact = await curvaturePairs(immersion, { draws: 8, seed: 1, tolerance: 1e-12 });
    for (const tolerance of [1e-1, 1e-2, 1e-3]) {
      const crude = await curvaturePairs(immersion, { draws: 8, seed: 1, tolerance, drawTolerance: 1e-12 });
      const gap = Math.abs(pairMean(exact.pairs).value - pairMean(crude.pairs).value);
      expect(gap).toBeGreaterThan(0);
      expect(gap).toBeLessThan(crude.truncation);
      expect(crude.outcome).toBe('converged');
    }
    expect(exact.truncation).toBeLessThan(1e-12 * Math.abs(pairMean(exact.pairs).value));
    const cut = await estimateScalarCurvature(immersion, { draws: 3, seed: 1, tolerance: 1e-9, maxSteps: 2 });
    expect(cut.outcome).toBe('truncated');
    expect(cut.worstResidual).toBeGreaterThan(1e-9);
  });

  test('refuses fewer than three draws, and a metric without damping, whose rank it cannot know', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    await expect(estimateScalarCurvature(immersion, { draws: 2, seed: 1 })).rejects.toThrow(InputError);
    const saturated = await fisherImmersion(
      sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 4, damping: 0 }),
      referenceEngine,
    );
    await expect(estimateScalarCurvature(saturated, { draws: 5, seed: 1 })).rejects.toThrow(DomainError);
    const undamped = await immerse(sphere([1, 1], 1), referenceEngine);
    await expect(estimateScalarCurvature(undamped, { draws: 5, seed: 1 })).rejects.toThrow(/positive damping/);
  });
});
