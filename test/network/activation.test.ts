import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Activation, activations, hasKink } from '../../src/network/index.ts';
import { buildProgram, type Program, tensor, tensorType } from '../../src/program/index.ts';
import { jvp } from '../../src/transform/index.ts';

/** Each with its first two derivatives, as textbooks write them; gelu by its definition only. */
const definitions: Readonly<Record<Activation, readonly ((x: number) => number)[]>> = {
  identity: [(x) => x, () => 1, () => 0],
  relu: [(x) => Math.max(x, 0), (x) => (x > 0 ? 1 : 0), () => 0],
  tanh: [Math.tanh, (x) => 1 / Math.cosh(x) ** 2, (x) => (-2 * Math.tanh(x)) / Math.cosh(x) ** 2],
  sigmoid: [(x) => 1 / (1 + Math.exp(-x)), (x) => 1 / (2 + Math.exp(x) + Math.exp(-x))],
  softplus: [
    (x) => Math.log1p(Math.exp(x)),
    (x) => 1 / (1 + Math.exp(-x)),
    (x) => 1 / (2 + Math.exp(x) + Math.exp(-x)),
  ],
  gelu: [(x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))],
  sin: [Math.sin, Math.cos, (x) => -Math.sin(x)],
};

/** The activation at x and its derivatives there, as programs give them. */
function derivatives(name: Activation, x: number, order: number): number[] {
  let program: Program = buildProgram(name, { x: tensorType('float64', [1]) }, (b, { x }) => ({
    y: activations[name](b, x),
  }));
  const results: number[] = [];
  const inputs = Object.fromEntries(['x', 'd_x', 'd2_x'].map((port, i) => [port, tensor('float64', [1], [i ? 1 : x])]));
  for (let i = 0; i <= order; i += 1) {
    const output = ['y', 'd_y', 'd2_d_y'][i]!;
    results.push(evaluate(program, inputs)[output]!.data[0]!);
    program = jvp(program, { wrt: ['x'], of: [output] });
  }
  return results;
}

describe.each(Object.keys(activations) as Activation[])('the activation %s', (name) => {
  test('is the function of that name, with its derivatives', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
        fc.pre(x !== 0 || !hasKink(name));
        const expected = definitions[name];
        derivatives(name, x, expected.length - 1).forEach((value, order) => {
          expect(value).toBeCloseTo(expected[order]!(x), 12);
        });
      }),
    );
  });

  test('is finite with its derivatives where the exponential overflows', () => {
    for (const x of [-800, 800]) for (const value of derivatives(name, x, 2)) expect(value).not.toBeNaN();
  });

  test('has a kink at 0 just if its derivative jumps there', () => {
    const [, before] = derivatives(name, -1e-9, 1);
    const [, after] = derivatives(name, 1e-9, 1);
    expect(Math.abs(after! - before!) > 0.5).toBe(hasKink(name));
  });
});

test('the softplus has its slope 1/2 at 0, where the larger of x and 0 has none', () => {
  expect(derivatives('softplus', 0, 2)).toEqual([Math.log(2), 0.5, 0.25]);
});
