import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import type { Primitive } from '../../src/program/index.ts';

it('generated programs run, with finite outputs that each have an allowed error', () => {
  fc.assert(
    fc.property(generatedCase(), ({ program, inputs, errors }) => {
      const results = evaluate(program, inputs);
      expect(Object.keys(results)).toEqual(Object.keys(errors));
      for (const { data } of Object.values(results)) expect(data.every(Number.isFinite)).toBe(true);
      for (const error of Object.values(errors)) expect(error).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('they use every primitive, and the smooth ones none that has no derivative', () => {
  const used = (cases: readonly { program: { equations: readonly { primitive: Primitive }[] } }[]) =>
    new Set(cases.flatMap(({ program }) => program.equations.map(({ primitive }) => primitive)));
  const rough: readonly Primitive[] = ['reduceMax', 'stopGradient', 'sign'];
  const all = used(fc.sample(generatedCase(), { numRuns: 400, seed: 1 }));
  const smooth = used(fc.sample(generatedCase({ smooth: true }), { numRuns: 400, seed: 1 }));
  for (const primitive of rough) {
    expect(all, primitive).toContain(primitive);
    expect(smooth, primitive).not.toContain(primitive);
  }
  expect(all).toContain('matmul');
  expect(smooth).toContain('matmul');
});
