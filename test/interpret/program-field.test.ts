import { expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, realNumbers } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { programField } from '../../src/interpret/index.ts';
import { buildProgram, scalar, tensor, tensorType } from '../../src/program/index.ts';
import { simplify } from '../../src/transform/index.ts';

const real = tensorType('float64');

function valueAt(text: string, x: number): number {
  const program = buildProgram('f', { x: real }, (b, variables) => ({
    y: evaluateExpression(programField(b, 'float64'), parseExpression(text), () => variables.x),
  }));
  return evaluate(program, { x: scalar(x) })['y']!.data[0]!;
}

test.each([
  '1/3 + x - 2*x/7',
  'x^5 - x^-3',
  'sqrt(x) + x^(3/2) + x^(-1/2) + x^(2/3)',
  'exp(-x^2/2)*log(x) - -x',
  'x^x',
])('the program of %s computes what the real numbers compute', (text) => {
  const expected = evaluateExpression(realNumbers, parseExpression(text), () => 1.7);
  expect(valueAt(text, 1.7)).toBeCloseTo(expected, 13);
});

test('log means log|a|, as in the exact layer', () => {
  expect(valueAt('log(x)', -Math.E)).toBeCloseTo(1, 15);
  expect(valueAt('log(x)', -1e-300)).toBeCloseTo(-300 * Math.LN10, 12); // log(a^2)/2 would be -infinity
  expect(valueAt('log(x)', 0)).toBe(Number.NEGATIVE_INFINITY);
});

test('zero absorbs and one disappears: nothing is written for them', () => {
  const program = buildProgram('f', { x: real }, (b, { x }) => {
    const f = programField(b, 'float64');
    return { y: f.sum([f.multiply(f.zero, x), f.multiply(f.one, x), f.negate(f.zero)]), z: f.power(x, rational(0)) };
  });
  expect(simplify(program).equations.map((e) => e.primitive)).toEqual(['constant']);
});

test('scalars and vectors mix, entry by entry', () => {
  const program = buildProgram('f', { x: real, v: tensorType('float64', [3]) }, (b, { x, v }) => ({
    y: programField(b, 'float64').multiply(x, v),
  }));
  expect(Array.from(evaluate(program, { x: scalar(2), v: tensor('float64', [3], [1, 2, 3]) })['y']!.data)).toEqual([
    2, 4, 6,
  ]);
});
