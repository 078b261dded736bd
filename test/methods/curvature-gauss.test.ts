import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherImmersion, gaussCurvature, immerse } from '../../src/methods/index.ts';
import { bernoulliHead, denseNetwork } from '../../src/network/index.ts';
import {
  dampedParaboloid,
  publishedFigures,
  sampleModel,
  sampleVectors,
  sphere,
  surface,
} from './sample-immersions.ts';

const angle = fc.double({ min: 0.4, max: 2.6, noNaN: true });
const small = fc.double({ min: -2, max: 2, noNaN: true });

describe('the Gauss equation', () => {
  test('gives a sphere the scalar curvature +2 / radius^2 and Ric(v, v) = |v|^2 / radius^2, at every point', async () => {
    await fc.assert(
      fc.asyncProperty(angle, angle, fc.double({ min: 0.5, max: 3, noNaN: true }), async (a, c, radius) => {
        const immersion = await immerse(sphere([a, c], radius), referenceEngine);
        const curvature = await gaussCurvature(immersion, {
          plane: [
            [1, 0],
            [1, 1],
          ],
          direction: [2, 0],
        });
        expect(curvature.scalar * radius ** 2).toBeCloseTo(2, 10);
        expect(curvature.sectional! * radius ** 2).toBeCloseTo(1, 10);
        // |v|^2 = 4 radius^2 for v = 2 d/da.
        expect(curvature.ricci).toBeCloseTo(4, 10);
      }),
      { numRuns: 20 },
    );
  });

  test('gives a damped map the curvature of its graph, bowl positive and saddle negative', async () => {
    await fc.assert(
      fc.asyncProperty(
        small,
        small,
        fc.constantFrom(1 as const, -1 as const),
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        async (a, c, sign, damping) => {
          const immersion = await immerse(dampedParaboloid([a, c], sign, damping), referenceEngine);
          const expected = (2 * sign) / (damping + a * a + c * c) ** 2;
          expect((await gaussCurvature(immersion)).scalar / expected).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('gives a cylinder none', async () => {
    const immersion = await immerse(
      surface([0.3, 1], (b, a, c) => [b.cos(a), b.sin(a), c]),
      referenceEngine,
    );
    expect(Math.abs((await gaussCurvature(immersion)).scalar)).toBeLessThan(1e-14);
  });

  test.each(publishedFigures)(
    'reproduces the published curvatures of $widths $head, damping $damping',
    async (figures) => {
      const point = sampleModel(figures);
      const { v, w } = sampleVectors(point);
      const immersion = await fisherImmersion(point, referenceEngine);
      const curvature = await gaussCurvature(immersion, { plane: [v, w], direction: v });
      for (const quantity of ['scalar', 'sectional', 'ricci'] as const) {
        expect(Math.abs(curvature[quantity]! / figures[quantity] - 1)).toBeLessThan(1e-9);
      }
    },
  );

  test.each([
    { widths: [1, 2, 1], head: 'normal', samples: 12, damping: 0.01, scalar: -566.362066 },
    { widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.3, scalar: -8.2103643 },
  ] as const)('agrees with differences of the metric on $widths $head: $scalar', async ({ scalar, ...parts }) => {
    // Computed elsewhere by fourth-order differences of the metric, to 9 digits.
    const immersion = await fisherImmersion(sampleModel(parts), referenceEngine);
    expect(Math.abs((await gaussCurvature(immersion)).scalar / scalar - 1)).toBeLessThan(2e-9);
  });

  test('agrees with itself in float32 to the accuracy of that format', async () => {
    const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.3 });
    const single = await fisherImmersion({ ...point, dtype: 'float32' }, onnxEngine({ threads: 1 }));
    // Rounding 6e-8 through derivatives and traces of order one.
    expect((await gaussCurvature(single)).scalar / -8.2103643).toBeCloseTo(1, 5);
  });

  test('finds a saturated network flat: as many outputs as parameters leave no normal direction', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 4, damping: 0 }),
      referenceEngine,
    );
    expect(Math.abs((await gaussCurvature(immersion)).scalar)).toBeLessThan(1e-6);
  });

  test('refuses a metric that is singular, and says its rank', async () => {
    const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0 });
    const immersion = await fisherImmersion(point, referenceEngine);
    await expect(gaussCurvature(immersion)).rejects.toThrow(DomainError);
    await expect(gaussCurvature(immersion)).rejects.toThrow(/rank 7 in 10 parameters/);
  });

  test.each([
    { classes: 3, samples: 2 },
    { classes: 4, samples: 3 },
  ])(
    'finds N^2 (C - 1)(C - 2) / 4 on the quotient of a saturated softmax: C = $classes, N = $samples',
    async ({ classes, samples }) => {
      // The image is open in a product of N spheres of dimension C - 1 and radius 2 / sqrt N.
      const point = sampleModel({ widths: [1, 4, classes], head: 'categorical', samples, damping: 0 });
      const immersion = await fisherImmersion(point, referenceEngine);
      const { scalar } = await gaussCurvature(immersion, {}, 'quotient');
      expect(scalar).toBeCloseTo((samples ** 2 * (classes - 1) * (classes - 2)) / 4, 8);
    },
  );

  test('gives redundant and reduced logits the same curvature on the quotient', async () => {
    const redundant = sampleModel({ widths: [1, 2], head: 'categorical', samples: 6, damping: 0 });
    const { scalar } = await gaussCurvature(await fisherImmersion(redundant, referenceEngine), {}, 'quotient');
    // Two logits z1, z2 are one Bernoulli variable with logit z1 - z2.
    const reduced = {
      ...redundant,
      model: { network: denseNetwork([1, 1]), head: bernoulliHead() },
      theta: [redundant.theta[0]! - redundant.theta[1]!, redundant.theta[2]! - redundant.theta[3]!],
    };
    const other = await gaussCurvature(await fisherImmersion(reduced, referenceEngine));
    expect(scalar / other.scalar).toBeCloseTo(1, 9);
  });

  test('refuses the quotient where the rank grows nearby: the cusp (a^2, a^3) at 0', async () => {
    const cusp = surface([0, 0.4], (b, a, c) => [b.multiply(a, a), b.multiply(b.multiply(a, a), a), c]);
    const immersion = await immerse(cusp, referenceEngine);
    await expect(gaussCurvature(immersion, {}, 'quotient')).rejects.toThrow(/larger one nearby/);
    // A constant rank is no obstacle: (a + c)^3 has rank 1 everywhere near a + c = 1.
    const line = surface([0.6, 0.4], (b, a, c) => [b.multiply(b.add(a, c), b.multiply(b.add(a, c), b.add(a, c)))]);
    expect((await gaussCurvature(await immerse(line, referenceEngine), {}, 'quotient')).scalar).toBeCloseTo(0, 9);
  });

  test('refuses a plane spanned by parallel vectors', async () => {
    const immersion = await immerse(sphere([1, 1], 1), referenceEngine);
    await expect(
      gaussCurvature(immersion, {
        plane: [
          [1, 1],
          [2, 2],
        ],
      }),
    ).rejects.toThrow(DomainError);
  });
});
