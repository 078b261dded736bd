import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { describeType, entryCount, sameType, scalar, strides, tensor, tensorType } from '../../src/program/index.ts';

test('a typed array of the right format is taken over without a copy, another list is rounded to the dtype', () => {
  const data = Float64Array.of(1, 2);
  expect(tensor('float64', [2], data).data).toBe(data);
  expect(tensor('float32', [1], [0.1]).data[0]).toBe(Math.fround(0.1));
});

test('the number of entries is the product of the sizes', () => {
  expect(() => tensor('float64', [2, 2], [1, 2, 3])).toThrow(/float64\[2,2\] has 4 entries; 3 came/);
  expect(entryCount([2, 3, 4])).toBe(24);
  expect(entryCount([])).toBe(1);
  expect(scalar(3).shape).toEqual([]);
});

test('sizes are positive integers', () => {
  for (const size of [0, -1, 1.5, Number.NaN]) expect(() => tensorType('float64', [size])).toThrow(ShapeError);
});

test('storage is row-major: the last axis varies fastest', () => {
  expect(strides([2, 3, 4])).toEqual([12, 4, 1]);
});

test('types are equal when dtype and shape are', () => {
  expect(sameType(tensorType('float64', [2]), tensorType('float64', [2]))).toBe(true);
  expect(sameType(tensorType('float64', [2]), tensorType('float32', [2]))).toBe(false);
  expect(sameType(tensorType('float64', [2]), tensorType('float64', [2, 1]))).toBe(false);
  expect(describeType(tensorType('float32', [500, 10]))).toBe('float32[500,10]');
});
