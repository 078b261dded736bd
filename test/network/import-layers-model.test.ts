import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError, UnsupportedError } from '../../src/errors.ts';
import {
  denseNetwork,
  featureCount,
  type ImportedNetwork,
  importLayersModel,
  importOnnx,
  networkProgram,
} from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { writeOnnx } from './onnx-writer.ts';
import { wave } from './sample-onnx.ts';

type Layers = readonly (readonly [className: string, config: Readonly<Record<string, unknown>>])[];
type Weights = Readonly<Record<string, { readonly shape: readonly number[]; readonly data: readonly number[] }>>;

/** A LayersModel as the converter of Keras writes it, with its weights in two shards. */
function layersModel(input: readonly number[], layers: Layers, weights: Weights): ImportedNetwork {
  const entries = Object.entries(weights);
  const bytes = Buffer.from(Float32Array.from(entries.flatMap(([, { data }]) => [...data])).buffer);
  const cut = Math.floor(bytes.length / 2);
  const model = {
    format: 'layers-model',
    modelTopology: {
      model_config: {
        class_name: 'Sequential',
        config: {
          name: 'sequential',
          layers: layers.map(([class_name, config], k) => ({
            class_name,
            config: k === 0 ? { batch_input_shape: [null, ...input], ...config } : config,
          })),
        },
      },
    },
    weightsManifest: [
      {
        paths: ['one.bin', 'two.bin'],
        weights: entries.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const files: Readonly<Record<string, Uint8Array>> = {
    'one.bin': bytes.subarray(0, cut),
    'two.bin': bytes.subarray(cut),
  };
  return importLayersModel({ model, weights: (path) => files[path]! }, 'model.json');
}

function outputs({ network, theta }: ImportedNetwork, x: readonly number[]): number[] {
  const samples = x.length / featureCount(network);
  const inputs = {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [samples, featureCount(network)], x),
  };
  return [...evaluate(networkProgram(network, samples, 'float64'), inputs)['h']!.data];
}

describe('a LayersModel', () => {
  test('of dense layers is the dense network with its kernels transposed', () => {
    const [k1, b1, k2, b2] = [wave([3, 4], 1), wave([4], 2), wave([4, 2], 3), wave([2], 4)];
    const model = layersModel(
      [3],
      [
        ['Dense', { name: 'dense', units: 4, activation: 'tanh', use_bias: true }],
        ['Dropout', { name: 'dropout', rate: 0.5 }],
        ['Dense', { name: 'dense_1', units: 2, activation: 'linear' }],
      ],
      { 'dense/kernel': k1, 'dense/bias': b1, 'dense_1/kernel': k2, 'dense_1/bias': b2 },
    );
    expect(model.network.parameters.map(({ name }) => name)).toEqual([
      'dense/kernel',
      'dense/bias',
      'dense_1/kernel',
      'dense_1/bias',
    ]);
    const turned = ({ shape, data }: typeof k1) =>
      Array.from({ length: shape[1]! }, (_, i) =>
        Array.from({ length: shape[0]! }, (__, j) => data[j * shape[1]! + i]!),
      ).flat();
    const theta = Float64Array.from([...turned(k1), ...b1.data, ...turned(k2), ...b2.data].map(Math.fround));
    const x = wave([5, 3], 7).data;
    const { h } = evaluate(networkProgram(denseNetwork([3, 4, 2]), 5, 'float64'), {
      theta: tensor('float64', [theta.length], theta),
      x: tensor('float64', [5, 3], x),
    });
    outputs(model, x).forEach((value, i) => {
      expect(value).toBeCloseTo(h!.data[i]!, 12);
    });
  });

  test('of convolutions keeps channels last: it is the ONNX network with transposed weights', () => {
    const [kernel, bias, end] = [wave([3, 2, 2, 4], 1, 0.5), wave([4], 2), wave([24, 3], 3)];
    const model = layersModel(
      [6, 5, 2],
      [
        ['Conv2D', { name: 'conv', kernel_size: [3, 2], strides: [2, 1], padding: 'same', activation: 'relu' }],
        ['MaxPooling2D', { name: 'pool', pool_size: [1, 2], strides: [1, 2], padding: 'valid' }],
        ['Flatten', { name: 'flatten' }],
        ['Dense', { name: 'end', units: 3, use_bias: false }],
      ],
      { 'conv/kernel': kernel, 'conv/bias': bias, 'end/kernel': end },
    );
    const at = (i: number, j: number, c: number, o: number) => kernel.data[((i * 2 + j) * 2 + c) * 4 + o]!;
    const turned = [0, 1, 2, 3].flatMap((o) =>
      [0, 1].flatMap((c) => [0, 1, 2].flatMap((i) => [0, 1].map((j) => at(i, j, c, o)))),
    );
    const onnx = importOnnx(
      writeOnnx({
        input: [2, 6, 5],
        output: 'y',
        floats: { k: { shape: [4, 2, 3, 2], data: turned }, bias, end },
        nodes: [
          ['Conv', ['x', 'k', 'bias'], 'a', { kernel_shape: [3, 2], strides: [2, 1], auto_pad: 'SAME_UPPER' }],
          ['Relu', ['a'], 'b'],
          ['MaxPool', ['b'], 'c', { kernel_shape: [1, 2], strides: [1, 2] }],
          ['Transpose', ['c'], 'd', { perm: [0, 2, 3, 1] }],
          ['Flatten', ['d'], 'e'],
          ['MatMul', ['e', 'end'], 'y'],
        ],
      }),
      'm',
    );
    const x = wave([6, 5, 2], 5).data;
    const channelsFirst = [0, 1].flatMap((c) => Array.from({ length: 30 }, (_, place) => x[place * 2 + c]!));
    const expected = outputs(onnx, channelsFirst);
    outputs(model, x).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 12);
    });
  });

  test('normalises batches by its moving statistics, which are no parameters', () => {
    const model = layersModel([2], [['BatchNormalization', { name: 'norm', epsilon: 0.5 }]], {
      'norm/gamma': { shape: [2], data: [2, 3] },
      'norm/beta': { shape: [2], data: [10, 20] },
      'norm/moving_mean': { shape: [2], data: [1, 2] },
      'norm/moving_variance': { shape: [2], data: [3.5, 8.5] },
    });
    // (x - mean) gamma / sqrt(variance + 1/2) + beta, roots 2 and 3.
    expect(outputs(model, [5, 8])).toEqual([14, 26]);
    expect(model.network.parameters.map(({ name }) => name)).toEqual(['norm/gamma', 'norm/beta']);
  });

  test('with a layer or activation that is not known is refused by name', () => {
    expect(() => layersModel([2], [['LSTM', { name: 'memory' }]], {})).toThrow(UnsupportedError);
    expect(() => layersModel([2], [['LSTM', { name: 'memory' }]], {})).toThrow(/layer "memory" is a LSTM/);
    const dense = ['Dense', { name: 'd', activation: 'mish' }] as const;
    const weights = { 'd/kernel': wave([2, 2], 1), 'd/bias': wave([2], 1) };
    expect(() => layersModel([2], [dense], weights)).toThrow(/layer "d" has the activation mish/);
    expect(() => layersModel([2], [['Dense', { name: 'e' }]], weights)).toThrow(/layer "e": weight kernel is missing/);
  });

  test('that is none, or whose weights are short, is refused', () => {
    const weights = () => new Uint8Array(0);
    expect(() => importLayersModel({ model: {}, weights }, 'm')).toThrow(InputError);
    expect(() => layersModel([], [['Dense', { name: 'd' }]], {})).toThrow(/batch_input_shape/);
    const model = {
      modelTopology: {
        model_config: {
          class_name: 'Sequential',
          config: {
            layers: [['Dense', { name: 'd', batch_input_shape: [null, 2] }]].map(([class_name, config]) => ({
              class_name,
              config,
            })),
          },
        },
      },
      weightsManifest: [{ paths: ['a'], weights: [{ name: 'w', shape: [2], dtype: 'float32' }] }],
    };
    expect(() => importLayersModel({ model, weights }, 'm')).toThrow(/end before weight w/);
  });
});
