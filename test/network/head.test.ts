import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { categoricalHead, gammaHead, groupSize, poissonHead, targetCount } from '../../src/network/index.ts';

test('outputs are read in groups, one target each; classes make one group with as many targets', () => {
  expect([groupSize(poissonHead(), 6), targetCount(poissonHead(), 6)]).toEqual([1, 6]);
  expect([groupSize(gammaHead(), 6), targetCount(gammaHead(), 6)]).toEqual([2, 3]);
  expect([groupSize(categoricalHead(), 6), targetCount(categoricalHead(), 6)]).toEqual([6, 6]);
});

test('outputs that do not divide are refused', () => {
  expect(() => groupSize(gammaHead(), 3)).toThrow(InputError);
  expect(() => groupSize(gammaHead(), 3)).toThrow(/groups of 2; a network with 3/);
});

test('one class alone is refused: nothing is uncertain about it', () => {
  expect(() => groupSize(categoricalHead(), 1)).toThrow(/bernoulli/);
});
