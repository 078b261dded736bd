import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import {
  exponentialMap,
  fisherEnergy,
  inducedEnergy,
  type LogarithmState,
  logarithmMap,
  movingMetric,
} from '../../src/methods/index.ts';
import { sampleModel, sampleVectors, sphere, surface } from './sample-immersions.ts';

describe('the logarithm map', () => {
  test('of a sphere is along the great circle, as long as the angle', async () => {
    const metric = await movingMetric(inducedEnergy(sphere([1.2, 0.3], 2)), referenceEngine);
    const [a, b] = [
      [1.2, 0.3],
      [0.8, 1.4],
    ] as const;
    const { velocity, length, residual } = await logarithmMap(metric, b);
    const cosine = Math.cos(a[0]) * Math.cos(b[0]) + Math.sin(a[0]) * Math.sin(b[0]) * Math.cos(a[1] - b[1]);
    expect(length).toBeCloseTo(2 * Math.acos(cosine), 7);
    expect(residual).toBeLessThan(1e-8);
    // The great circle leaves at the angle of the spherical triangle.
    const sine = (Math.sin(b[0]) * Math.sin(b[1] - a[1])) / Math.sqrt(1 - cosine ** 2);
    expect((2 * Math.sin(a[0]) * velocity[1]!) / length).toBeCloseTo(sine, 7);
  });

  test('undoes the exponential map of a network, and is shorter than what it took for', async () => {
    const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.05 });
    const metric = await movingMetric(fisherEnergy(point), onnxEngine({ threads: 1 }));
    const v = sampleVectors(point).v.map((entry) => 0.4 * entry);
    const { points, speed } = await exponentialMap(metric, v, [1], { tolerance: 1e-10 });
    const states: LogarithmState[] = [];
    const found = await logarithmMap(metric, points[0]!.theta, { checkpoint: (state) => states.push(state) });
    expect(found.length / speed).toBeCloseTo(1, 6);
    v.forEach((entry, i) => {
      expect(found.velocity[i]).toBeCloseTo(entry, 5);
    });
    // From its last state it is at the goal at once.
    const again = await logarithmMap(metric, points[0]!.theta, { resume: states.at(-1)! });
    expect(again).toEqual(found);
    // The straight line in parameters is no geodesic.
    const line = points[0]!.theta.map((entry, i) => entry - point.theta[i]!);
    expect(Math.max(...line.map((entry, i) => Math.abs(entry - found.velocity[i]!)))).toBeGreaterThan(1e-3);
  });

  test('refuses where there is no geodesic, with how far there was one', async () => {
    // The plane in polar coordinates: no geodesic leads to radius -1, through the pole.
    const polar = surface([1, 0], (b, r, a) => [b.multiply(r, b.cos(a)), b.multiply(r, b.sin(a))]);
    const metric = await movingMetric(inducedEnergy(polar), referenceEngine);
    const refused = await logarithmMap(metric, [1, 3.5], { tolerance: 1e-3 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect((refused as DomainError).message).toMatch(/shooting reaches \d/);
    // Within the half plane it is the straight line of the plane.
    expect((await logarithmMap(metric, [2, 1])).length).toBeCloseTo(Math.sqrt(5 - 4 * Math.cos(1)), 7);
  });

  test('refuses a singular metric, other numbers of parameters, and the start itself', async () => {
    const point = sampleModel({ widths: [1, 2], head: 'categorical', samples: 5, damping: 0 });
    const metric = await movingMetric(fisherEnergy(point), referenceEngine);
    const goal = Float64Array.from(point.theta, (entry) => entry + 0.1);
    await expect(logarithmMap(metric, goal)).rejects.toThrow(/rank 2 in 4 parameters/);
    await expect(logarithmMap(metric, [1])).rejects.toThrow(InputError);
    await expect(logarithmMap(metric, Float64Array.from(point.theta))).rejects.toThrow(/same parameters/);
  });
});
