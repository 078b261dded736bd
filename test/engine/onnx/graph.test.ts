import { expect, test } from 'vitest';
import { GraphWriter, inputName } from '../../../src/engine/onnx/graph.ts';
import { tensor, tensorType } from '../../../src/program/index.ts';

const variable = { id: 0, type: tensorType('float64', [2, 3]) };

function writerWith(shape: number[]): GraphWriter {
  const graph = new GraphWriter();
  graph.place(variable, 'input', () => ({ name: 'in:x', shape }));
  return graph;
}

test('a value with all its entries is used as it is', () => {
  const graph = writerWith([2, 3]);
  expect(graph.full(variable)).toBe('in:x');
  expect(graph.finish('g', [], []).node).toEqual([]);
});

test('a value with fewer entries is expanded where all are needed, once', () => {
  const graph = writerWith([3]);
  expect(graph.full(variable)).toBe(graph.full(variable));
  expect(graph.finish('g', [], []).node.map((node) => node.opType)).toEqual(['Expand']);
});

test('two outputs may show one variable, and names of inputs and outputs never meet', () => {
  const ports = ['x', 'y'].map((name) => ({ name, variable }));
  const { input, output, node } = writerWith([2, 3]).finish('g', [{ name: inputName('x'), variable }], ports);
  expect(input.map((info) => info.name)).toEqual(['in:x']);
  expect(output.map((info) => info.name)).toEqual(['out:x', 'out:y']);
  expect(node.map((n) => n.output[0])).toEqual(['out:x', 'out:y']);
});

test('literals keep the bytes of their part of a buffer', () => {
  const graph = new GraphWriter();
  const data = Float64Array.of(1, 2, 3).subarray(1);
  graph.constant(tensor('float64', [2], data));
  const [literal] = graph.finish('g', [], []).initializer;
  expect(Array.from(new Float64Array(literal!.rawData.slice().buffer))).toEqual([2, 3]);
});
