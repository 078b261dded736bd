import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherImmersion, tangentFrame } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { sampleModel } from './sample-immersions.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

describe.each([0, 0.3])('the tangent frame with damping %d', (damping) => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping });

  test('is orthonormal in the metric, with as many vectors as the rank', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { vectors, rank } = await tangentFrame(immersion, 'quotient');
    expect([rank, vectors.length]).toEqual(damping > 0 ? [10, 10] : [7, 7]);
    for (const [a, v] of vectors.entries()) {
      const image = await immersion.metric(v);
      vectors.forEach((w, b) => {
        // Rounding over the least singular value, 1e-4 of the largest here.
        expect(dot(w, image)).toBeCloseTo(a === b ? 1 : 0, 9);
      });
    }
  });

  test('has a normal part with the inner products of w - J G^-1 J^T w', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const { normalPart, vectors } = await tangentFrame(immersion, 'quotient');
    const random = randomSource(2);
    const [w, u] = [normalVector(random, immersion.ambient), normalVector(random, immersion.ambient)];
    const [pulledW, pulledU] = [await immersion.codifferential(w), await immersion.codifferential(u)];
    // G^-1 = sum_a e_a e_a^T.
    const tangential = vectors.reduce((sum, e) => sum + dot(e, pulledW) * dot(e, pulledU), 0);
    // As above, over the least singular value.
    expect(dot(normalPart(w), normalPart(u))).toBeCloseTo(dot(w, u) - tangential, 10);
  });
});

test('the null part of a vector is what J does not see, and all of it', async () => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0 });
  const immersion = await fisherImmersion(point, referenceEngine);
  const { nullPart } = await tangentFrame(immersion, 'quotient');
  const v = normalVector(randomSource(1), 10);
  const part = nullPart(v);
  for (const entry of await immersion.differential(part)) expect(entry).toBeCloseTo(0, 12);
  expect(dot(part, part)).toBeCloseTo(dot(part, v), 12);
  expect(dot(part, part)).toBeGreaterThan(0.1);
});

test('a singular metric is refused with its rank unless the quotient is asked for', async () => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0 });
  const immersion = await fisherImmersion(point, referenceEngine);
  await expect(tangentFrame(immersion)).rejects.toThrow(DomainError);
  await expect(tangentFrame(immersion)).rejects.toThrow(/rank 7 in 10 parameters/);
});
