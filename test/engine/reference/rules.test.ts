import { expect, test } from 'vitest';
import { meanings } from '../../../src/engine/reference/rules.ts';
import { resultType, scalar, tensor, typeRules } from '../../../src/program/index.ts';

// The values of every primitive against hand calculations: test/conformance/hand-cases.ts, on this engine too.

test('every primitive that has a typing rule has a meaning', () => {
  expect(Object.keys(meanings).sort()).toEqual(Object.keys(typeRules).sort());
});

test('sums add from the first entry to the last', () => {
  const operand = tensor('float64', [3], [1e16, 1, -1e16]);
  expect(meanings.reduceSum([operand], { axes: [0] }, resultType('reduceSum', [operand], { axes: [0] }))[0]).toBe(0);
});

test('the maximum of a set with NaN is NaN', () => {
  const operand = tensor('float64', [3], [1, Number.NaN, 2]);
  expect(meanings.reduceMax([operand], { axes: [0] }, scalar(0))[0]).toBeNaN();
});
