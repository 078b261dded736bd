import { describe, expect, it } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  exponentialMap,
  fisherEnergy,
  lossGradient,
  movingMetric,
  naturalGradient,
  outputFactors,
  pathLength,
  refuseOverflow,
} from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });
const model = sampleModel({ widths: [2, 3], head: 'normal', samples: 3, damping: 0.1 });
const huge = { ...model, inputs: model.inputs.map((entry) => 1e200 * entry) };

describe('what overflows', () => {
  it('is refused with its name, and nothing finite is', () => {
    for (const finite of [0, -1, Number.MAX_VALUE]) refuseOverflow(finite);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => refuseOverflow(value, 'the kernel has trace')).toThrow(
        new RegExp(`the kernel has trace ${value}: .* overflow\\. Expected finite`),
      );
  });

  it('is neither a gradient to follow, nor a direction, nor a path', async () => {
    const factors = await outputFactors(huge, { kind: 'exact' }, engine);
    const gradient = await lossGradient(huge, new Float64Array(9), engine);
    for (const form of ['full', 'block-diagonal', 'kfac', 'diagonal'] as const)
      await expect(naturalGradient(huge, factors, gradient, form, engine)).rejects.toThrow(/the gradient has length/);
    const metric = await movingMetric(fisherEnergy(huge), engine);
    const ones = new Float64Array(model.theta.length).fill(1);
    await expect(exponentialMap(metric, ones, [1])).rejects.toThrow(/direction has squared length .* overflow/);
    const path = pathLength(metric, [model.theta, ones]);
    await expect(path).rejects.toThrow(/piece of the path has length .* overflow/);
    await expect(path).rejects.toBeInstanceOf(DomainError);
  });
});
