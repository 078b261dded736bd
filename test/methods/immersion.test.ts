import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { ShapeError } from '../../src/errors.ts';
import { combine, dot, norm } from '../../src/methods/euclidean.ts';
import { fisherImmersion, immerse } from '../../src/methods/index.ts';
import { normalVector, randomSource } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { sampleModel, sphere } from './sample-immersions.ts';

describe('an immersion', () => {
  test('of a sphere of radius r has the metric r^2 (1, sin^2 of the colatitude)', async () => {
    const immersion = await immerse(sphere([0.7, 2], 3), referenceEngine);
    expect([immersion.parameters, immersion.ambient]).toEqual([2, 3]);
    expect(norm(immersion.value)).toBeCloseTo(3, 14);
    const [first, second] = [await immersion.metric([1, 0]), await immersion.metric([0, 1])];
    expect(first[0]).toBeCloseTo(9, 13);
    expect(first[1]).toBeCloseTo(0, 13);
    expect(second[1]).toBeCloseTo(9 * Math.sin(0.7) ** 2, 13);
    await immersion.dispose();
  });

  test('obeys its laws on a network: adjoints, metric = J^T J + damping, a symmetric and bilinear second derivative', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [2, 3, 2], head: 'categorical', samples: 5, damping: 0.3 }),
      referenceEngine,
    );
    const { parameters, ambient } = immersion;
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), async (seed) => {
        const random = randomSource(seed);
        const [v, w, u] = [0, 1, 2].map(() => normalVector(random, parameters)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const xi = normalVector(random, ambient);
        const pushed = await immersion.differential(v);
        expect(dot(pushed, xi)).toBeCloseTo(dot(v, await immersion.codifferential(xi)), 12);
        const metric = combine(1, await immersion.codifferential(pushed), 0.3, v);
        expect(norm(combine(1, metric, -1, await immersion.metric(v)))).toBeLessThan(1e-12);
        const mixed = await immersion.jet(v, w);
        expect(norm(combine(1, mixed, -1, await immersion.jet(w, v)))).toBeLessThan(1e-12);
        const sum = combine(2, mixed, 3, await immersion.jet(u, w));
        expect(norm(combine(1, await immersion.jet(combine(2, v, 3, u), w), -1, sum))).toBeLessThan(1e-11);
      }),
      { numRuns: 20 },
    );
  });

  test('has derivatives that difference quotients of the map approach', async () => {
    const point = sampleModel({ widths: [2, 3, 2], head: 'categorical', samples: 3, damping: 0 });
    const immersion = await fisherImmersion(point, referenceEngine);
    const v = normalVector(randomSource(1), immersion.parameters);
    const at = async (step: number) =>
      (await fisherImmersion({ ...point, theta: combine(1, point.theta, step, v) }, referenceEngine)).value;
    const h = 1e-3;
    const [ahead, behind] = [await at(h), await at(-h)];
    // Central differences err by h^2 times a fourth derivative of order one to ten.
    const slope = combine(0.5 / h, ahead, -0.5 / h, behind);
    expect(norm(combine(1, slope, -1, await immersion.differential(v)))).toBeLessThan(1e-4);
    const bend = combine(1 / h ** 2, combine(1, ahead, 1, behind), -2 / h ** 2, immersion.value);
    const jet = await immersion.jet(v, v);
    expect(norm(combine(1, bend, -1, jet))).toBeLessThan(1e-3 * norm(jet));
  });

  test('that is linear has no second derivative, on an engine that compiles too', async () => {
    const program = buildProgram('linear', { theta: tensorType('float64', [2]) }, (b, { theta }) => ({
      psi: b.multiply(theta, 3),
    }));
    const point = { program, inputs: { theta: tensor('float64', [2], [1, 2]) }, damping: 0 };
    const immersion = await immerse(point, onnxEngine());
    expect(Array.from(await immersion.jet([1, 0], [0, 1]))).toEqual([0, 0]);
    expect(Array.from(await immersion.metric([1, 2]))).toEqual([9, 18]);
    await immersion.dispose();
  });

  test('refuses a program that is no map from theta to psi, and a negative damping', async () => {
    const program = buildProgram('square', { theta: tensorType('float64', [2]) }, (b, { theta }) => ({
      y: b.multiply(theta, theta),
    }));
    const inputs = { theta: tensor('float64', [2], [1, 2]) };
    await expect(immerse({ program, inputs, damping: 0 }, referenceEngine)).rejects.toThrow(ShapeError);
    await expect(immerse({ ...sphere([1, 1], 1), damping: -1 }, referenceEngine)).rejects.toThrow(
      /damping is 0 or more/,
    );
  });
});
