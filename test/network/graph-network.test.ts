import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { ShapeError } from '../../src/errors.ts';
import {
  asDense,
  denseNetwork,
  featureCount,
  importOnnx,
  networkForward,
  networkInputs,
  networkName,
  networkProgram,
  outputCount,
  parameterBlocks,
} from '../../src/network/index.ts';
import { buildProgram, tensor } from '../../src/program/index.ts';
import { writeOnnx } from './onnx-writer.ts';
import { sampleModels } from './sample-onnx.ts';

const dense = sampleModels['a dense network as PyTorch writes it']!;
const { network, theta } = importOnnx(writeOnnx(dense), 'model.onnx');

test('a graph tells its sizes, its name and its tensors as blocks of theta', () => {
  expect([networkName(network), featureCount(network), outputCount(network)]).toEqual(['model.onnx', 3, 2]);
  expect(parameterBlocks(network)).toEqual([
    { name: 'fc1.weight', start: 0, size: 12 },
    { name: 'fc1.bias', start: 12, size: 4 },
    { name: 'fc2.weight', start: 16, size: 8 },
    { name: 'fc2.bias', start: 24, size: 2 },
  ]);
  expect(() => asDense(network, 'this')).toThrow(/needs a dense network, and model.onnx is a graph/);
});

test('a graph of dense layers with weights by rows is the dense network with the same theta', () => {
  const x = tensor(
    'float64',
    [5, 3],
    Float64Array.from({ length: 15 }, (_, i) => Math.sin(3 * i)),
  );
  const inputs = { theta: tensor('float64', [theta.length], theta), x };
  const graph = evaluate(networkProgram(network, 5, 'float64'), inputs)['h']!;
  const same = evaluate(networkProgram(denseNetwork([3, 4, 2], 'relu'), 5, 'float64'), inputs)['h']!;
  graph.data.forEach((value, i) => {
    expect(value).toBeCloseTo(same.data[i]!, 13);
  });
});

test('the arguments of its kinks are those of its relu units, for every sample', () => {
  const program = buildProgram('kinks', networkInputs(network, 5, 'float64'), (b, variables) => {
    const { kinks } = networkForward(b, network, variables);
    expect(kinks.map(({ type }) => type.shape)).toEqual([[1, 4, 5]]);
    return { kink: kinks[0]! };
  });
  expect(program.outputs.length).toBe(1);
});

test('shapes that do not fit are told with the node', () => {
  const wrong = { ...dense, floats: { ...dense.floats, 'fc2.weight': { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } } };
  expect(() => importOnnx(writeOnnx(wrong), 'm')).toThrow(ShapeError);
  expect(() => importOnnx(writeOnnx(wrong), 'm')).toThrow(/node "node2" \(Gemm\)/);
  const missing = { ...dense, nodes: dense.nodes.slice(1) };
  expect(() => importOnnx(writeOnnx(missing), 'm')).toThrow(/uses "a", which nothing before it computes/);
});
