import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError, UnsupportedError } from '../../src/errors.ts';
import { featureCount, importOnnx, networkProgram, outputCount, parameterCount } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { type WrittenModel, writeOnnx } from './onnx-writer.ts';
import { sampleModels, wave } from './sample-onnx.ts';

type Format = 'float32' | 'float64';

/** The outputs of a model on some samples by onnxruntime, which shares nothing with this package's reading. */
async function byOnnxruntime(bytes: Uint8Array, x: readonly number[], shape: readonly number[], format: Format) {
  // Its further optimisations round numbers beside products to float32, in float64 too.
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 4, graphOptimizationLevel: 'basic' });
  const input =
    format === 'float32'
      ? new ort.Tensor('float32', Float32Array.from(x), shape)
      : new ort.Tensor('float64', Float64Array.from(x), shape);
  const outputs = await session.run({ x: input });
  await session.release();
  return Array.from(outputs['y']!.data as Float32Array | Float64Array);
}

// onnxruntime has no float64 kernels for some of their operators: Conv and AveragePool; Erf, Elu, HardSigmoid; InstanceNormalization.
const singleOnly = [
  'a convolutional network',
  'a dense network as Keras writes it',
  'activations with kinks',
  'shapes and padding as PyTorch writes them',
];

describe.each(Object.entries(sampleModels))('an ONNX file with %s', (name, model) => {
  const bytes = writeOnnx(model);
  const { network, theta } = importOnnx(bytes, 'model.onnx');
  const samples = 3;
  const x = wave([samples, ...model.input], 9).data;

  /** The largest difference to onnxruntime on the same file, over the largest output. */
  async function worst(format: Format): Promise<number> {
    const file = format === 'float32' ? bytes : writeOnnx({ ...model, float64: true });
    const read = importOnnx(file, 'model.onnx');
    const inputs = format === 'float32' ? x.map(Math.fround) : x;
    const expected = await byOnnxruntime(file, inputs, [samples, ...model.input], format);
    const { h } = evaluate(networkProgram(read.network, samples, 'float64'), {
      theta: tensor('float64', [theta.length], read.theta),
      x: tensor('float64', [samples, featureCount(network)], inputs),
    });
    expect(h!.shape).toEqual([samples, outputCount(network)]);
    expect(h!.data.length).toBe(expected.length);
    const largest = Math.max(...expected.map(Math.abs));
    return expected.reduce((most, value, i) => Math.max(most, Math.abs(h!.data[i]! - value) / largest), 0);
  }

  test('computes what onnxruntime computes, sample by sample, to the rounding of float32', async () => {
    expect(await worst('float32')).toBeLessThan(1e-6);
  });

  test('and of float64, where onnxruntime has it', async () => {
    if (singleOnly.includes(name)) await expect(worst('float64')).rejects.toThrow(/implementation|Error/);
    else expect(await worst('float64')).toBeLessThan(1e-12);
  });

  test('has its tensors as theta by name, except scalars and running statistics', () => {
    const names = Object.keys(model.floats).filter((name) => model.floats[name]!.shape.length > 0);
    const trained = names.filter((name) => name !== 'mean' && name !== 'variance');
    expect(network.parameters.map(({ name }) => name).sort()).toEqual(trained.sort());
    for (const { name, start, size } of network.parameters) {
      const stored = Float32Array.from(model.floats[name]!.data);
      expect([...theta.slice(start, start + size)]).toEqual([...stored]);
    }
    expect(parameterCount(network)).toBe(theta.length);
  });
});

describe('an ONNX file', () => {
  const dense = sampleModels['a dense network as PyTorch writes it']!;
  const keras = sampleModels['a dense network as Keras writes it']!;

  test('in double precision is read without rounding', () => {
    const { theta } = importOnnx(writeOnnx({ ...dense, float64: true }), 'm');
    expect(theta[0]).toBe(Math.sin(1));
  });

  test('may lose a softmax at its end, where a head applies one', () => {
    const whole = importOnnx(writeOnnx(keras), 'm');
    const logits = importOnnx(writeOnnx(keras), 'm', { logits: true });
    expect([whole.softmaxRemoved, logits.softmaxRemoved]).toEqual([false, true]);
    const run = ({ network, theta }: typeof whole) =>
      evaluate(networkProgram(network, 1, 'float64'), {
        theta: tensor('float64', [theta.length], theta),
        x: tensor('float64', [1, 3], [1, 2, 3]),
      })['h']!.data;
    const weights = Array.from(run(logits), Math.exp);
    const total = weights.reduce((a, b) => a + b);
    run(whole).forEach((probability, c) => {
      expect(probability).toBeCloseTo(weights[c]! / total, 12);
    });
    expect(importOnnx(writeOnnx(dense), 'm', { logits: true }).softmaxRemoved).toBe(false);
  });

  test('with an operator that is not known is refused by operator and node', () => {
    const strange: WrittenModel = { ...dense, nodes: [...dense.nodes.slice(0, 1), ['LSTM', ['a'], 'y']] };
    expect(() => importOnnx(writeOnnx(strange), 'm')).toThrow(UnsupportedError);
    expect(() => importOnnx(writeOnnx(strange), 'm')).toThrow(/operator LSTM of node "node1"/);
    const pooled: WrittenModel = {
      ...sampleModels['a convolutional network']!,
      nodes: [['MaxPool', ['x'], 'y', { kernel_shape: [2, 2], pads: [1, 1, 1, 1] }]],
      floats: {},
    };
    expect(() => importOnnx(writeOnnx(pooled), 'm')).toThrow(/no parameters/);
  });

  test.each([
    ['no model', Uint8Array.of(1, 2, 3), /expected an ONNX model|no ONNX graph/],
    ['an open size besides the batch', writeOnnx({ ...dense, input: [0] }), /size 1 of the input is open/],
    ['no output of that name', writeOnnx({ ...dense, output: 'nothing' }), /no parameters|no tensor/],
  ])('with %s is refused', (_, bytes, message) => {
    expect(() => importOnnx(bytes, 'm')).toThrow(InputError);
    expect(() => importOnnx(bytes, 'm')).toThrow(message);
  });
});
