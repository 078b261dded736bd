import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { buildProgram, dtypeOf, tensorType, type Variable } from '../../src/program/index.ts';

const vector = tensorType('float64', [3]);
const square = buildProgram('square', { x: vector }, (b, { x }) => ({ y: b.multiply(x, x) }));

test('elementwise operations broadcast from the last axis, sizes 1 included', () => {
  const types = { x: tensorType('float64', [5, 3]), row: vector, column: tensorType('float64', [5, 1]) };
  const program = buildProgram('broadcast', types, (b, { x, row, column }) => ({
    rows: b.add(x, row),
    columns: b.add(column, x),
    outer: b.multiply(column, row),
    scaled: b.divide(1, x),
  }));
  for (const output of program.outputs) expect(output.variable.type.shape).toEqual([5, 3]);
});

test('shapes that do not align are a ShapeError of the operation itself', () => {
  const types = { x: tensorType('float64', [5, 3]), y: tensorType('float64', [5]) };
  expect(() => buildProgram('bad', types, (b, { x, y }) => ({ z: b.subtract(x, y) }))).toThrow(
    /subtract\(float64\[5,3\], float64\[5\]\)/,
  );
});

test('a number takes the dtype of the other operand; two numbers are refused', () => {
  const program = buildProgram('half', { x: tensorType('float32', [2]) }, (b, { x }) => ({ y: b.multiply(0.5, x) }));
  expect(dtypeOf(program)).toBe('float32');
  expect(() => buildProgram('numbers', {}, (b) => ({ y: b.add(1, 2) }))).toThrow(ShapeError);
});

test('mixed dtypes have no dtypeOf', () => {
  const mixed = buildProgram('mixed', { x: vector, y: tensorType('float32', [3]) }, (_, { x, y }) => ({ x, y }));
  expect(() => dtypeOf(mixed)).toThrow(/float64, float32/);
});

test('inline copies a program, and refuses a missing or ill-typed input by name', () => {
  const fourth = buildProgram('fourth', { x: vector }, (b, { x }) => {
    const { y } = b.inline(square, { x });
    return { z: b.inline(square, { x: y! })['y']! };
  });
  expect(fourth.equations.map((equation) => equation.primitive)).toEqual(['multiply', 'multiply']);
  expect(() => buildProgram('bad', { x: vector }, (b, { x }) => b.inline(square, { z: x }))).toThrow(
    /input "x" is float64\[3\]; only z came/,
  );
  const shorter = { x: tensorType('float64', [2]) };
  expect(() => buildProgram('bad', shorter, (b, variables) => b.inline(square, variables))).toThrow(
    /float64\[2\] came/,
  );
});

test('a variable of another program is refused', () => {
  let stray: Variable | undefined;
  buildProgram('one', { x: vector }, (b, { x }) => {
    stray = b.exp(x);
    return { stray };
  });
  expect(() => buildProgram('two', { x: vector }, (b) => ({ y: b.exp(stray!) }))).toThrow(/belongs to another program/);
});

test('transpose exchanges the last two axes unless told otherwise, reductions take all axes', () => {
  const program = buildProgram('t', { x: tensorType('float64', [2, 3, 4]) }, (b, { x }) => ({
    last: b.transpose(x),
    cycle: b.transpose(x, [1, 2, 0]),
    total: b.reduceSum(x),
  }));
  expect(program.outputs.map((output) => output.variable.type.shape)).toEqual([[2, 4, 3], [3, 4, 2], []]);
});
