import { expect, test } from 'vitest';
import { buildProgram, tensorType } from '../../src/program/index.ts';
import { definition, dependents, isZero } from '../../src/transform/dependence.ts';

const vector = tensorType('float64', [3]);
const program = buildProgram('f', { x: vector, c: vector }, (b, { x, c }) => {
  const zero = b.negate(b.full(vector, 0));
  return { y: b.add(b.exp(x), b.sin(c)), zero, s: b.reduceSum(zero), one: b.full(vector, 1), z: b.subtract(zero, c) };
});
const variable = (name: string) => program.outputs.find((output) => output.name === name)!.variable;

test('dependence follows operands from the chosen inputs', () => {
  const varies = dependents(program, [program.inputs[0]!]);
  expect(program.equations.filter((e) => varies[e.result.id]).map((e) => e.primitive)).toEqual(['exp', 'add']);
  expect(varies.slice(0, 2)).toEqual([true, false]);
});

test('a variable is defined by an equation, an input by none', () => {
  expect(definition(program, variable('y'))!.primitive).toBe('add');
  expect(definition(program, program.inputs[1]!.variable)).toBeUndefined();
});

test('a zero is seen through whatever moves entries about, and nothing else is a zero', () => {
  const zero = (name: string) => isZero(variable(name), (v) => definition(program, v));
  expect(['zero', 's', 'one', 'z', 'y'].map(zero)).toEqual([true, true, false, false, false]);
});
