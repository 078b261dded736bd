import * as ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../src/engine/index.ts';
import { importOnnx, kinkDistance, networkProgram } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { type WrittenModel, writeOnnx } from './onnx-writer.ts';
import { wave } from './sample-onnx.ts';

type Attributes = NonNullable<WrittenModel['nodes'][number][3]>;

async function both(model: WrittenModel): Promise<{ own: number[]; runtime: number[] }> {
  const bytes = writeOnnx(model);
  const { network, theta } = importOnnx(bytes, 'm');
  const count = model.input.reduce((product, size) => product * size, 1);
  const x = Float32Array.from(wave([count], 5).data);
  const session = await ort.InferenceSession.create(bytes, { logSeverityLevel: 3 });
  const outputs = await session.run({ x: new ort.Tensor('float32', x, [1, ...model.input]) });
  const { h } = evaluate(networkProgram(network, 1, 'float64'), {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [1, count], Float64Array.from(x)),
  });
  return { own: [...h!.data], runtime: [...(outputs['y']!.data as Float32Array)] };
}

describe('convolutions are those of onnxruntime', () => {
  test.each<[string, number[], number[], Attributes]>([
    ['of one axis', [3, 8], [4, 3, 3], { pads: [1, 0], strides: [3] }],
    ['dilated', [1, 7, 9], [2, 1, 2, 3], { dilations: [3, 2] }],
    ['depthwise', [4, 5, 5], [4, 1, 3, 3], { group: 4 }],
    ['with SAME_UPPER', [2, 5, 6], [3, 2, 2, 4], { auto_pad: 'SAME_UPPER', strides: [2, 2] }],
    ['with SAME_LOWER', [2, 5, 6], [3, 2, 2, 4], { auto_pad: 'SAME_LOWER', strides: [1, 2] }],
  ])('%s', async (_, input, weights, attributes) => {
    const { own, runtime } = await both({
      input,
      output: 'y',
      floats: { w: wave(weights, 1) },
      nodes: [['Conv', ['x', 'w'], 'y', attributes]],
    });
    expect(own.length).toBe(runtime.length);
    runtime.forEach((value, i) => {
      expect(own[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('pools are those of onnxruntime', () => {
  test.each<[string, string, Attributes]>([
    ['averages that count padding', 'AveragePool', { kernel_shape: [2, 3], pads: [1, 1, 1, 1], count_include_pad: 1 }],
    ['averages that do not', 'AveragePool', { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [2, 2] }],
    ['maxima', 'MaxPool', { kernel_shape: [3, 2], strides: [2, 2] }],
    ['maxima that overlap and overhang', 'MaxPool', { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] }],
    ['maxima of a dilated window', 'MaxPool', { kernel_shape: [2, 2], dilations: [2, 1], pads: [1, 0, 1, 0] }],
    ['one average for each channel', 'GlobalAveragePool', {}],
  ])('%s', async (_, operator, attributes) => {
    const { own, runtime } = await both({
      input: [2, 6, 5],
      output: 'y',
      floats: { w: wave([2, 2, 1, 1], 1) },
      nodes: [
        ['Conv', ['x', 'w'], 'a'],
        [operator, ['a'], 'y', attributes],
      ],
    });
    expect(own.length).toBe(runtime.length);
    runtime.forEach((value, i) => {
      expect(own[i]).toBeCloseTo(value, 4);
    });
  });
});

test('a maximum has a kink where two entries are equal, but not where they are so for all parameters', async () => {
  const distance = (weight: number, entries: number[]) => {
    const bytes = writeOnnx({
      input: [1, 1, 2],
      output: 'y',
      floats: { w: { shape: [1, 1, 1, 1], data: [weight] }, b: { shape: [1], data: [-1] } },
      nodes: [
        ['Conv', ['x', 'w', 'b'], 'a'],
        ['Relu', ['a'], 'r'],
        ['MaxPool', ['r'], 'y', { kernel_shape: [1, 2] }],
      ],
    });
    const { network, theta } = importOnnx(bytes, 'm');
    const x = tensor('float64', [1, 2], entries);
    return kinkDistance({ network, theta: tensor('float64', [2], theta), x }, referenceEngine);
  };
  expect(await distance(2, [3, 4])).toBe(2); // 5 and 7
  expect(await distance(0, [3, 4])).toBe(1); // both off, with argument -1
  expect(await distance(2, [3, 3])).toBe(5); // equal patches
  expect(await distance(2, [0.25, 0.125])).toBe(0.5); // both off: the arguments of relu, -1/2 and -3/4, decide
});
