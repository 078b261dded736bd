import { expect, it } from 'vitest';
import { DefinitionMemory } from '../../src/derivation/definition-memory.ts';
import { declare, term } from '../../src/derivation/index.ts';
import { p, q, x, y } from './setting.ts';

it('what is found of a definition is found once, also by another copy of it, and not taken for that of another', () => {
  const memory = new DefinitionMemory();
  const twice = (factor: number) => declare.definition('t', [x], term.multiply(factor, p(x))).definition;
  const other = declare.definition('t', [y], term.multiply(2, q(y))).definition;
  let asked = 0;
  const find = (value: null | []) => () => {
    asked++;
    return value;
  };
  expect(memory.of(memory.positive, twice(2), find([]))).toEqual([]);
  expect(memory.of(memory.positive, twice(2), find(null))).toEqual([]);
  expect(memory.of(memory.positive, twice(3), find(null))).toBeNull();
  // That there is nothing is remembered too.
  expect(memory.of(memory.positive, twice(3), find([]))).toBeNull();
  expect(memory.of(memory.positive, other, find(null))).toBeNull();
  expect(memory.of(memory.nonnegative, twice(2), find(null))).toBeNull();
  expect(asked).toBe(4);
});
