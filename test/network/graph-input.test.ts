import { expect, test } from 'vitest';
import { UnsupportedError } from '../../src/errors.ts';
import { runNodes } from './run-graph.ts';

const x = [1, 2, 3, 4, 5, 6];

test('integers become numbers where a tensor is read, and axes count from either end', () => {
  expect(runNodes([6], [['Add', ['a', 'two'], 'y']], x, { integers: { two: [2] } })).toEqual([3, 4, 5, 6, 7, 8]);
  const sums = (axes: number) =>
    runNodes([2, 3], [['ReduceSum', ['a', 'axes'], 'y', { keepdims: 0 }]], x, { integers: { axes: [axes] } });
  expect(sums(-1)).toEqual([6, 15]);
  expect(sums(2)).toEqual(sums(-1));
  expect(sums(1)).toEqual([5, 7, 9]);
});

test('what is missing or not known is refused by operator, node and place', () => {
  expect(() => runNodes([6], [['Add', ['a'], 'y']], x)).toThrow(UnsupportedError);
  expect(() => runNodes([6], [['Add', ['a'], 'y']], x)).toThrow(/Add of node "node1": input 1 is missing/);
  expect(() => runNodes([6], [['Reshape', ['a', 'a'], 'y']], x)).toThrow(/input 1 must be known integers/);
});
