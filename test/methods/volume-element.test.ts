import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { immerse, volumeElement } from '../../src/methods/index.ts';
import { sphere, surface } from './sample-immersions.ts';
import { reparametrisation } from './sample-reparametrisations.ts';

describe('the volume element', () => {
  test('of a sphere is r^2 sin a', async () => {
    const { logDensity, rank } = await volumeElement(await immerse(sphere([0.7, 2], 3), referenceEngine));
    expect(logDensity).toBeCloseTo(Math.log(9 * Math.sin(0.7)), 12);
    expect(rank).toBe(2);
  });

  test('changes with coordinates by their determinant, without damping; not with it', async () => {
    const matrix = [
      [2, 1],
      [0.5, 1],
    ];
    const change = reparametrisation([0.4, 0.2], matrix, 0.3);
    const logDet = Math.log(1.5) + change.logBend;
    for (const damping of [0, 0.2]) {
      const point = { ...sphere(change.theta as [number, number], 1), damping };
      const [by, other] = await Promise.all(
        [point, change.compose(point)].map(async (one) => volumeElement(await immerse(one, referenceEngine))),
      );
      const gap = Math.abs(other!.logDensity - by!.logDensity - logDet);
      if (damping === 0) expect(gap).toBeLessThan(1e-12);
      else expect(gap).toBeGreaterThan(0.01);
    }
  });

  test('vanishes where the metric is singular', async () => {
    const line = surface([1, 2], (b, a, c) => [b.add(a, c)]);
    expect(await volumeElement(await immerse(line, referenceEngine))).toEqual({
      logDensity: Number.NEGATIVE_INFINITY,
      rank: 1,
    });
  });
});
