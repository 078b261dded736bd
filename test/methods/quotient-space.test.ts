import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  estimateCurvature,
  fisherImmersion,
  fisherSummary,
  gaussCurvature,
  type Immersion,
  immerse,
  quotientSpace,
  solvedSectionalCurvature,
  tangentFrame,
} from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { sampleModel, sampleVectors, sphere, surface } from './sample-immersions.ts';

async function quotientOf(immersion: Immersion) {
  const { eigenvalues } = await fisherSummary(immersion);
  return quotientSpace(immersion, eigenvalues!);
}

const product = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Array.from(x).reduce((sum, entry, i) => sum + entry * y[i]!, 0);

// More outputs than parameters, and fewer; the rank is smaller than both.
const singular = [
  { widths: [2, 1, 3], head: 'categorical', samples: 12, damping: 0 },
  { widths: [1, 4, 3], head: 'categorical', samples: 3, damping: 0 },
] as const;

describe.each(singular)('the quotient of $widths $head on $samples samples', (parts) => {
  const point = sampleModel(parts);

  test('has the normal parts of the dense frame', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { rank, space } = await quotientOf(immersion);
    const frame = await tangentFrame(immersion, 'quotient');
    expect(rank).toBe(frame.rank);
    const random = randomSource(1);
    const vectors = [normalVector(random, immersion.ambient), normalVector(random, immersion.ambient)];
    const [a, b] = await space.normalForms(vectors);
    const dense = vectors.map(frame.normalPart) as [Float64Array, Float64Array];
    expect(space.inner(a!, b!)).toBeCloseTo(product(dense[0], dense[1]), 8);
    expect(space.inner(a!, a!)).toBeCloseTo(product(dense[0], dense[0]), 8);
    expect(space.gap(a!, b!)).toBe(0);
  });

  test('draws z with J z the tangent part of a standard normal vector, and z without null part', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { space, nullPart } = await quotientOf(immersion);
    const { normalPart } = await tangentFrame(immersion, 'quotient');
    const xi = normalVector(randomSource(2), immersion.ambient);
    const [z] = await space.draws([xi], []);
    const image = await immersion.differential(z!);
    const normal = normalPart(xi);
    image.forEach((entry, i) => {
      expect(entry).toBeCloseTo(xi[i]! - normal[i]!, 7);
    });
    const rest = await nullPart(z!);
    expect(product(rest, rest) / product(z!, z!)).toBeLessThan(1e-12);
    // What J does not see is found as such.
    const unseen = await nullPart(normalVector(randomSource(3), immersion.parameters));
    const seen = await immersion.differential(unseen);
    expect(product(seen, seen) / product(unseen, unseen)).toBeLessThan(1e-14);
  });

  test('has the curvature of the dense Gauss equation: sectional exactly, the others within their errors', async () => {
    const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
    const { v, w } = sampleVectors(point);
    const { space } = await quotientOf(immersion);
    const dense = await gaussCurvature(immersion, { plane: [v, w], direction: v }, 'quotient');
    const sectional = await solvedSectionalCurvature(immersion, [v, w], { space });
    expect(sectional / dense.sectional!).toBeCloseTo(1, 7);
    const { scalar, ricci } = await estimateCurvature(immersion, { direction: v }, { seed: 3, draws: 120, space });
    expect(Math.abs(scalar!.value - dense.scalar)).toBeLessThan(3 * scalar!.standardError);
    expect(Math.abs(ricci!.value - dense.ricci!)).toBeLessThan(3 * ricci!.standardError);
    expect(scalar!.standardError).toBeLessThan(0.4 * Math.abs(dense.scalar));
  });
});

