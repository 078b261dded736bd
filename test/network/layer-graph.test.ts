import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { LayerGraph } from '../../src/network/layer-graph.ts';

test('operators follow each other, with names of their own and the weights of their layer', () => {
  const stored = new Map([
    [
      'scope/dense/kernel',
      { name: 'scope/dense/kernel', shape: [1], type: 'float' as const, data: Float64Array.of(1) },
    ],
  ]);
  const graph = new LayerGraph(stored);
  graph.begin(['x', 'y']);
  graph.apply('MatMul', 'dense', [graph.weight('dense', 'kernel')]);
  graph.apply('Add', 'dense', ['y', graph.number('dense:one', 1), graph.integers('dense:axes', [1])]);
  expect(graph.nodes.map(({ operator, inputs }) => [operator, ...inputs])).toEqual([
    ['MatMul', 'x', 'scope/dense/kernel'],
    ['Add', graph.nodes[0]!.outputs[0], 'y', 'dense:one', 'dense:axes'],
  ]);
  expect(graph.last).toBe(graph.nodes[1]!.outputs[0]);
  expect(graph.last).not.toBe(graph.nodes[0]!.outputs[0]);
  expect(graph.constants.map(({ type }) => type)).toEqual(['float', 'integer']);
  expect(() => graph.weight('dense', 'bias')).toThrow(InputError);
});
