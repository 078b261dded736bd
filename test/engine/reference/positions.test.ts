import { expect, test } from 'vitest';
import { positions } from '../../../src/engine/reference/positions.ts';

test('with the strides of the shape itself positions count up', () => {
  expect(Array.from(positions([2, 3], [3, 1]))).toEqual([0, 1, 2, 3, 4, 5]);
});

test('exchanged strides read a matrix by columns, stride 0 repeats, the offset shifts', () => {
  expect(Array.from(positions([3, 2], [1, 3]))).toEqual([0, 3, 1, 4, 2, 5]);
  expect(Array.from(positions([2, 2], [0, 1], 5))).toEqual([5, 6, 5, 6]);
});

test('a scalar has one position', () => {
  expect(Array.from(positions([], [], 4))).toEqual([4]);
});
