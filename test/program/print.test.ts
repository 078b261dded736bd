import { expect, test } from 'vitest';
import { buildProgram, printProgram, tensor, tensorType } from '../../src/program/index.ts';

const vector = tensorType('float64', [3]);
const square = buildProgram('square', { x: vector }, (b, { x }) => ({ y: b.multiply(x, x) }));

test('a program prints one equation a line', () => {
  expect(printProgram(square)).toBe(
    'program square(x %0: float64[3])\n  %1: float64[3] = multiply(%0, %0)\nreturn y %1\n',
  );
});

test('constants print whole, a name that is no identifier in quotes', () => {
  const program = buildProgram('a "c"', {}, (b) => ({
    c: b.constant(tensor('float32', [9], [1, 2, 3, 4, 5, 6, 7, 8, -0])),
  }));
  expect(printProgram(program)).toBe(
    'program "a \\"c\\""()\n  %0: float32[9] = constant{value=float32[9]{1, 2, 3, 4, 5, 6, 7, 8, -0}}()\nreturn c %0\n',
  );
});
