import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import {
  type FisherPoint,
  fisherEnergy,
  fisherImmersion,
  fisherMetricPoint,
  inducedEnergy,
  metricJet,
  movingMetric,
} from '../../src/methods/index.ts';
import { featureCount, headByName, importOnnx } from '../../src/network/index.ts';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleInputs } from '../network/sample-networks.ts';
import { sampleModels } from '../network/sample-onnx.ts';
import { sampleWith } from './sample-factors.ts';
import { sampleVectors, sphere } from './sample-immersions.ts';

describe('a metric at any parameters', () => {
  test('has the products of the immersion, damped, one by one or together', async () => {
    const point = { ...sampleWith('categorical'), damping: 0.3 };
    const metric = await movingMetric(fisherEnergy(point), referenceEngine);
    const immersion = await fisherImmersion(point, referenceEngine);
    const { v, w } = sampleVectors(point);
    const many = Array.from({ length: 9 }, (_, k) => (k % 2 ? v : w));
    const images = await metric.products(point.theta, many);
    expect(images.length).toBe(9);
    for (const [k, vector] of many.entries()) {
      const expected = await immersion.metric(vector);
      images[k]!.forEach((entry, i) => {
        expect(entry).toBeCloseTo(expected[i]!, 12);
      });
    }
    const [single] = await metric.products(point.theta, [v]);
    expect(single).toEqual(images[1]);
    const squared = v.reduce((sum, entry, i) => sum + entry * single![i]!, 0);
    expect(await metric.squaredSpeed(point.theta, v)).toBeCloseTo(squared, 12);
    await metric.dispose();
  });

  test('has the Christoffel symbols J^T D(v, v) of an embedding', async () => {
    const point = sampleWith('poisson');
    const metric = await movingMetric(fisherEnergy(point), referenceEngine);
    const immersion = await fisherImmersion(point, referenceEngine);
    const { v } = sampleVectors(point);
    const expected = await immersion.codifferential(await immersion.jet(v, v));
    (await metric.christoffel(point.theta, v)).forEach((entry, i) => {
      expect(entry).toBeCloseTo(expected[i]!, 11);
    });
  });

  test.each(['gamma', 'categorical'] as const)('has those of the definition for a %s head', async (head) => {
    const point = sampleWith(head);
    const metric = await movingMetric(fisherEnergy(point), referenceEngine);
    const { first } = await metricJet(fisherMetricPoint(point), referenceEngine);
    const { v } = sampleVectors(point);
    const found = await metric.christoffel(point.theta, v);
    for (let k = 0; k < 10; k += 1) {
      let sum = 0;
      for (let i = 0; i < 10; i += 1)
        for (let j = 0; j < 10; j += 1) sum += (first[i]![k]![j]! - first[k]![i]![j]! / 2) * v[i]! * v[j]!;
      expect(found[k]).toBeCloseTo(sum, 10);
    }
  });

  test('moves: on the sphere at another point it is the metric there', async () => {
    const metric = await movingMetric(inducedEnergy(sphere([0.7, 0.2], 1)), referenceEngine);
    expect(await metric.squaredSpeed([1.1, 3], [0, 1])).toBeCloseTo(Math.sin(1.1) ** 2, 12);
    // Gamma_a,cc = -sin a cos a.
    expect((await metric.christoffel([1.1, 3], [0, 1]))[0]).toBeCloseTo(-Math.sin(1.1) * Math.cos(1.1), 12);
  });

  test('of a network read from a file: products, and J^T D(v, v)', async () => {
    const { network, theta } = importOnnx(writeOnnx(sampleModels['an attention layer']!), 'attention.onnx');
    const point: FisherPoint = {
      model: { network, head: headByName('categorical') },
      theta,
      inputs: sampleInputs(2, featureCount(network)),
      samples: 2,
      damping: 0,
      dtype: 'float64',
    };
    const metric = await movingMetric(fisherEnergy(point), referenceEngine);
    const immersion = await fisherImmersion(point, referenceEngine);
    const { v, w } = sampleVectors(point);
    const bent = await immersion.codifferential(await immersion.jet(v, v));
    const size = Math.hypot(...bent);
    expect(size).toBeGreaterThan(0);
    (await metric.christoffel(theta, v)).forEach((entry, i) => {
      expect((entry - bent[i]!) / size).toBeCloseTo(0, 13);
    });
    const images = await metric.products(theta, [v, w]);
    for (const [k, vector] of [v, w].entries()) {
      const expected = await immersion.metric(vector);
      images[k]!.forEach((entry, i) => {
        expect((entry - expected[i]!) / Math.hypot(...expected)).toBeCloseTo(0, 11);
      });
    }
    await metric.dispose();
  });
});
