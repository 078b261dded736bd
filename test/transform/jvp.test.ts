import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError, ShapeError, UnsupportedError } from '../../src/errors.ts';
import { buildProgram, printProgram, scalar, tensor, tensorType } from '../../src/program/index.ts';
import { jvp, simplify } from '../../src/transform/index.ts';
import { cube } from './sample-programs.ts';

const vector = (...entries: number[]) => tensor('float64', [3], entries);
const real = tensorType('float64', []);

test('jvp adds a tangent per varied input and per output', () => {
  const derivative = jvp(cube, { wrt: ['x'] });
  expect(derivative.inputs.map((input) => input.name)).toEqual(['x', 'd_x']);
  expect(derivative.outputs.map((output) => output.name)).toEqual(['y', 'd_y']);
  const { y, d_y } = evaluate(derivative, { x: vector(1, 2, -3), d_x: vector(1, 10, 1) });
  expect(Array.from(y!.data)).toEqual([1, 8, -27]);
  expect(Array.from(d_y!.data)).toEqual([3, 120, 27]); // 3 x^2 dx
});

test('jvp of jvp is the second derivative; names never collide, to any order', () => {
  const second = jvp(jvp(cube, { wrt: ['x'] }), { wrt: ['x'] });
  expect(second.inputs.map((input) => input.name)).toEqual(['x', 'd_x', 'd2_x']);
  expect(second.outputs.map((output) => output.name)).toEqual(['y', 'd_y', 'd2_y', 'd2_d_y']);
  const third = jvp(second, { wrt: ['x'] });
  const ones = vector(1, 1, 1);
  const values = evaluate(third, { x: vector(1, 2, 3), d_x: ones, d2_x: ones, d3_x: ones });
  expect(Array.from(values['d2_d_y']!.data)).toEqual([6, 12, 18]); // 6 x
  expect(Array.from(values['d3_d2_d_y']!.data)).toEqual([6, 6, 6]);
});

test('the second jvp may vary the first tangent too', () => {
  const both = jvp(jvp(cube, { wrt: ['x'] }), { wrt: ['x', 'd_x'], of: ['d_y'] });
  expect(both.inputs.map((input) => input.name)).toEqual(['x', 'd_x', 'd2_x', 'd2_d_x']);
  const zero = vector(0, 0, 0);
  const { d2_d_y } = evaluate(both, { x: vector(1, 2, 3), d_x: vector(5, 5, 5), d2_x: zero, d2_d_x: vector(1, 1, 1) });
  expect(Array.from(d2_d_y!.data)).toEqual([3, 12, 27]); // linear in d_x: 3 x^2
});

test('nested derivatives do not confuse perturbations: d/dx (x * d/dy (x + y)) = 1, not 2', () => {
  // The example of Siskind and Pearlmutter, "Nesting forward-mode AD in a functional framework" (2008).
  const inner = jvp(
    buildProgram('inner', { x: real, y: real }, (b, { x, y }) => ({ s: b.add(x, y) })),
    { wrt: ['y'] },
  );
  const outer = buildProgram('outer', { x: real }, (b, { x }) => {
    const one = b.full(real, 1);
    return { f: b.multiply(x, b.inline(inner, { x, y: one, d_y: one })['d_s']!) };
  });
  expect(evaluate(jvp(outer, { wrt: ['x'] }), { x: scalar(1), d_x: scalar(1) })['d_f']!.data[0]).toBe(1);
});

test('nothing is written for derivatives that are zero', () => {
  const program = buildProgram('f', { x: real, c: real }, (b, { x, c }) => ({
    y: b.multiply(x, b.exp(b.sin(c))),
    z: b.cos(c),
  }));
  const added = jvp(program, { wrt: ['x'] });
  expect(added.equations.slice(0, program.equations.length + 1).map((e) => e.primitive)).toEqual([
    'sin',
    'exp',
    'multiply',
    'multiply',
    'cos',
  ]);
  expect(evaluate(added, { x: scalar(2), c: scalar(0), d_x: scalar(1) })['d_z']!.data[0]).toBe(0);
  expect(printProgram(simplify(jvp(program, { wrt: ['x'], of: ['y'] })))).not.toContain('constant');
});

test('stopGradient has derivative zero, a reduceMax outside it has none', () => {
  const stopped = buildProgram('f', { x: real }, (b, { x }) => ({ y: b.multiply(x, b.stopGradient(x)) }));
  expect(evaluate(jvp(stopped, { wrt: ['x'] }), { x: scalar(3), d_x: scalar(1) })['d_y']!.data[0]).toBe(3);
  const maximum = buildProgram('m', { x: tensorType('float64', [3]) }, (b, { x }) => ({ y: b.reduceMax(x) }));
  expect(() => jvp(maximum, { wrt: ['x'] })).toThrow(UnsupportedError);
});

test('|x| has derivative sign(x) and second derivative zero', () => {
  const program = buildProgram('f', { x: tensorType('float64', [3]) }, (b, { x }) => ({ y: b.absolute(x) }));
  const ones = vector(1, 1, 1);
  const second = jvp(jvp(program, { wrt: ['x'] }), { wrt: ['x'] });
  const values = evaluate(second, { x: vector(-2, 0, 1e-200), d_x: ones, d2_x: ones });
  expect(Array.from(values['y']!.data)).toEqual([2, 0, 1e-200]);
  expect(Array.from(values['d_y']!.data)).toEqual([-1, 0, 1]);
  expect(Array.from(values['d2_d_y']!.data)).toEqual([0, 0, 0]);
});

test('an input that looks like a tangent of another is not taken for it', () => {
  const again = jvp(jvp(cube, { wrt: ['x'] }), { wrt: ['d_x'], of: ['d_y'] });
  const d_d_x = vector(1, 1, 1);
  const values = evaluate(again, { x: vector(1, 2, 3), d_x: vector(5, 5, 5), d_d_x });
  expect(Array.from(values['d_d_y']!.data)).toEqual([3, 12, 27]); // 3 x^2, not its sum with a term in d_x
});

test('unknown names and colliding prefixes are refused', () => {
  expect(() => jvp(cube, { wrt: ['z'] })).toThrow(InputError);
  expect(() => jvp(cube, { wrt: ['x'], of: ['x'] })).toThrow(/outputs y/);
  expect(jvp(cube, { wrt: ['x'], prefix: 'v_' }).inputs[1]!.name).toBe('v_x');
  expect(() => jvp(jvp(cube, { wrt: ['x'] }), { wrt: ['x'], prefix: 'd_' })).toThrow(ShapeError);
});
