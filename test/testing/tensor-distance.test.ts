import { allRounded, machineEpsilon, rounded, worstDifference } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { tensor } from '../../src/program/index.ts';

it('no difference passes as none', () => {
  expect(worstDifference([Number.NaN], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([Number.POSITIVE_INFINITY], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([1, 5], [1, 2])).toBe(3);
});

it('equal infinities and NaN on both sides count as no distance', () => {
  expect(worstDifference([Number.NaN, Number.POSITIVE_INFINITY, 1], [Number.NaN, Number.POSITIVE_INFINITY, 1])).toBe(0);
});

it('machine epsilon is the distance from 1 to the next number of the format', () => {
  for (const dtype of ['float64', 'float32'] as const) {
    const [next, between] = [1 + machineEpsilon[dtype], 1 + machineEpsilon[dtype] / 4];
    const { data } = rounded(tensor('float64', [2], [next, between]), dtype);
    expect(Array.from(data)).toEqual([next, 1]);
  }
  expect(allRounded({ x: tensor('float64', [1], [1 / 3]) }, 'float32')['x']!.data[0]).toBe(Math.fround(1 / 3));
});
