import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import {
  estimateCurvature,
  estimateScalarCurvature,
  fisherImmersion,
  gaussCurvature,
  immerse,
  type SamplingState,
  sampleCurvature,
  sampleMean,
  solvedSectionalCurvature,
} from '../../src/methods/index.ts';
import { dampedParaboloid, sampleModel, sphere } from './sample-immersions.ts';

const small = sampleModel({ widths: [1, 1, 2], head: 'categorical', samples: 5, damping: 0.1 });

/** The kernel of every pair of a run in which all draws are partners. */
function kernelsOf({ traces, mixed }: SamplingState): number[] {
  return traces.flatMap((row, i) => [...row].map((trace, j) => trace + mixed[i]![i - 1 - j]!));
}

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
      const options = { draws: 12, seed: 100 + seed };
      const estimate = await estimateScalarCurvature(immersion, options);
      const kernels = kernelsOf(await sampleCurvature(immersion, {}, options));
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
    const [nine, ten] = [9, 10].map((seed) => sampleCurvature(immersion, {}, { draws: 3, seed }));
    expect((await nine!).traces[2]![1]).not.toBe((await ten!).traces[1]![0]);
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
    const exact = await estimateScalarCurvature(immersion, { draws: 8, seed: 1, tolerance: 1e-12, factoredSide: 0 });
    for (const tolerance of [1e-1, 1e-2, 1e-3]) {
      const options = { draws: 8, seed: 1, tolerance, drawTolerance: 1e-12, factoredSide: 0 };
      const crude = await estimateScalarCurvature(immersion, options);
      const gap = Math.abs(exact.value - crude.value);
      expect(gap).toBeGreaterThan(0);
      expect(gap).toBeLessThan(crude.truncation);
      expect(crude.outcome).toBe('converged');
    }
    expect(exact.truncation).toBeLessThan(1e-12 * Math.abs(exact.value));
    const cut = await estimateScalarCurvature(immersion, {
      draws: 3,
      seed: 1,
      tolerance: 1e-9,
      maxSteps: 2,
      factoredSide: 0,
    });
    expect(cut.outcome).toBe('truncated');
    expect(cut.worstResidual).toBeGreaterThan(1e-9);
  });

  test('with few partners for each draw is as unbiased, and its error no smaller than with all', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    const exact = (await gaussCurvature(immersion)).scalar;
    const few = await estimateScalarCurvature(immersion, { draws: 150, partners: 3, seed: 4 });
    expect(few.pairs).toBe(3 * 150 - 6);
    expect(Math.abs(few.value - exact)).toBeLessThan(3 * few.standardError);
    expect(few.standardError).toBeLessThan(Math.abs(exact) / 2);
    const all = await estimateScalarCurvature(immersion, { draws: 150, seed: 4 });
    expect(few.standardError).toBeGreaterThan(all.standardError);
  });

  test('of Ric(v, v) comes within three standard errors of the Gauss equation, beside the scalar from the same draws', async () => {
    for (const samples of [5, 2]) {
      // Solves in R^M and in R^p.
      const point = sampleModel({ widths: [1, 1, 2], head: 'categorical', samples, damping: 0.1 });
      const immersion = await fisherImmersion(point, referenceEngine);
      const direction = [1, -0.5, 0.3, 2, 0.1, 1];
      const exact = await gaussCurvature(immersion, { direction });
      const options = { draws: 200, partners: 2, seed: 6 };
      const { ricci, scalar } = await estimateCurvature(immersion, { direction }, options);
      expect(Math.abs(ricci!.value - exact.ricci!)).toBeLessThan(3 * ricci!.standardError);
      expect(ricci!.standardError).toBeLessThan(Math.abs(exact.ricci!) / 3);
      const { value, standardError } = await estimateScalarCurvature(immersion, options);
      expect(scalar).toMatchObject({ value, standardError });
      const alone = await estimateCurvature(immersion, { direction, scalar: false }, options);
      expect(alone).toEqual({ scalar: null, ricci });
    }
  });

  test('needs no sampling for a sectional curvature', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    const plane = [
      [1, 0, 2, 0, 1, 0],
      [0, 1, 1, -1, 0, 3],
    ] as const;
    const exact = await gaussCurvature(immersion, { plane });
    expect((await solvedSectionalCurvature(immersion, plane)) / exact.sectional!).toBeCloseTo(1, 9);
  });

  test('stops at a relative error, from twelve draws on, or at a number of pairs', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    const errors: number[] = [];
    const { value, standardError, draws } = await estimateScalarCurvature(immersion, {
      seed: 1,
      relativeError: 0.3,
      partners: 4,
      progress: ({ estimate, step, steps }) => {
        expect(steps).toBeNull();
        if (estimate && step >= 12) errors.push(estimate.standardError / Math.abs(estimate.value));
      },
    });
    expect(standardError).toBeLessThanOrEqual(0.3 * Math.abs(value));
    expect(errors.slice(0, -1).every((error) => error > 0.3)).toBe(true);
    expect(draws).toBe(11 + errors.length);
    const { pairs } = await estimateScalarCurvature(immersion, { seed: 1, pairs: 20, partners: 4 });
    expect(pairs).toBe(22); // 1 + 2 + 3 + 4 + 4 + 4 + 4
  });

  test('goes on from a state as if it had never stopped', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    const query = { direction: [1, 0, 0, 1, 0, 0] };
    const states: SamplingState[] = [];
    const options = { seed: 2, partners: 2, draws: 9 };
    const whole = await estimateCurvature(immersion, query, { ...options, checkpoint: (state) => states.push(state) });
    const resumed = await estimateCurvature(immersion, query, { ...options, resume: states[4]! });
    expect({ ...resumed.scalar, solves: 0, solverSteps: 0 }).toEqual({ ...whole.scalar, solves: 0, solverSteps: 0 });
    expect(resumed.ricci).toEqual(whole.ricci);
    expect(sampleMean(states.at(-1)!.ricci).value).toBe(whole.ricci!.value);
  });

  test('refuses to begin without a stopping rule', async () => {
    const immersion = await fisherImmersion(small, referenceEngine);
    await expect(estimateScalarCurvature(immersion, { seed: 1 })).rejects.toThrow(/when to stop/);
    await expect(estimateScalarCurvature(immersion, { seed: 1, relativeError: 0 })).rejects.toThrow(InputError);
    await expect(estimateScalarCurvature(immersion, { seed: 1, draws: 9, partners: 0 })).rejects.toThrow(/partners/);
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
