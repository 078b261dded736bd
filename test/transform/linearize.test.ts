import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { jvp, linearize } from '../../src/transform/index.ts';
import { layer, layerInputs, wave } from './sample-programs.ts';

const wrt = ['w', 'bias'];
const { primal, tangent, residuals, tangents } = linearize(layer, { wrt });

test('running the primal once and the tangent part after it gives the jvp', () => {
  const directions = { d_w: wave([4, 3], 0), d_bias: wave([4], 1) };
  const values = evaluate(primal, layerInputs);
  const { d_probabilities } = evaluate(tangent, { ...layerInputs, ...values, ...directions });
  const expected = evaluate(jvp(layer, { wrt }), { ...layerInputs, ...directions });
  expect(values['probabilities']).toEqual(expected['probabilities']);
  d_probabilities!.data.forEach((entry, i) => {
    expect(entry).toBeCloseTo(expected['d_probabilities']!.data[i]!, 14);
  });
});

test('the tangent part repeats no nonlinear function and takes only what it needs', () => {
  const nonlinear = ['exp', 'tanh', 'reduceMax'];
  expect(tangent.equations.filter((e) => nonlinear.includes(e.primitive))).toEqual([]);
  expect(tangents).toEqual(['d_w', 'd_bias']);
  expect(tangent.inputs.map((input) => input.name).sort()).toEqual(['x', ...tangents, ...residuals].sort());
  expect(primal.outputs.map((output) => output.name)).toEqual(['probabilities', ...residuals]);
  expect(primal.inputs.map((input) => input.name)).toEqual(['x', 'w', 'bias']);
});

test('a value that a broadcast repeats is kept small among the residuals', () => {
  const sizes = residuals.map((name) => primal.outputs.find((output) => output.name === name)!.variable.type.shape);
  expect(sizes).toContainEqual([5]);
});

test('a derivative that is zero is a zero of the tangent part', () => {
  const constant = linearize(layer, { wrt: [], of: ['probabilities'] });
  expect(Array.from(evaluate(constant.tangent, layerInputs)['d_probabilities']!.data)).toEqual(new Array(20).fill(0));
});
