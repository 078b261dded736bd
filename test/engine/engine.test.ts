import { expect, test } from 'vitest';
import { checkInputs, referenceEngine } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { buildProgram, type Tensor, tensor, tensorType } from '../../src/program/index.ts';

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

test('fixed inputs that are handed over at every run are copied once, checked at once, and may be fixed anew', async () => {
  const executable = await referenceEngine.compile(program);
  const given = tensor('float64', [2], [1, 2]);
  const bound = await executable.bind({ x: given });
  given.data[0] = 9;
  const sum = async (run: Promise<Record<string, Tensor>>) => Array.from((await run)['z']!.data);
  expect(await sum(bound.run({ y: x }))).toEqual([2, 4]);
  expect(await sum((await bound.bind({ x: given })).run({ y: x }))).toEqual([10, 4]);
  expect(await sum((await bound.bind({ y: given })).run({}))).toEqual([10, 4]);
  await expect(executable.bind({ z: x })).rejects.toThrow(/no input "z"/);
  await bound.dispose();
  await expect(bound.run({ y: x })).rejects.toThrow(/disposed/);
  expect(await sum(executable.run({ x, y: x }))).toEqual([2, 4]);
});
