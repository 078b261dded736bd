import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { buildProgram, scalar, tensor, tensorType } from '../../src/program/index.ts';
import { jvp, selectOutputs, vjp } from '../../src/transform/index.ts';
import { cube, layer, layerInputs, wave } from './sample-programs.ts';

const vector = (...entries: number[]) => tensor('float64', [3], entries);

test('with cotangent 1 the vjp of a scalar is the gradient', () => {
  const program = buildProgram('f', { x: tensorType('float64', [3]) }, (b, { x }) => ({
    y: b.reduceSum(b.multiply(x, b.multiply(x, x))),
  }));
  const { y, ct_x } = evaluate(vjp(program, { wrt: ['x'] }), { x: vector(1, 2, 3), ct_y: scalar(1) });
  expect(y!.data[0]).toBe(36);
  expect(Array.from(ct_x!.data)).toEqual([3, 12, 27]);
});

test('vjp of jvp is a product with the Hessian, and jvp of vjp is the same', () => {
  const x = vector(1, 2, 3);
  const v = vector(1, -1, 2);
  const ct = vector(1, 1, 1);
  const reverse = vjp(jvp(cube, { wrt: ['x'] }), { wrt: ['x'], of: ['d_y'] });
  expect(Array.from(evaluate(reverse, { x, d_x: v, ct_d_y: ct })['ct_x']!.data)).toEqual([6, -12, 36]); // 6 x v
  const forward = jvp(selectOutputs(vjp(cube, { wrt: ['x'] }), ['ct_x']), { wrt: ['x'] });
  expect(Array.from(evaluate(forward, { x, ct_y: ct, d_x: v })['d_ct_x']!.data)).toEqual([6, -12, 36]);
});

test('vjp of vjp has fresh names', () => {
  const twice = vjp(vjp(cube, { wrt: ['x'] }), { wrt: ['x'], of: ['ct_x'] });
  expect(twice.inputs.map((input) => input.name)).toEqual(['x', 'ct_y', 'ct2_ct_x']);
  expect(twice.outputs.map((output) => output.name)).toEqual(['y', 'ct_x', 'ct2_x']);
});

test('the second derivative is symmetric: D(v, w) = D(w, v) for a network layer', () => {
  const second = jvp(jvp(layer, { wrt: ['w', 'bias'] }), { wrt: ['w', 'bias'] });
  const v = [wave([4, 3], 1), wave([4], 2)] as const;
  const w = [wave([4, 3], 5), wave([4], 7)] as const;
  const value = ([v0, v1]: typeof v, [w0, w1]: typeof w) =>
    evaluate(second, { ...layerInputs, d_w: v0, d_bias: v1, d2_w: w0, d2_bias: w1 })['d2_d_probabilities']!.data;
  const swapped = value(w, v);
  value(v, w).forEach((entry, i) => {
    expect(entry).toBeCloseTo(swapped[i]!, 13);
  });
});

test('only the outputs asked for take a cotangent', () => {
  const program = vjp(jvp(cube, { wrt: ['x'] }), { wrt: ['d_x'], of: ['d_y'] });
  expect(program.inputs.map((input) => input.name)).toEqual(['x', 'd_x', 'ct_d_y']);
  expect(program.outputs.map((output) => output.name)).toEqual(['y', 'd_y', 'ct_d_x']);
});
