import { expect, test } from 'vitest';
import { evaluate, referenceEngine } from '../../../src/engine/index.ts';
import { InputError, UnsupportedError } from '../../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../../src/program/index.ts';

const program = buildProgram('square', { x: tensorType('float64', [2]) }, (b, { x }) => ({ y: b.multiply(x, x), x }));
const x = tensor('float64', [2], [3, -4]);

test('a program is evaluated equation by equation', () => {
  expect(Array.from(evaluate(program, { x })['y']!.data)).toEqual([9, 16]);
});

test('outputs are copies: changing one leaves the input alone', () => {
  const { x: output } = evaluate(program, { x });
  output!.data[0] = 7;
  expect(x.data[0]).toBe(3);
});

test('the engine gives what evaluate gives, until it is disposed of', async () => {
  const executable = await referenceEngine.compile(program);
  expect(await executable.run({ x })).toEqual(evaluate(program, { x }));
  await executable.dispose();
  await executable.dispose();
  await expect(executable.run({ x })).rejects.toThrow(InputError);
});

test('float32 is refused with the engine that has it', async () => {
  const single = buildProgram('single', { x: tensorType('float32', [2]) }, (b, { x }) => ({ y: b.exp(x) }));
  await expect(referenceEngine.compile(single)).rejects.toThrow(UnsupportedError);
  expect(() => evaluate(single, { x: tensor('float32', [2], [1, 2]) })).toThrow(/engines onnx and tfjs have it/);
});
