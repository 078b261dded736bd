import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { observedInformation, outputFactors } from '../../src/methods/index.ts';
import { lossProgram, parameterCount } from '../../src/network/index.ts';
import { scalar, tensor } from '../../src/program/index.ts';
import { vjp } from '../../src/transform/index.ts';
import { matrixOf, sampleWith } from './sample-factors.ts';

describe('a Fisher matrix of observed targets', () => {
  const point = sampleWith('categorical', 3);
  const targets = [1, 0, 0, 1, 1, 0];

  test('is the mean of outer products of the gradients of each sample', async () => {
    const matrix = await matrixOf(point, { kind: 'empirical', targets });
    const size = parameterCount(point.model.network);
    const expected = new Float64Array(size * size);
    const gradient = vjp(lossProgram(point.model, 1, 'float64'), { wrt: ['theta'], of: ['loss'] });
    for (let n = 0; n < 3; n += 1) {
      const { ct_theta } = evaluate(gradient, {
        theta: tensor('float64', [size], point.theta),
        x: tensor('float64', [1, 1], [point.inputs[n]!]),
        y: tensor('float64', [1, 2], targets.slice(2 * n, 2 * n + 2)),
        ct_loss: scalar(1),
      });
      const g = ct_theta!.data;
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) expected[i * size + j]! += (g[i]! * g[j]!) / 3;
    }
    matrix.to1DArray().forEach((entry, i) => {
      expect(entry).toBeCloseTo(expected[i]!, 12);
    });
  });

  test('needs as many targets as the head reads', async () => {
    await expect(outputFactors(point, { kind: 'empirical', targets: [1] }, referenceEngine)).rejects.toThrow(
      InputError,
    );
    await expect(observedInformation(point, [[1]], referenceEngine)).rejects.toThrow(
      /2 numbers as target of each of 3/,
    );
  });
});
