import { expect, test } from 'vitest';
import { evaluateExpression, parseExpression } from '../../../src/calculus/index.ts';
import { evaluate } from '../../../src/engine/index.ts';
import { type ProgramFunction, programFunctions } from '../../../src/interpret/index.ts';
import { scalar, tensor } from '../../../src/program/index.ts';

const field = programFunctions(['x', 'y']);
const at = (f: ProgramFunction): number[] => Array.from(evaluate(f, { x: scalar(1.5), y: scalar(0.5) })['value']!.data);
const written = (text: string): ProgramFunction =>
  evaluateExpression(field, parseExpression(text), (name) => field.coordinate(name));

test('expressions are functions of the coordinates', () => {
  expect(at(written('x^2*exp(y) - log(x)/y'))[0]).toBeCloseTo(2.25 * Math.exp(0.5) - 2 * Math.log(1.5), 14);
});

test('partial derivatives are the derivatives, and commute', () => {
  const f = written('x^3*y^2 + exp(x*y)');
  expect(at(field.partial(f, 0))[0]).toBeCloseTo(3 * 2.25 * 0.25 + 0.5 * Math.exp(0.75), 13);
  const [xy, yx] = [field.partial(field.partial(f, 0), 1), field.partial(field.partial(f, 1), 0)];
  expect(at(xy)[0]).toBeCloseTo(6 * 2.25 * 0.5 + (1 + 0.75) * Math.exp(0.75), 13);
  expect(at(xy)[0]).toBeCloseTo(at(yx)[0]!, 13);
});

test('the derivative along a coordinate that does not occur is the zero of the field', () => {
  expect(field.isZero(field.partial(written('exp(x)'), 1))).toBe(true);
  expect(field.isZero(field.partial(field.constant(3), 0))).toBe(true);
  expect(field.isZero(field.partial(written('exp(x)'), 0))).toBe(false);
});

test('the derivative that is a coordinate is not taken for zero', () => {
  const product = written('x*y');
  expect(at(field.partial(product, 0))).toEqual([0.5]);
  expect(at(field.partial(product, 1))).toEqual([1.5]);
});

test('values may be vectors over points', () => {
  const points = field.constant(tensor('float64', [3], [1, 2, 3]));
  expect(at(field.multiply(field.coordinate('x'), points))).toEqual([1.5, 3, 4.5]);
  expect(at(field.partial(field.multiply(field.coordinate('x'), points), 0))).toEqual([1, 2, 3]);
});

test('another input stays fixed under derivatives until a function of the coordinates takes its place', () => {
  const wider = programFunctions(['x', 'y'], 'float64', { s: [2] });
  const f = wider.multiply(wider.coordinate('x'), wider.coordinate('s'));
  const moved = wider.multiply(wider.coordinate('x'), wider.constant(tensor('float64', [2], [1, 2])));
  const inputs = { x: scalar(1.5), y: scalar(0.5), s: tensor('float64', [2], [0, 0]) };
  const values = (g: ProgramFunction) => Array.from(evaluate(g, inputs)['value']!.data);
  // d(x s)/dx = s at fixed s; with s = (x, 2 x) then put in, d/dx of x s would be twice that.
  expect(values(wider.replace(wider.partial(f, 0), 's', moved))).toEqual([1.5, 3]);
  expect(values(wider.partial(wider.replace(f, 's', moved), 0))).toEqual([3, 6]);
});
