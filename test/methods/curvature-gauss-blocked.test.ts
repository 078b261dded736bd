import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import {
  blockedGaussCurvature,
  fisherImmersion,
  gaussCurvature,
  immerse,
  plainGaussCurvature,
} from '../../src/methods/index.ts';
import { sampleModel, sampleVectors, surface } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });

describe('the Gauss equation by blocks', () => {
  test.each([
    ['more rows than parameters', { widths: [2, 3, 3], head: 'categorical', samples: 40, damping: 0.01 }, 'refuse'],
    ['fewer', { widths: [2, 3, 3], head: 'categorical', samples: 3, damping: 0.01 }, 'refuse'],
    ['a frame of more than one block', { widths: [4, 9, 3], head: 'poisson', samples: 20, damping: 0.1 }, 'refuse'],
    [
      'the quotient of a saturated softmax',
      { widths: [1, 4, 4], head: 'categorical', samples: 3, damping: 0 },
      'quotient',
    ],
    [
      'a curved ambient space',
      { widths: [2, 6, 2], head: 'normal-learned-variance', samples: 30, damping: 0.1 },
      'refuse',
    ],
  ] as const)('agrees with the plain way: %s', async (_, parts, singular) => {
    const point = sampleModel(parts);
    const { v, w } = sampleVectors(point);
    const immersion = await fisherImmersion(point, engine);
    const query = { plane: [v, w], direction: v } as const;
    const [plain, blocked] = [
      await plainGaussCurvature(immersion, query, singular),
      await blockedGaussCurvature(immersion, query, singular),
    ];
    // Both in float64 from metrics of condition up to 1e6.
    for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
      expect(Math.abs(blocked[quantity]! / plain[quantity]! - 1)).toBeLessThan(1e-10);
    await immersion.dispose();
  });

  test('without the ambient curvature of a learned variance gives another number', async () => {
    const point = sampleModel({ widths: [1, 2, 2], head: 'normal-learned-variance', samples: 6, damping: 0.1 });
    const immersion = await fisherImmersion(point, engine);
    const { ambientCurvature: _, ...flat } = immersion;
    // -57.1824074 by the definition, computed elsewhere.
    expect((await blockedGaussCurvature(immersion)).scalar).toBeCloseTo(-57.1824074, 6);
    expect(Math.abs((await blockedGaussCurvature(flat)).scalar + 57.1824074)).toBeGreaterThan(0.1);
    // Not told of the factors of the ambient space it goes through all pairs of the frame.
    const { ambientFactor: __, ...untold } = immersion;
    expect((await blockedGaussCurvature(untold)).scalar).toBeCloseTo(-57.1824074, 6);
  });

  test('goes on from any of its states to the same last digit', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [4, 9, 3], head: 'poisson', samples: 10, damping: 0.1 }),
      engine,
    );
    const states: Parameters<typeof blockedGaussCurvature>[3][] = [];
    const fractions: number[] = [];
    const whole = await gaussCurvature(immersion, {}, 'refuse', {
      checkpoint: (resume) => states.push({ resume }),
      progress: (fraction) => fractions.push(fraction),
    });
    expect(fractions.toSorted((a, b) => a - b)).toEqual(fractions);
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    for (const k of [0, 30, states.length - 2, states.length - 1])
      expect(await gaussCurvature(immersion, {}, 'refuse', states[k])).toEqual(whole);
    // A state of another run leads elsewhere.
    const wrong = { resume: { ...states[30]!.resume!, normal: 0, whole: 1 } };
    expect((await gaussCurvature(immersion, {}, 'refuse', wrong)).scalar).not.toBeCloseTo(whole.scalar, 6);
  });

  test('agrees with itself in float32 to the accuracy of that format', async () => {
    const point = sampleModel({ widths: [4, 9, 3], head: 'categorical', samples: 20, damping: 0.3 });
    const [double, single] = [
      await fisherImmersion(point, engine),
      await fisherImmersion({ ...point, dtype: 'float32' }, engine),
    ];
    const ratio = (await gaussCurvature(single)).scalar / (await gaussCurvature(double)).scalar;
    expect(ratio).toBeCloseTo(1, 5);
  });

  test('refuses the quotient where the rank grows nearby, and what is flat but for rounding', async () => {
    const cusp = surface([0, 0.4], (b, a, c) => [b.multiply(a, a), b.multiply(b.multiply(a, a), a), c]);
    const immersion = await immerse(cusp, referenceEngine);
    await expect(blockedGaussCurvature(immersion, {}, 'quotient')).rejects.toThrow(/larger one nearby/);
    // A plane curve stretched by 1e8 and squeezed, with large tangent second derivatives.
    const line = surface([0.5, 0], (b, a, c) => [
      b.multiply(b.exp(b.multiply(a, 40)), 1e4),
      c,
      b.multiply(c, 0),
      b.multiply(c, 0),
      b.multiply(c, 0),
    ]);
    const steep = await immerse(line, referenceEngine);
    const found = await blockedGaussCurvature(steep).catch((error: unknown) => error);
    if (found instanceof Error) expect(found).toBeInstanceOf(DomainError);
    else expect(Math.abs((found as { scalar: number }).scalar)).toBeLessThan(1e-6);
  });

  test('refuses matrices that would not fit', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [1, 2, 1], head: 'normal', samples: 3, damping: 1 }),
      referenceEngine,
    );
    await expect(blockedGaussCurvature({ ...immersion, parameters: 20_000 })).rejects.toThrow(InputError);
  });
});
