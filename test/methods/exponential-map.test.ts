import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  type EnergyPoint,
  exponentialMap,
  fisherEnergy,
  type ImmersionPoint,
  inducedEnergy,
  movingMetric,
  pathLength,
} from '../../src/methods/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { sampleWith } from './sample-factors.ts';
import { sampleModel, sampleVectors, sphere } from './sample-immersions.ts';
import { reparametrisation } from './sample-reparametrisations.ts';

const moving = (point: EnergyPoint) => movingMetric(point, referenceEngine);

/** psi at some parameters. */
function image({ program, inputs }: ImmersionPoint, theta: Float64Array): Float64Array {
  const found = evaluate(program, { ...inputs, theta: tensor('float64', [theta.length], theta) });
  return Float64Array.from(found['psi']!.data);
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void {
  expect(found.length).toBe(expected.length);
  Array.from(found).forEach((entry, i) => {
    expect(entry).toBeCloseTo(expected[i]!, digits);
  });
}

const difference = (a: Float64Array, b: Float64Array): number => Math.hypot(...a.map((entry, i) => entry - b[i]!));

describe('the exponential map', () => {
  test('of a sphere follows great circles', async () => {
    const [r, a, c] = [2, 0.7, 0.2];
    const point = sphere([a, c], r);
    const v = [0.5, 0.8];
    const { points, speed, drift, rank, outcome } = await exponentialMap(
      await moving(inducedEnergy(point)),
      v,
      [0.5, 2, 3],
    );
    expect([outcome, rank, points.map(({ time }) => time)]).toEqual(['converged', 2, [0.5, 2, 3]]);
    expect(speed).toBeCloseTo(r * Math.hypot(v[0]!, Math.sin(a) * v[1]!), 12);
    expect(drift).toBeLessThan(1e-8);
    const [sa, ca, sc, cc] = [Math.sin(a), Math.cos(a), Math.sin(c), Math.cos(c)];
    const start = [sa * cc, sa * sc, ca];
    const first = [ca * cc * v[0]! - sa * sc * v[1]!, ca * sc * v[0]! + sa * cc * v[1]!, -sa * v[0]!];
    const angular = speed / r;
    for (const { time, theta } of points) {
      const circle = start.map(
        (x, i) => r * (Math.cos(angular * time) * x + (Math.sin(angular * time) * first[i]!) / angular),
      );
      expectClose(image(point, theta), circle, 7);
    }
  });

  test('does not depend on coordinates without damping, and does with it', async () => {
    const change = reparametrisation(
      [0.8, 0.3],
      [
        [1, 0.4],
        [-0.3, 1],
      ],
      0.5,
    );
    const direction = [0.4, 0.9];
    const end = async (point: ImmersionPoint, v: ArrayLike<number>): Promise<Float64Array> => {
      const { points } = await exponentialMap(await moving(inducedEnergy(point)), Float64Array.from(v), [1]);
      return image(point, points[0]!.theta);
    };
    for (const damping of [0, 0.5]) {
      const point = { ...sphere(change.theta as [number, number], 1), damping };
      const ends = [await end(point, change.push(direction)), await end(change.compose(point), direction)] as const;
      if (damping === 0) expectClose(ends[0], ends[1], 7);
      else expect(difference(ends[0], ends[1])).toBeGreaterThan(0.01);
    }
  });

  test('of a metric with redundant parameters is refused, or that of the quotient', async () => {
    // The sphere by colatitude and by longitude divided into two parts: c = c1 + c2.
    const plain = sphere([0.7, 0.5], 1);
    const program = buildProgram('redundant', { theta: tensorType('float64', [3]) }, (b, { theta }) => {
      const pair = b.matmul(b.constant(tensor('float64', [2, 3], [1, 0, 0, 0, 1, 1])), b.reshape(theta, [3, 1]));
      return { psi: b.inline(plain.program, { theta: b.reshape(pair, [2]) })['psi']! };
    });
    const inputs = { theta: tensor('float64', [3], [0.7, 0.2, 0.3]) };
    const metric = await moving(inducedEnergy({ program, inputs, damping: 0 }));
    await expect(exponentialMap(metric, [0.5, 0.8, 0.1], [1])).rejects.toThrow(DomainError);
    await expect(exponentialMap(metric, [0.5, 0.8, 0.1], [1])).rejects.toThrow(/rank 2 in 3/);
    const { points, rank } = await exponentialMap(metric, [0.5, 0.8, 0.1], [1.5], { singular: 'quotient' });
    const expected = await exponentialMap(await moving(inducedEnergy(plain)), [0.5, 0.9], [1.5]);
    const { theta } = points[0]!;
    expect(rank).toBe(2);
    expectClose([theta[0]!, theta[1]! + theta[2]!], expected.points[0]!.theta, 7);
    await expect(exponentialMap(metric, [0, 1, -1], [1], { singular: 'quotient' })).rejects.toThrow(/length zero/);
  });

  test('of a network: constant speed, and shorter than the straight line in parameters', async () => {
    const point = { ...sampleWith('gamma'), damping: 0.1 };
    const metric = await moving(fisherEnergy(point));
    const { v } = sampleVectors(point);
    const { points, speed, drift } = await exponentialMap(metric, v, [0.5, 1]);
    expect(drift).toBeLessThan(1e-7);
    const straight = await pathLength(metric, [point.theta, points[1]!.theta]);
    expect(straight.length).toBeGreaterThan(speed * (1 + 1e-4));
    const many = await exponentialMap(
      metric,
      v,
      Array.from({ length: 8 }, (_, k) => (k + 1) / 8),
      { tolerance: 1e-6 },
    );
    const along = await pathLength(metric, [point.theta, ...many.points.map(({ theta }) => theta)], 1e-5);
    expect(along.length / straight.length).toBeLessThan(1);
    expect(along.length / speed).toBeCloseTo(1, 1);
    expect(along.length).toBeGreaterThan(speed * (1 - 1e-4));
  });

  test('of many parameters, by products alone: acceleration solves the geodesic equation', async () => {
    const point = sampleModel({ widths: [4, 60, 3], head: 'categorical', samples: 5, damping: 0.2 });
    const metric = await movingMetric(fisherEnergy(point), onnxEngine({ threads: 1 }));
    expect(metric.parameters).toBeGreaterThan(400);
    const { v } = sampleVectors(point);
    const step = 1e-3;
    const { points, rank, drift } = await exponentialMap(metric, v, [step]);
    expect(rank).toBeNull();
    expect(drift).toBeLessThan(1e-9);
    const acceleration = points[0]!.velocity.map((entry, i) => (entry - v[i]!) / step);
    const [left] = await metric.products(point.theta, [acceleration]);
    const right = await metric.christoffel(point.theta, v);
    const size = Math.hypot(...right);
    expect(Math.hypot(...Array.from(left!, (entry, i) => entry + right[i]!)) / size).toBeLessThan(0.02);
    expect(size).toBeGreaterThan(1e-2);
    const undamped = await movingMetric(fisherEnergy({ ...point, damping: 0 }), referenceEngine);
    await expect(exponentialMap(undamped, v, [1])).rejects.toThrow(/add damping/);
    await metric.dispose();
  });

  test('at time 0 is where it starts, and tells its progress', async () => {
    const point = sphere([1, 0], 1);
    const done: number[] = [];
    const metric = await moving(inducedEnergy(point));
    const { points } = await exponentialMap(metric, [1, 1], [0], { progress: (fraction) => done.push(fraction) });
    expectClose(points[0]!.theta, [1, 0], 15);
    await exponentialMap(metric, [1, 1], [1], { progress: (fraction) => done.push(fraction) });
    expect(done.at(-1)).toBe(1);
  });
});
