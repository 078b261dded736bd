import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { fisherImmersion, fisherMatrix, fisherProgram } from '../../src/methods/index.ts';
import { lossProgram } from '../../src/network/index.ts';
import { scalar, tensor } from '../../src/program/index.ts';
import { vjp } from '../../src/transform/index.ts';
import { sampleModel } from './sample-immersions.ts';

describe('the Fisher immersion', () => {
  test('induces the mean over samples of E[score score^T], the expectation taken over the classes one by one', async () => {
    const point = sampleModel({ widths: [2, 2, 3], head: 'categorical', samples: 4, damping: 0 });
    const { model, theta, inputs, samples } = point;
    const matrix = await fisherMatrix(await fisherImmersion(point, referenceEngine));
    const gradient = vjp(lossProgram(model, 1, 'float64'), { wrt: ['theta'] });
    const expected = Array.from(theta, () => new Float64Array(theta.length));
    for (let n = 0; n < samples; n += 1) {
      const x = tensor('float64', [1, 2], inputs.slice(2 * n, 2 * n + 2));
      for (let c = 0; c < 3; c += 1) {
        const y = tensor(
          'float64',
          [1, 3],
          [0, 1, 2].map((k) => (k === c ? 1 : 0)),
        );
        const zero = tensor('float64', [1, 3], [0, 0, 0]);
        const { loss, ct_theta } = evaluate(gradient, {
          theta: tensor('float64', [theta.length], theta),
          x,
          y,
          ct_loss: scalar(1),
          ct_h: zero,
        });
        const probability = Math.exp(-loss!.data[0]!);
        const score = ct_theta!.data;
        score.forEach((a, i) => {
          score.forEach((b, j) => {
            expected[i]![j] = expected[i]![j]! + (probability * a * b) / samples;
          });
        });
      }
    }
    expected.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(matrix.get(i, j)).toBeCloseTo(entry, 13);
      });
    });
  });

  test('of a linear network with normal head is the input covariance over scale^2, whatever theta', async () => {
    // h = w x + b: F = 1/N sum (x, 1)(x, 1)^T.
    const point = sampleModel({ widths: [1, 1], head: 'normal', samples: 2, damping: 0 });
    const matrix = await fisherMatrix(await fisherImmersion({ ...point, inputs: [1, 3] }, referenceEngine));
    const expected = [5, 2, 2, 1];
    matrix.to1DArray().forEach((entry, i) => {
      expect(entry).toBeCloseTo(expected[i]!, 13);
    });
  });

  test('has one row per sample and component of the embedding', () => {
    const { model } = sampleModel({ widths: [2, 3, 4], head: 'categorical', samples: 1, damping: 0 });
    expect(fisherProgram(model, 5, 'float32').outputs[0]!.variable.type).toEqual({ dtype: 'float32', shape: [5, 4] });
  });
});
