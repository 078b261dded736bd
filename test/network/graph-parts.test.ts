import { expect, test } from 'vitest';
import { UnsupportedError } from '../../src/errors.ts';
import { runNodes } from './run-graph.ts';

const x = [0, 1, 2, 3, 4, 5, 6, 7];

test.each([
  [[1], [4], [1], [1, 2, 3]],
  [[-3], [1000], [1], [5, 6, 7]],
  [[1], [8], [3], [1, 4, 7]],
  [[0], [-1], [4], [0, 4]],
])('from %j to %j by %j', (from, to, by, expected) => {
  const integers = { from, to, by, axis: [1] };
  expect(runNodes([8], [['Slice', ['a', 'from', 'to', 'axis', 'by'], 'y']], x, { integers })).toEqual(expected);
});

test('known integers are sliced backwards too, and tensors are not; nothing left is refused', () => {
  const integers = { from: [-1], to: [-1000], axis: [0], by: [-1], list: [2, 3, 1], one: [1], none: [0] };
  const backwards = ['Slice', ['list', 'from', 'to', 'axis', 'by'], 'turned'] as const;
  const shape = runNodes(
    [6],
    [[...backwards], ['Reshape', ['a', 'turned'], 'b'], ['Gather', ['b', 'one'], 'y', { axis: 1 }]],
    [...x.slice(0, 6)],
    { integers },
  );
  expect(shape).toEqual([2, 3]); // [1, 3, 2], its second row
  const tensorBackwards = ['Slice', ['a', 'from', 'to', 'one', 'by'], 'y'] as const;
  expect(() => runNodes([8], [[...tensorBackwards]], x, { integers })).toThrow(UnsupportedError);
  expect(() => runNodes([8], [['Slice', ['a', 'one', 'none', 'one'], 'y']], x, { integers })).toThrow(
    /nothing is left/,
  );
});

test('padding by zeros or a number, by all axes or named ones; mirrors are refused', () => {
  const floats = { half: { shape: [], data: [0.5] } };
  const integers = { pads: [0, 1, 0, 2], two: [2, 0], last: [-1] };
  const pad = (inputs: string[], attributes = {}) =>
    runNodes([3], [['Pad', inputs, 'y', attributes]], [1, 2, 3], { floats, integers });
  expect(pad(['a', 'pads'])).toEqual([0, 1, 2, 3, 0, 0]);
  expect(pad(['a', 'pads', 'half'])).toEqual([0.5, 1, 2, 3, 0.5, 0.5]);
  expect(pad(['a', 'two', '', 'last'])).toEqual([0, 0, 1, 2, 3]);
  expect(() => pad(['a', 'pads'], { mode: 'reflect' })).toThrow(/padding by reflect is not known/);
});

test('parts and their join are the whole', () => {
  const integers = { sizes: [1, 7], order: [2, 0] };
  const joined = [
    ['Split', ['a', 'sizes'], ['l', 'r'], { axis: 1 }],
    ['Concat', ['r', 'l'], 'y', { axis: 1 }],
  ] as const;
  expect(runNodes([8], [[...joined[0]], [...joined[1]]], x, { integers })).toEqual([...x.slice(1), 0]);
  expect(runNodes([8], [['Gather', ['a', 'order'], 'y', { axis: 1 }]], x, { integers })).toEqual([2, 0]);
});