test('a saturated softmax has N^2 (C - 1)(C - 2) / 4 also where p is thousands: C = 3, N = 40', async () => {
  // The image is open in a product of N spheres of dimension C - 1 and radius 2 / sqrt N.
  const point = sampleModel({ widths: [20, 100, 3], head: 'categorical', samples: 40, damping: 0 });
  const random = randomSource(5);
  const theta = Float64Array.from(normalVector(random, point.theta.length), (entry) => entry / 5);
  const inputs = normalVector(random, 40 * 20);
  const immersion = await fisherImmersion({ ...point, theta, inputs }, onnxEngine({ threads: 1 }));
  const { rank, space } = await quotientOf(immersion);
  expect([immersion.parameters, rank]).toEqual([2403, 80]);
  const { scalar } = await estimateCurvature(immersion, {}, { seed: 1, draws: 60, partners: 4, space });
  expect(Math.abs(scalar!.value - 800)).toBeLessThan(3 * scalar!.standardError);
  expect(scalar!.standardError).toBeLessThan(80);
});

test('where J is onto a flat space there is no normal direction, and the estimate is zero without error', async () => {
  const point = sampleModel({ widths: [1, 4, 1], head: 'normal', samples: 4, damping: 0 });
  const immersion = await fisherImmersion(point, referenceEngine);
  const { rank, space } = await quotientOf(immersion);
  expect(rank).toBe(4);
  const { scalar } = await estimateCurvature(immersion, {}, { seed: 1, relativeError: 0.01, space });
  expect([scalar!.value, scalar!.standardError]).toEqual([0, 0]);
});

test('a regular metric is its own quotient: the sphere', async () => {
  const immersion = await immerse(sphere([1, 0.4], 2), referenceEngine);
  const { rank, space } = await quotientOf(immersion);
  expect(rank).toBe(2);
  const plane = [
    [1, 0],
    [1, 1],
  ] as const;
  expect(await solvedSectionalCurvature(immersion, plane, { space })).toBeCloseTo(0.25, 12);
});

describe('there is no quotient', () => {
  test('where the rank is not certain', async () => {
    const immersion = await immerse(sphere([1, 0.4], 2), referenceEngine);
    await expect(quotientSpace(immersion, [1, 3e-11])).rejects.toThrow(DomainError);
    await expect(quotientSpace(immersion, [1, 3e-11])).rejects.toThrow(
      /range of the metric is not certain in float64.*3\.0e-11/,
    );
    await expect(quotientSpace(immersion, [0, 0])).rejects.toThrow(/do not depend on the parameters/);
  });

  test('where float32 would make rounding part of the curvature', async () => {
    // The least eigenvalue is about 2e-8 of the largest: float64 takes it, and the Gauss equation agrees.
    const point = sampleModel({ widths: [2, 2, 1], head: 'normal', samples: 12, damping: 0 });
    const engine = onnxEngine({ threads: 1 });
    expect((await quotientOf(await fisherImmersion(point, engine))).rank).toBe(point.theta.length);
    const single = quotientOf(await fisherImmersion({ ...point, dtype: 'float32' }, engine));
    await expect(single).rejects.toThrow(/not certain in float32.*above 0\.000001\. .*take float64/);
  });

  test('where the rank grows nearby: (a, c^2) at c = 0', async () => {
    const fold = surface([0.3, 0], (b, a, c) => [a, b.multiply(c, c)]);
    await expect(quotientOf(await immerse(fold, referenceEngine))).rejects.toThrow(/larger one nearby/);
    // A constant rank is no obstacle: (a + c)^3 has rank 1 everywhere near a + c = 1.
    const line = surface([0.6, 0.4], (b, a, c) => [b.multiply(b.add(a, c), b.multiply(b.add(a, c), b.add(a, c)))]);
    expect((await quotientOf(await immerse(line, referenceEngine))).rank).toBe(1);
  });

  test('of a damped metric, which is regular', async () => {
    const immersion = await fisherImmersion(sampleModel({ ...singular[0], damping: 0.1 }), referenceEngine);
    await expect(quotientOf(immersion)).rejects.toThrow(/damped metric is regular/);
  });
});
