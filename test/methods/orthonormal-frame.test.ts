import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherImmersion, immerse, type OrthonormalFrame, orthonormalFrame } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { dampedParaboloid, sampleModel } from './sample-immersions.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
const row = ({ data, columns }: OrthonormalFrame['vectors'], a: number) =>
  data.subarray(a * columns, (a + 1) * columns);

// A softmax has one redundant logit: without damping rank 7 of 10 parameters, 12 samples leave 29 normal directions of 36, 2 none.
describe.each([
  { damping: 0.3, samples: 12, rank: 10, normal: 'removed' },
  { damping: 0.3, samples: 2, rank: 10, normal: 'kept' },
  { damping: 0, samples: 12, rank: 7, normal: 'removed' },
  { damping: 0, samples: 4, rank: 4, normal: 'kept' },
])('the orthonormal frame with damping $damping on $samples samples', ({ damping, samples, rank, normal }) => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples, damping });

  // Rounding over the least singular value, 1e-4 of the largest here.
  test('is orthonormal in the metric, with as many vectors as the rank, and knows their images', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const frame = await orthonormalFrame(immersion, referenceEngine, 'quotient');
    expect([frame.rank, frame.vectors.rows, frame.normal.kind]).toEqual([rank, rank, normal]);
    for (let a = 0; a < rank; a += 1) {
      const image = await immersion.metric(row(frame.vectors, a));
      for (let b = 0; b < rank; b += 1) expect(dot(row(frame.vectors, b), image)).toBeCloseTo(a === b ? 1 : 0, 9);
      const pushed = await immersion.differential(row(frame.vectors, a));
      row(frame.images, a).forEach((entry, i) => {
        expect(entry).toBeCloseTo(pushed[i]!, 9);
      });
    }
  });

  test('has normal parts with the inner products of w - J G^-1 J^T w', async () => {
    const immersion = await fisherImmersion(point, referenceEngine);
    const frame = await orthonormalFrame(immersion, referenceEngine, 'quotient');
    const random = randomSource(2);
    const [w, u] = [normalVector(random, immersion.ambient), normalVector(random, immersion.ambient)];
    const shares = (rows: OrthonormalFrame['vectors']) => {
      let sum = 0;
      for (let k = 0; k < rows.rows; k += 1) sum += dot(row(rows, k), w) * dot(row(rows, k), u);
      return sum;
    };
    // G^-1 = sum_a e_a e_a^T, so that w^T J G^-1 J^T u is over the images.
    const expected = dot(w, u) - shares(frame.images);
    const found = frame.normal.kind === 'kept' ? shares(frame.normal.rows) : dot(w, u) - shares(frame.normal.rows);
    expect(found).toBeCloseTo(expected, 10);
  });
});

test('a singular metric is refused with its rank unless the quotient is asked for', async () => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0 });
  const immersion = await fisherImmersion(point, referenceEngine);
  await expect(orthonormalFrame(immersion, referenceEngine)).rejects.toThrow(/rank 7 in 10 parameters/);
});

test('a damping that rounding loses beside the metric is refused', async () => {
  // J = (1e4, 0) and damping 1e-9: the second pivot would be 1e-17 of the first.
  const immersion = await immerse(dampedParaboloid([1e4, 0], 1, 1e-9), referenceEngine);
  await expect(orthonormalFrame(immersion, referenceEngine)).rejects.toThrow(DomainError);
});
