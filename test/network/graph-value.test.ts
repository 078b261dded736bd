import { expect, test } from 'vitest';
import { positions } from '../../src/network/graph-value.ts';

test('positions go through a shape with its last axis fastest', () => {
  expect(positions([2, 3])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
  expect(positions([])).toEqual([[]]);
});
