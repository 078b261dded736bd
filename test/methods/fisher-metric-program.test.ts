import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { fisherImmersion, fisherMatrix, fisherMetricPoint, inducedMetricPoint } from '../../src/methods/index.ts';
import { gammaHead } from '../../src/network/index.ts';
import { sampleModel, sphere } from './sample-immersions.ts';

describe('the metric as a program of theta', () => {
  test('of the sphere is diag(1, sin^2) radius^2', () => {
    const { program, inputs } = inducedMetricPoint(sphere([1, 0.3], 2));
    const { metric } = evaluate(program, inputs);
    [4, 0, 0, 4 * Math.sin(1) ** 2].forEach((entry, i) => {
      expect(metric!.data[i]).toBeCloseTo(entry, 13);
    });
  });

  test.each([
    ['with a flat embedding', {}],
    ['without one', { head: gammaHead() }],
  ])('is the Fisher matrix of a head %s', async (_, change) => {
    const sample = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 4, damping: 0.5 });
    const point = { ...sample, model: { ...sample.model, ...change } };
    const { program, inputs, damping } = fisherMetricPoint(point);
    const expected = (await fisherMatrix(await fisherImmersion(point, referenceEngine))).to1DArray();
    evaluate(program, inputs)['metric']!.data.forEach((entry, i) => {
      expect(entry).toBeCloseTo(expected[i]!, 13);
    });
    expect(damping).toBe(0.5);
  });
});
