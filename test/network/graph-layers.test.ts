import { describe, expect, test } from 'vitest';
import { graphLayers, importOnnx } from '../../src/network/index.ts';
import { type WrittenModel, writeOnnx } from './onnx-writer.ts';
import { sampleModels, wave } from './sample-onnx.ts';

function found(model: WrittenModel) {
  const { layers, rest } = graphLayers(importOnnx(writeOnnx(model), 'm').network);
  return {
    layers: layers.map(({ kind, weight, bias }) => [kind, weight.name, bias?.name]),
    rest: rest.map(({ name }) => name),
    all: layers,
  };
}

describe('the layers of a graph', () => {
  test('are Gemm with their bias, as PyTorch writes them', () => {
    const { layers, rest, all } = found(sampleModels['a dense network as PyTorch writes it']!);
    expect(layers).toEqual([
      ['product', 'fc1.weight', 'fc1.bias'],
      ['product', 'fc2.weight', 'fc2.bias'],
    ]);
    expect(rest).toEqual([]);
    expect(all.map(({ input, rowsAreOutputs }) => [input.name, input.shape, rowsAreOutputs])).toEqual([
      ['x', [1, 3], true],
      ['b', [1, 4], true],
    ]);
  });

  test('are MatMul with the Add that follows, as Keras writes them', () => {
    const { layers, all } = found(sampleModels['a dense network as Keras writes it']!);
    expect(layers).toEqual([
      ['product', 'kernel', 'bias'],
      ['product', 'kernel2', undefined],
    ]);
    expect(all[0]).toMatchObject({ rowsAreOutputs: false, output: { name: 'a' }, scale: 1 });
  });

  test('are convolutions, grouped ones too; scales and shifts of normalisations are left', () => {
    const { layers, rest, all } = found(sampleModels['a convolutional network']!);
    expect(layers).toEqual([
      ['convolution', 'w1', 'b1'],
      ['convolution', 'w2', undefined],
      ['product', 'w3', undefined],
    ]);
    expect(rest).toEqual(['scale', 'shift']);
    expect(all.map(({ groups, scale }) => [groups, scale])).toEqual([
      [1, 1],
      [2, 1],
      [1, 0.5],
    ]);
    expect(all[0]!.window).toMatchObject({ kernel: [3, 3], strides: [2, 1], low: [1, 1] });
  });

  test('have the weights of attention among them, one place for each row', () => {
    const { layers, rest } = found(sampleModels['an attention layer']!);
    expect(layers.map(([, weight]) => weight)).toEqual(['wq', 'wk', 'wv']);
    expect(rest).toEqual(['gain', 'shift']);
  });

  test.each([
    [
      'shared between nodes',
      [
        ['MatMul', ['x', 'w'], 'a'],
        ['MatMul', ['a', 'w'], 'y'],
      ],
      ['w'],
    ],
    ['on the left', [['MatMul', ['w', 'x3'], 'y']], ['w']],
    [
      'computed from others',
      [
        ['Tanh', ['w'], 'v'],
        ['MatMul', ['x', 'v'], 'y'],
      ],
      ['w'],
    ],
  ] as const)('have no weights that are %s', (_, nodes, rest) => {
    const chain: WrittenModel['nodes'] =
      nodes.length === 1
        ? [['Reshape', ['x', 'column'], 'x3'], ...(nodes as unknown as WrittenModel['nodes'])]
        : (nodes as unknown as WrittenModel['nodes']);
    const model = {
      input: [3],
      output: 'y',
      floats: { w: wave([3, 3], 1) },
      integers: { column: [3, 1] },
      nodes: chain,
    };
    expect(found(model)).toMatchObject({ layers: [], rest });
  });

  test.each([
    ['along another axis', { b: wave([2, 1], 2) }, undefined],
    ['of each place', { b: wave([2, 3], 2) }, undefined],
    ['of each output', { b: wave([1, 3], 2) }, 'b'],
  ] as const)('take an Add %s for what it is', (_, floats, bias) => {
    const model: WrittenModel = {
      input: [2, 4],
      output: 'y',
      floats: { w: wave([4, 3], 1), ...floats },
      nodes: [
        ['MatMul', ['x', 'w'], 'a'],
        ['Add', ['b', 'a'], 'y'],
      ],
    };
    expect(found(model).layers).toEqual([['product', 'w', bias]]);
  });

  test('do not take the Add for a bias where something else reads what comes before it', () => {
    const model: WrittenModel = {
      input: [4],
      output: 'y',
      floats: { w: wave([4, 3], 1), b: wave([3], 2) },
      nodes: [
        ['MatMul', ['x', 'w'], 'a'],
        ['Add', ['a', 'b'], 'c'],
        ['Mul', ['c', 'a'], 'y'],
      ],
    };
    expect(found(model)).toMatchObject({ layers: [['product', 'w', undefined]], rest: ['b'] });
  });
});
