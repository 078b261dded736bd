import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { buildProgram, printProgram, tensorType } from '../../src/program/index.ts';
import { removeDeadCode, selectOutputs } from '../../src/transform/index.ts';

const real = tensorType('float64', []);
const program = buildProgram('f', { x: real, c: real }, (b, { x, c }) => {
  b.tanh(c);
  return { y: b.exp(x), z: b.sin(c) };
});

test('equations that no output needs go, inputs stay', () => {
  expect(printProgram(removeDeadCode(program))).toBe(
    'program f(x %0: float64[], c %1: float64[])\n  %2: float64[] = exp(%0)\n  %3: float64[] = sin(%1)\nreturn y %2, z %3\n',
  );
});

test('selected outputs come in the order asked for, with only what they need', () => {
  expect(selectOutputs(program, ['z']).equations.map((e) => e.primitive)).toEqual(['sin']);
  expect(selectOutputs(program, ['z', 'y']).outputs.map((output) => output.name)).toEqual(['z', 'y']);
  expect(() => selectOutputs(program, ['x'])).toThrow(InputError);
});
