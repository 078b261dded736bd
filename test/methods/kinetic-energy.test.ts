import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { fisherEnergy, fisherImmersion, inducedEnergy } from '../../src/methods/index.ts';
import { denseNetwork } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { sampleWith } from './sample-factors.ts';
import { sampleVectors, sphere } from './sample-immersions.ts';

describe('the kinetic energy of a metric', () => {
  test('on a sphere is r^2 (a^2 + sin^2 c^2) / 2', () => {
    const { program, inputs } = inducedEnergy(sphere([0.7, 0.2], 3));
    const { energy } = evaluate(program, { ...inputs, d_theta: tensor('float64', [2], [2, 5]) });
    expect(energy!.data[0]).toBeCloseTo((9 * (4 + 25 * Math.sin(0.7) ** 2)) / 2, 12);
  });

  test.each(['normal', 'bernoulli', 'poisson', 'gamma', 'categorical'] as const)(
    'of a model with a %s head is half of F(v, v)',
    async (head) => {
      const point = sampleWith(head);
      const { v } = sampleVectors(point);
      const { program, inputs } = fisherEnergy(point);
      const { energy } = evaluate(program, { ...inputs, d_theta: tensor('float64', [10], v) });
      const immersion = await fisherImmersion(point, referenceEngine);
      const image = await immersion.metric(v);
      expect(energy!.data[0]! / v.reduce((sum, entry, i) => sum + (entry * image[i]!) / 2, 0)).toBeCloseTo(1, 11);
    },
  );

  test('a flat embedding and I(h) give the same energy, where both are known', () => {
    const point = sampleWith('bernoulli');
    const { embedding, ...curved } = point.model.head;
    expect(embedding).toBeDefined();
    const { v } = sampleVectors(point);
    const [flat, other] = [point, { ...point, model: { ...point.model, head: curved } }].map((at) => {
      const { program, inputs } = fisherEnergy(at);
      return evaluate(program, { ...inputs, d_theta: tensor('float64', [10], v) })['energy']!.data[0]!;
    });
    expect(flat! / other!).toBeCloseTo(1, 12);
  });

  test('a network with kinks has none', () => {
    const point = sampleWith('normal');
    const network = denseNetwork([1, 2, 2], 'relu');
    expect(() => fisherEnergy({ ...point, model: { ...point.model, network } })).toThrow(UnsupportedError);
  });
});
