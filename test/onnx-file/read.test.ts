import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readOnnxGraph } from '../../src/onnx-file/index.ts';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels } from '../network/sample-onnx.ts';

test('a graph is read with its nodes, attributes, tensors and open sizes', () => {
  const model = sampleModels['a convolutional network']!;
  const graph = readOnnxGraph(writeOnnx(model), 'm');
  expect(graph.inputs).toEqual([{ name: 'x', shape: [null, 2, 7, 6] }]);
  expect([graph.outputs, graph.opset]).toEqual([['y'], 20]);
  expect(graph.nodes[0]).toEqual({
    name: 'node0',
    operator: 'Conv',
    inputs: ['x', 'w1', 'b1'],
    outputs: ['a'],
    attributes: { kernel_shape: { numbers: [3, 3] }, pads: { numbers: [1, 1, 1, 1] }, strides: { numbers: [2, 1] } },
  });
  const byName = Object.fromEntries(graph.initialisers.map((tensor) => [tensor.name, tensor]));
  // One tensor is stored as raw bytes, the next as a list.
  expect(byName['w1']!.data[1]).toBe(Math.fround(model.floats['w1']!.data[1]!));
  expect(byName['b1']!.data[1]).toBe(Math.fround(model.floats['b1']!.data[1]!));
  expect(byName['flat']).toEqual({ name: 'flat', shape: [2], type: 'integer', data: Float64Array.of(0, -1) });
});

test('a file that is none, or has a tensor of the wrong size, is refused', () => {
  expect(() => readOnnxGraph(new Uint8Array(0), 'm')).toThrow(InputError);
  const model = sampleModels['a dense network as PyTorch writes it']!;
  const short = { ...model, floats: { ...model.floats, 'fc1.bias': { shape: [4], data: [1] } } };
  expect(() => readOnnxGraph(writeOnnx(short), 'm')).toThrow(/"fc1.bias" of shape \[4\] has 1 numbers, expected 4/);
});
