import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Tensor, typeRules } from '../../src/program/index.ts';
import { jvp, vjp } from '../../src/transform/index.ts';
import { transposeRules } from '../../src/transform/transpose-rules.ts';
import { wave } from './sample-programs.ts';

/** The inner product, and the sum of the sizes of its terms: what rounding is relative to. */
function inner(left: readonly Tensor[], right: readonly Tensor[]): { value: number; size: number } {
  const terms = left.flatMap((tensor, i) => Array.from(tensor.data, (x, k) => x * right[i]!.data[k]!));
  return { value: terms.reduce((a, b) => a + b, 0), size: terms.reduce((a, b) => a + Math.abs(b), 0) };
}

test('<J v, w> = <v, J^T w> for every smooth program', () => {
  fc.assert(
    fc.property(generatedCase({ smooth: true }), ({ program, inputs }) => {
      const wrt = Object.keys(inputs);
      const names = program.outputs.map((output) => output.name);
      const v = wrt.map((name, i) => wave(inputs[name]!.shape, i));
      const w = program.outputs.map((output, i) => wave(output.variable.type.shape, 10 + i));
      const tangents = Object.fromEntries(wrt.map((name, i) => [`d_${name}`, v[i]!]));
      const cotangents = Object.fromEntries(names.map((name, i) => [`ct_${name}`, w[i]!]));
      const forward = evaluate(jvp(program, { wrt }), { ...inputs, ...tangents });
      const backward = evaluate(vjp(program, { wrt }), { ...inputs, ...cotangents });
      const left = inner(
        names.map((name) => forward[`d_${name}`]!),
        w,
      );
      const right = inner(
        v,
        wrt.map((name) => backward[`ct_${name}`]!),
      );
      // At most about 1,000 roundings, each relative to the terms; intermediate sums may be 100 times the final ones.
      expect(Math.abs(left.value - right.value)).toBeLessThanOrEqual(2 ** -52 * 1e5 * (1 + left.size + right.size));
    }),
    { numRuns: 150 },
  );
});

test('every primitive that has a typing rule has a transpose rule', () => {
  expect(Object.keys(transposeRules).sort()).toEqual(Object.keys(typeRules).sort());
});
