import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { jvp, stage } from '../../src/transform/index.ts';
import { layer, layerInputs, wave } from './sample-programs.ts';

test('the two parts, one after the other, give exactly what the program gives', () => {
  fc.assert(
    fc.property(
      generatedCase(),
      fc.constantFrom<string[][]>([], ['x'], ['y'], ['x', 'y']),
      ({ program, inputs }, early) => {
        const parts = stage(program, { early });
        const first = evaluate(parts.early, inputs);
        expect({ ...first, ...evaluate(parts.late, { ...inputs, ...first }) }).toMatchObject(evaluate(program, inputs));
      },
    ),
    { numRuns: 150 },
  );
});

test('nothing that depends on the early inputs alone is left to do, and nothing else is done early', () => {
  const derivative = jvp(layer, { wrt: ['w'] });
  const { early, late, residuals } = stage(derivative, { early: ['x', 'w', 'bias'] });
  const count = (program: typeof early, primitive: string) =>
    program.equations.filter((equation) => equation.primitive === primitive).length;
  expect([count(early, 'matmul'), count(early, 'exp'), count(early, 'tanh')]).toEqual([1, 1, 1]);
  expect([count(late, 'matmul'), count(late, 'exp'), count(late, 'tanh')]).toEqual([1, 0, 0]);
  expect(early.inputs.map((input) => input.name)).toEqual(['x', 'w', 'bias']);
  expect(early.outputs.map((output) => output.name)).toEqual(['probabilities', ...residuals]);
  expect(late.inputs.map((input) => input.name).sort()).toEqual(['x', 'd_w', ...residuals].sort());
  expect(late.outputs.map((output) => output.name)).toEqual(['d_probabilities']);
});

test('with other inputs early the derivative of what is fixed is all that is fixed', () => {
  const derivative = jvp(layer, { wrt: ['w'] });
  const { early, late } = stage(derivative, { early: ['x', 'd_w'] });
  expect(early.equations.map((equation) => equation.primitive)).toEqual(['matmul']); // x d_w^T
  const inputs = { ...layerInputs, d_w: wave([4, 3], 5) };
  expect(evaluate(late, { ...inputs, ...evaluate(early, inputs) })).toEqual(evaluate(derivative, inputs));
});

test('an output that depends on more than the early inputs cannot be early', () => {
  expect(() => stage(layer, { early: ['x'], late: [] })).toThrow(InputError);
  expect(() => stage(layer, { early: ['z'] })).toThrow(/"z" is none of them/);
});
