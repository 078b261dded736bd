import fc from 'fast-check';
import { generatedCase, machineEpsilon, worstDifference } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';
import { jvp, simplify, vjp } from '../../src/transform/index.ts';
import { layer } from './sample-programs.ts';

const vector = tensorType('float64', [3]);

test('simplify preserves the values of every program, and a second time changes nothing', () => {
  fc.assert(
    fc.property(generatedCase(), ({ program, inputs, errors }) => {
      const simplified = simplify(program);
      const [expected, values] = [evaluate(program, inputs), evaluate(simplified, inputs)];
      for (const [name, error] of Object.entries(errors)) {
        expect(worstDifference(values[name]!.data, expected[name]!.data)).toBeLessThanOrEqual(
          error * machineEpsilon.float64,
        );
      }
      expect(simplify(simplified)).toEqual(simplified);
      expect(simplified.equations.length).toBeLessThanOrEqual(program.equations.length);
    }),
    { numRuns: 150 },
  );
});

test('equal subexpressions are computed once, also where the operands of a sum or product are exchanged', () => {
  const program = buildProgram('f', { x: vector, y: vector }, (b, { x, y }) => ({
    u: b.add(b.multiply(x, y), b.multiply(y, x)),
    v: b.add(b.exp(x), b.exp(x)),
  }));
  expect(simplify(program).equations.map((e) => e.primitive)).toEqual(['multiply', 'add', 'exp', 'add']);
});

test('constants are shared by their entries, but 0 and -0 are not the same', () => {
  const program = buildProgram('f', {}, (b) => {
    const constant = (...entries: number[]) => b.constant(tensor('float64', [2], entries));
    return { a: constant(0, 1), b: constant(0, 1), c: constant(-0, 1) };
  });
  expect(simplify(program).equations).toHaveLength(2);
});

test('long constants are shared only where they share storage', () => {
  const value = tensor('float64', [40], new Float64Array(40));
  const program = buildProgram('f', {}, (b) => ({
    a: b.constant(value),
    b: b.constant(value),
    c: b.constant({ ...value, data: value.data.slice() }),
  }));
  expect(simplify(program).equations).toHaveLength(2);
});

test('a Fisher-vector product computes the forward pass once', () => {
  const wrt = ['w', 'bias'];
  const fisher = buildProgram(
    'fvp',
    Object.fromEntries(jvp(layer, { wrt }).inputs.map(({ name, variable }) => [name, variable.type])),
    (b, variables) => {
      const { d_probabilities } = b.inline(jvp(layer, { wrt }), variables);
      const { ct_w, ct_bias } = b.inline(vjp(layer, { wrt }), { ...variables, ct_probabilities: d_probabilities! });
      return { ct_w: ct_w!, ct_bias: ct_bias! };
    },
  );
  const count = (primitive: string) => simplify(fisher).equations.filter((e) => e.primitive === primitive).length;
  expect([count('tanh'), count('exp'), count('matmul')]).toEqual([1, 1, 3]); // forward, J v, J^T u
});
