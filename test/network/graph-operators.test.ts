import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { importOnnx, knownOperators, networkProgram } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { type WrittenModel, writeOnnx } from './onnx-writer.ts';
import { sampleModels, wave } from './sample-onnx.ts';

test('every known operator but a few aliases occurs in a model that is compared with onnxruntime', () => {
  const used = new Set(Object.values(sampleModels).flatMap(({ nodes }) => nodes.map(([operator]) => operator)));
  const unused = knownOperators.filter((operator) => !used.has(operator));
  expect(unused.sort()).toEqual(['Constant', 'GlobalAveragePool', 'Log', 'ReduceSum', 'Sub', 'Tanh'].sort());
});

/** Nodes between x [2, 2] and y after a first product with w, which makes them trainable. */
function model(nodes: WrittenModel['nodes']): WrittenModel {
  return { input: [2, 2], output: 'y', floats: { w: wave([2, 2], 1), c: { shape: [], data: [3] } }, nodes };
}

function run(nodes: WrittenModel['nodes']): number[] {
  const { network, theta } = importOnnx(writeOnnx(model(nodes)), 'm');
  const inputs = {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [1, 4], [0.1, 0.2, 0.3, 0.4]),
  };
  return [...evaluate(networkProgram(network, 1, 'float64'), inputs)['h']!.data];
}

describe('operators by their definitions', () => {
  test.each([
    ['Mul', (x: number) => 3 * x],
    ['Sub', (x: number) => x - 3],
  ] as const)('%s with a scalar', (operator, f) => {
    const plain = run([['Mul', ['x', 'w'], 'y']]);
    const values = run([
      ['Mul', ['x', 'w'], 'a'],
      [operator, ['a', 'c'], 'y'],
    ]);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(f(plain[i]!), 6);
    });
  });

  test.each([
    ['Tanh', Math.tanh],
    ['Cast', (x: number) => x],
  ] as const)('%s', (operator, f) => {
    const plain = run([['Mul', ['x', 'w'], 'y']]);
    const values = run([
      ['Mul', ['x', 'w'], 'a'],
      [operator, ['a'], 'y'],
    ]);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(f(plain[i]!), 12);
    });
  });

  test('sums and means over all axes but the batch', () => {
    const plain = run([['Mul', ['x', 'w'], 'y']]);
    const sum = plain.reduce((a, b) => a + b);
    const reduced = run([
      ['Mul', ['x', 'w'], 'a'],
      ['ReduceSum', ['a'], 'y', { keepdims: 0 }],
    ]);
    expect(reduced[0]).toBeCloseTo(sum, 12);
  });
});

describe('what an operator cannot do here is refused by operator and node', () => {
  test.each([
    [
      [
        ['Mul', ['x', 'w'], 'a'],
        ['Pow', ['a', 'a'], 'y'],
      ],
      /Pow of node "node1": the exponent must be one known number/,
    ],
    [
      [
        ['Mul', ['x', 'w'], 'a'],
        ['Pow', ['a', 'w'], 'y'],
      ],
      /exponent/,
    ],
    [
      [
        ['Mul', ['x', 'w'], 'a'],
        ['Reshape', ['a', 'w'], 'y'],
      ],
      /input 1 must be known integers/,
    ],
    [
      [
        ['Mul', ['x', 'w'], 'a'],
        ['Add', ['a'], 'y'],
      ],
      /input 1 is missing/,
    ],
    [
      [
        ['Mul', ['x', 'w'], 'a'],
        ['LSTM', ['a'], 'y'],
      ],
      /LSTM of node "node1" is not known/,
    ],
  ] as const)('%j', (nodes, message) => {
    const bytes = writeOnnx(model(nodes as unknown as WrittenModel['nodes']));
    expect(() => importOnnx(bytes, 'm')).toThrow(UnsupportedError);
    expect(() => importOnnx(bytes, 'm')).toThrow(message);
  });
});
