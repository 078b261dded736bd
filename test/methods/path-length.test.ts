import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { inducedEnergy, movingMetric, pathLength } from '../../src/methods/index.ts';
import { dampedParaboloid, sphere, surface } from './sample-immersions.ts';

describe('the length of a path of parameters', () => {
  test('on a sphere: a meridian, and a parallel', async () => {
    const metric = await movingMetric(inducedEnergy(sphere([1, 0], 2)), referenceEngine);
    const { length, pieces } = await pathLength(metric, [
      [0.5, 1],
      [1.5, 1],
      [1.5, 3],
    ]);
    expect(pieces[0]).toBeCloseTo(2, 9);
    expect(pieces[1]).toBeCloseTo(2 * Math.sin(1.5) * 2, 9);
    expect(length).toBeCloseTo(pieces[0]! + pieces[1]!, 14);
  });

  test('of the damped paraboloid: its integral by hand', async () => {
    // Along (t, 0) the speed is sqrt(t^2 + damping).
    const damping = 0.5;
    const metric = await movingMetric(inducedEnergy(dampedParaboloid([0, 0], 1, damping)), referenceEngine);
    const { length, error } = await pathLength(metric, [
      [0, 0],
      [2, 0],
    ]);
    const root = Math.sqrt(4 + damping);
    expect(length).toBeCloseTo(root + (damping / 2) * Math.log((2 + root) / Math.sqrt(damping)), 8);
    expect(error).toBeLessThan(1e-8);
  });

  test('counts both ways of a path that turns back, also where the metric vanishes', async () => {
    const folded = surface([0, 0], (b, a, c) => [b.multiply(a, a), c]);
    const metric = await movingMetric(inducedEnergy(folded), referenceEngine);
    const { length } = await pathLength(
      metric,
      [
        [-1, 0],
        [2, 0],
        [-1, 0],
      ],
      1e-6,
    );
    expect(length).toBeCloseTo(10, 4); // 1 + 4, twice
  });

  test('needs two points of the right size', async () => {
    const metric = await movingMetric(inducedEnergy(sphere([1, 0], 2)), referenceEngine);
    await expect(pathLength(metric, [[1, 2]])).rejects.toThrow(InputError);
    await expect(pathLength(metric, [[1, 2], [1]])).rejects.toThrow(/Point 1 of the path has 1 numbers, expected 2/);
  });
});
