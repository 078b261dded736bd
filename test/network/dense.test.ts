import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError, ShapeError } from '../../src/errors.ts';
import {
  type Activation,
  denseForward,
  denseLayers,
  denseNetwork,
  initialParameters,
  networkProgram,
  parameterCount,
  randomSource,
} from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { sampleInputs, sampleParameters } from './sample-networks.ts';

const widths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 });

describe('a dense network', () => {
  test('is W_l a + b_l with tanh between layers, theta stacking W_0 by rows, b_0, W_1, ...', () => {
    // By hand: h = 5 tanh(1*1 + 2*(-1) + 0.5) + 6 tanh(3*1 + 4*(-1) + 0.25) + 7. Columns for rows would give 1 - 3, 2 - 4.
    const network = denseNetwork([2, 2, 1]);
    const theta = tensor('float64', [9], [1, 2, 3, 4, 0.5, 0.25, 5, 6, 7]);
    const { h } = evaluate(networkProgram(network, 1, 'float64'), { theta, x: tensor('float64', [1, 2], [1, -1]) });
    expect(h!.data[0]).toBeCloseTo(5 * Math.tanh(-0.5) + 6 * Math.tanh(-0.75) + 7, 14);
    expect(h!.data[0]).not.toBeCloseTo(5 * Math.tanh(-1.5) + 6 * Math.tanh(-1.75) + 7, 3);
  });

  test('has an affine last layer, so a two-width network is affine', () => {
    const network = denseNetwork([1, 1]);
    const theta = tensor('float64', [2], [3, -40]);
    const { h } = evaluate(networkProgram(network, 2, 'float64'), { theta, x: tensor('float64', [2, 1], [10, 20]) });
    expect([...h!.data]).toEqual([-10, 20]);
  });

  test('maps each sample by itself', () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 5 }), (sizes, samples) => {
        const network = denseNetwork(sizes);
        const data = sampleInputs(samples, sizes[0]!);
        const theta = tensor('float64', [parameterCount(network)], sampleParameters(network));
        const all = evaluate(networkProgram(network, samples, 'float64'), {
          theta,
          x: tensor('float64', [samples, sizes[0]!], data),
        });
        const last = evaluate(networkProgram(network, 1, 'float64'), {
          theta,
          x: tensor('float64', [1, sizes[0]!], data.slice(-sizes[0]!)),
        });
        last.h!.data.forEach((value, c) => {
          expect(all.h!.data[(samples - 1) * sizes.at(-1)! + c]).toBeCloseTo(value, 13);
        });
      }),
    );
  });

  test('has layers that partition theta', () => {
    fc.assert(
      fc.property(widths, (sizes) => {
        let end = 0;
        for (const layer of denseLayers(denseNetwork(sizes))) {
          expect(layer.weight).toBe(end);
          expect(layer.bias).toBe(end + layer.inputs * layer.outputs);
          end = layer.bias + layer.outputs;
        }
        expect(end).toBe(parameterCount(denseNetwork(sizes)));
      }),
    );
    expect(parameterCount(denseNetwork([784, 100, 10]))).toBe(79_510);
  });

  test('takes shifts as additions to the pre-activations: shifting by b_l is having the bias b_l', () => {
    const network = denseNetwork([2, 3, 2]);
    const theta = sampleParameters(network);
    const [first, second] = denseLayers(network);
    const unbiased = theta.slice().fill(0, first!.bias, second!.weight).fill(0, second!.bias);
    const program = buildProgram(
      'shifted',
      {
        theta: tensorType('float64', [theta.length]),
        x: tensorType('float64', [1, 2]),
        s0: tensorType('float64', [1, 3]),
        s1: tensorType('float64', [1, 2]),
      },
      (b, { theta, x, s0, s1 }) => ({ h: denseForward(b, network, { theta, x, shifts: [s0, s1] }).outputs }),
    );
    const x = tensor('float64', [1, 2], [0.3, -2]);
    const shifted = evaluate(program, {
      theta: tensor('float64', [theta.length], unbiased),
      x,
      s0: tensor('float64', [1, 3], theta.slice(first!.bias, second!.weight)),
      s1: tensor('float64', [1, 2], theta.slice(second!.bias)),
    });
    const plain = evaluate(networkProgram(network, 1, 'float64'), {
      theta: tensor('float64', [theta.length], theta),
      x,
    });
    shifted.h!.data.forEach((value, c) => {
      expect(value).toBeCloseTo(plain.h!.data[c]!, 14);
    });
  });

  test('starts with weights of variance 1 / inputs, no biases, and the same ones for the same seed', () => {
    const network = denseNetwork([400, 50, 10]);
    const theta = initialParameters(network, randomSource(4));
    expect(initialParameters(network, randomSource(4))).toEqual(theta);
    for (const { weight, bias, outputs, inputs } of denseLayers(network)) {
      const weights = theta.slice(weight, bias);
      const variance = weights.reduce((sum, value) => sum + value * value, 0) / weights.length;
      // Five standard errors of a sample variance, sqrt(2 / n).
      expect(Math.abs(variance * inputs - 1)).toBeLessThan(5 * Math.sqrt(2 / weights.length));
      expect(theta.slice(bias, bias + outputs).every((value) => value === 0)).toBe(true);
    }
  });

  test('refuses what is no network, and data that do not fit', () => {
    expect(() => denseNetwork([3])).toThrow(InputError);
    expect(() => denseNetwork([3, 0, 1])).toThrow(/positive integers.*3,0,1/);
    expect(() => denseNetwork([1, 1], 'reul' as Activation)).toThrow(
      /Unknown activation reul; there are identity, relu, tanh/,
    );
    const network = denseNetwork([2, 1]);
    const inputs = { theta: tensorType('float64', [3]), x: tensorType('float64', [1, 3]) };
    expect(() =>
      buildProgram('bad', inputs, (b, { theta, x }) => ({ h: denseForward(b, network, { theta, x }).outputs })),
    ).toThrow(ShapeError);
  });
});
