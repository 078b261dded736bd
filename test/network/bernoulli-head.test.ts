import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { bernoulliHead } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { jvp } from '../../src/transform/index.ts';

const head = bernoulliHead();
const type = tensorType('float64', [1, 1]);
const program = buildProgram('head', { h: type, y: type }, (b, { h, y }) => ({
  psi: head.embedding!(b, h),
  loss: head.negativeLogLikelihood(b, h, y),
}));

test('the embedding is a circle of radius 2, and stays finite with its derivative where exp(-z) overflows', () => {
  for (const z of [-1000, -3, 0, 0.5, 1000]) {
    const inputs = { h: tensor('float64', [1, 1], [z]), y: tensor('float64', [1, 1], [0]) };
    const { psi, d_psi } = evaluate(jvp(program, { wrt: ['h'], of: ['psi'] }), {
      ...inputs,
      d_h: tensor('float64', [1, 1], [1]),
    });
    expect(Math.hypot(...psi!.data)).toBeCloseTo(2, 13);
    for (const slope of d_psi!.data) expect(slope).not.toBeNaN();
  }
});

test('a confident mistake costs its logit, where log(1 - p) would be infinite', () => {
  const { loss } = evaluate(program, { h: tensor('float64', [1, 1], [800]), y: tensor('float64', [1, 1], [0]) });
  expect(loss!.data[0]).toBe(800);
});
