import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { ShapeError } from '../../src/errors.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { simplify, transpose } from '../../src/transform/index.ts';
import { wave } from './sample-programs.ts';

const vector = tensorType('float64', [3]);
const linear = buildProgram('linear', { a: tensorType('float64', [2, 3]), x: vector, z: vector }, (b, { a, x, z }) => ({
  y: b.matmul(a, b.reshape(b.subtract(x, b.multiply(b.exp(b.full(vector, 0)), z)), [3, 1])),
}));

test('the transpose takes parameters and cotangents of outputs, and returns cotangents of the inputs it is linear in', () => {
  const transposed = transpose(linear, { wrt: ['x', 'z'] });
  expect(transposed.inputs.map((input) => input.name)).toEqual(['a', 'ct_y']);
  const values = evaluate(transposed, {
    a: tensor('float64', [2, 3], [1, 2, 3, 4, 5, 6]),
    ct_y: tensor('float64', [2, 1], [1, 10]),
  });
  expect(Array.from(values['ct_x']!.data)).toEqual([41, 52, 63]); // A^T (1, 10)
  expect(Array.from(values['ct_z']!.data)).toEqual([-41, -52, -63]);
});

test('transposing twice gives the same linear map', () => {
  const twice = transpose(transpose(linear, { wrt: ['x', 'z'] }), { wrt: ['ct_y'] });
  const [a, x, z] = [wave([2, 3], 0), wave([3], 1), wave([3], 2)];
  const { y } = evaluate(linear, { a, x, z });
  const { ct_ct_y } = evaluate(twice, { a, ct_ct_x: x, ct_ct_z: z });
  ct_ct_y!.data.forEach((entry, i) => {
    expect(entry).toBeCloseTo(y!.data[i]!, 14);
  });
});

test.each([
  ['exp', buildProgram('f', { x: vector }, (b, { x }) => ({ y: b.exp(x) }))],
  ['multiply', buildProgram('f', { x: vector }, (b, { x }) => ({ y: b.multiply(x, x) }))],
  ['add', buildProgram('f', { x: vector }, (b, { x }) => ({ y: b.add(x, 1) }))],
  ['divide', buildProgram('f', { x: vector }, (b, { x }) => ({ y: b.divide(1, x) }))],
  ['output "y"', buildProgram('f', { x: vector }, (b) => ({ y: b.full(vector, 1) }))],
])('a program that is not linear because of %s is refused', (reason, program) => {
  expect(() => transpose(program, { wrt: ['x'] })).toThrow(ShapeError);
  expect(() => transpose(program, { wrt: ['x'] })).toThrow(reason);
});

test('an output that is identically zero is linear, and an input without effect has cotangent zero', () => {
  const program = buildProgram('f', { x: vector, unused: vector }, (b, { x }) => ({
    y: b.negate(x),
    zero: b.full(vector, 0),
  }));
  const cotangent = wave([3], 1);
  const values = evaluate(transpose(program, { wrt: ['x', 'unused'] }), { ct_y: cotangent, ct_zero: cotangent });
  expect(Array.from(values['ct_unused']!.data)).toEqual([0, 0, 0]);
  expect(Array.from(values['ct_x']!.data)).toEqual(Array.from(cotangent.data, (c) => -c));
});

test('transposed matrix products stay matrix products with flags: nothing is written out transposed', () => {
  const program = buildProgram(
    'f',
    { a: tensorType('float64', [4, 3]), x: tensorType('float64', [5, 3]) },
    (b, { a, x }) => ({
      y: b.matmul(x, a, { transposeRight: true }),
    }),
  );
  expect(simplify(transpose(program, { wrt: ['a'] })).equations.map((e) => e.primitive)).toEqual(['matmul']);
});
