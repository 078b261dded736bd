import { expect, test } from 'vitest';
import { checkInputs } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const program = buildProgram(
  'sum',
  { x: tensorType('float64', [2]), y: tensorType('float64', [2]) },
  (b, { x, y }) => ({
    z: b.add(x, y),
  }),
);
const x = tensor('float64', [2], [1, 2]);

test('inputs of the right types pass, and more inputs than needed do no harm', () => {
  expect(() => checkInputs(program, { x, y: x, other: x })).not.toThrow();
});

test('a missing input is named, with the names that are expected', () => {
  expect(() => checkInputs(program, { x })).toThrow(InputError);
  expect(() => checkInputs(program, { x })).toThrow(/input "y" is missing. It takes x, y/);
});

test('an input of another shape or dtype is refused with both types', () => {
  expect(() => checkInputs(program, { x, y: tensor('float64', [1, 2], [1, 2]) })).toThrow(
    /"y" is float64\[2\]; float64\[1,2\]/,
  );
  expect(() => checkInputs(program, { x, y: tensor('float32', [2], [1, 2]) })).toThrow(/float32\[2\]/);
  expect(() => checkInputs(program, { x, y: { ...x, data: new Float64Array(3) } })).toThrow(/3 entries/);
});
