import { expect, test } from 'vitest';
import { UnsupportedError } from '../../src/errors.ts';
import { runNodes } from './run-graph.ts';

const x = [1, 2, 3, 4, 5, 6];

test('a shape may keep sizes and leave one open; another number of entries is refused', () => {
  const integers = { kept: [0, 3, -1], wrong: [4, 2], order: [1] };
  const row = (shape: string) =>
    runNodes(
      [2, 3],
      [
        ['Reshape', ['a', shape], 'b'],
        ['Gather', ['b', 'order'], 'y', { axis: 1 }],
      ],
      x,
      { integers },
    );
  expect(row('kept')).toEqual([3, 4]);
  expect(() => row('wrong')).toThrow(UnsupportedError);
});

test('axes are exchanged, of known integers too', () => {
  expect(runNodes([2, 3], [['Transpose', ['a'], 'y', { perm: [0, 2, 1] }]], x)).toEqual([1, 4, 2, 5, 3, 6]);
  const integers = { list: [1, 2, 3, 2], square: [2, 2], flat: [-1] };
  const nodes: Parameters<typeof runNodes>[1] = [
    ['Reshape', ['list', 'square'], 'm'],
    ['Transpose', ['m'], 't'],
    ['Reshape', ['t', 'flat'], 'shape'],
    ['Expand', ['a', 'shape'], 'y'],
  ];
  // [1, 3, 2, 2]: x of [1, 1, 2] three times, each row twice.
  expect(runNodes([1, 2], nodes, [7, 8], { integers })).toEqual([7, 8, 7, 8, 7, 8, 7, 8, 7, 8, 7, 8]);
});

test('numbers repeated to a shape, read as integers where they are cast to them', () => {
  const integers = { two: [2], three: [3] };
  const nodes: Parameters<typeof runNodes>[1] = [
    ['ConstantOfShape', ['two'], 'zeros'],
    ['Cast', ['zeros'], 'whole', { to: 7 }],
    ['Concat', ['whole', 'three'], 'shape', { axis: 0 }],
    ['Reshape', ['a', 'shape'], 'b'],
    ['Shape', ['b'], 's'],
    ['Mul', ['s', 'zeros'], 'none'],
    ['Add', ['a', 'two'], 'y'],
  ];
  expect(runNodes([2, 3], nodes, x, { integers })).toEqual([3, 4, 5, 6, 7, 8]);
});
