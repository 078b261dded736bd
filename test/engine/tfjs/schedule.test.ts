import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { scheduleOf } from '../../../src/engine/tfjs/schedule.ts';
import { buildProgram, tensorType } from '../../../src/program/index.ts';
import { withDtype } from '../../../src/transform/index.ts';

const traits = { plainProductsOnly: true, coarseSign: true };
const type = tensorType('float32', [100]);

test('every variable but the outputs is released once, no sooner than its last use', () => {
  fc.assert(
    fc.property(generatedCase(), ({ program }) => {
      const { steps, inputs, outputs } = scheduleOf(withDtype(program, 'float32'), traits);
      const alive = new Set(inputs);
      for (const { operands, result, release } of steps) {
        for (const id of operands) expect(alive).toContain(id);
        alive.add(result);
        for (const id of release) expect(alive.delete(id)).toBe(true);
      }
      expect([...alive].sort()).toEqual([...new Set(outputs.map((output) => output.variable))].sort());
    }),
  );
});

test('inputs that nothing uses are not placed', () => {
  const program = buildProgram('f', { x: type, y: type }, (_, { y }) => ({ y }));
  expect(scheduleOf(program, traits).inputs).toEqual([1]);
});

test('the peak counts what is alive at once: operand and result of a chain, not all of it', () => {
  const chain = buildProgram('chain', { x: type }, (b, { x }) => ({ y: b.tanh(b.tanh(b.tanh(x))) }));
  expect(scheduleOf(chain, traits).peakBytes).toBe(4 * 200);
  // An output that repeats one entry a hundred times: ones, and their product with it.
  const repeated = buildProgram('repeated', { x: tensorType('float32') }, (b, { x }) => ({ y: b.broadcast(x, [100]) }));
  expect(scheduleOf(repeated, traits).peakBytes).toBe(4 * 201);
});

test('steps are labelled by their primitive and variable', () => {
  const program = buildProgram('f', { x: type }, (b, { x }) => ({ y: b.exp(x) }));
  expect(scheduleOf(program, traits).steps.map((step) => step.label)).toEqual(['exp %1']);
});
