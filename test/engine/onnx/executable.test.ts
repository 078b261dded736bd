import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import { onnxEngine } from '../../../src/engine/onnx/index.ts';
import { InputError } from '../../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';

const vector = tensorType('float64', [2]);
const program = buildProgram('f', { x: vector, y: vector }, (b, { x, y }) => {
  const e = b.sqrt(x); // correctly rounded everywhere, as sums and products are
  return { e, product: b.multiply(e, b.add(x, y)), y };
});
const values = (...entries: number[]) => tensor('float64', [2], entries);
const [x, y] = [values(0.5, 1), values(3, 4)];

// That bound executables compute what they should for any program: test/conformance.

test('a bound executable takes the other inputs, and gives all the outputs', async () => {
  const executable = await onnxEngine().compile(program);
  const bound = await executable.bind({ x });
  expect(await bound.run({ y })).toEqual(evaluate(program, { x, y }));
  expect(await bound.run({ x: y, y: x })).toEqual(evaluate(program, { x, y: x })); // a fixed input stays fixed
  await expect(bound.run({})).rejects.toThrow(/"y" is missing/);
  await executable.dispose();
});

test("the fixed inputs are read once, and known results are the caller's to change", async () => {
  const executable = await onnxEngine().compile(program);
  const given = values(0.5, 1);
  const bound = await executable.bind({ x: given });
  given.data[0] = 100;
  const first = await bound.run({ y });
  first['e']!.data[0] = 200;
  expect(await bound.run({ y })).toEqual(evaluate(program, { x, y }));
  await executable.dispose();
});

test('it may be bound to other values, to more inputs and to all of them', async () => {
  const executable = await onnxEngine().compile(program);
  const first = await executable.bind({ x });
  const other = await first.bind({ x: y });
  const all = await first.bind({ y });
  expect(await other.run({ y })).toEqual(evaluate(program, { x: y, y }));
  expect(await all.run({})).toEqual(evaluate(program, { x, y }));
  expect(await first.run({ y })).toEqual(evaluate(program, { x, y }));
  await executable.dispose();
});

test('unknown inputs and wrong types are refused when they are bound', async () => {
  const executable = await onnxEngine().compile(program);
  await expect(executable.bind({ z: x })).rejects.toThrow(/no input "z" to fix. It takes x, y/);
  await expect(executable.bind({ x: tensor('float64', [1], [1]) })).rejects.toThrow(InputError);
  await executable.dispose();
});

test('disposing of a bound executable leaves the one it comes from; the other way round it ends with it', async () => {
  const executable = await onnxEngine().compile(program);
  const [first, second] = [await executable.bind({ x }), await executable.bind({ x })];
  await first.dispose();
  await expect(first.run({ y })).rejects.toThrow(/disposed/);
  expect(await second.run({ y })).toEqual(evaluate(program, { x, y }));
  await executable.dispose();
  await expect(second.run({ y })).rejects.toThrow(/disposed/);
});
