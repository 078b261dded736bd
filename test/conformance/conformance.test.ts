import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, evaluate, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { buildProgram, type Dtype, type Primitive, tensor, tensorType } from '../../src/program/index.ts';
import { withDtype } from '../../src/transform/index.ts';
import { allRounded, machineEpsilon, worstDifference } from './agreement.ts';
import { generatedCase } from './generated-program.ts';
import { type HandCase, handCases } from './hand-cases.ts';

const engines: readonly Engine[] = [referenceEngine, onnxEngine()];
const combinations = engines.flatMap((engine) => engine.dtypes.map((dtype) => [engine.name, dtype, engine] as const));

async function runHandCase<P extends Primitive>(
  engine: Engine,
  dtype: Dtype,
  primitive: P,
  hand: HandCase<P>,
): Promise<void> {
  const names = hand.operands.map((_, i) => `operand${i}`);
  const types = Object.fromEntries(hand.operands.map(([shape], i) => [names[i]!, tensorType('float64', shape)]));
  const program = buildProgram(primitive, types, (b, variables) => ({
    result: b.emit(
      primitive,
      names.map((name) => variables[name]!),
      hand.attributes,
    ),
  }));
  const inputs = Object.fromEntries(
    hand.operands.map(([shape, entries], i) => [names[i]!, tensor(dtype, shape, entries)]),
  );
  const executable = await engine.compile(withDtype(program, dtype));
  const result = (await executable.run(inputs))['result']!;
  await executable.dispose();
  const [shape, entries] = hand.expected;
  expect(result.shape).toEqual(shape);
  // Entries and results are below 128 in size: a few units in the last place of that, for sin and cos of rounded pi.
  expect(worstDifference(result.data, tensor(dtype, shape, entries).data)).toBeLessThanOrEqual(
    4 * machineEpsilon[dtype] * Math.max(1, ...entries.filter(Number.isFinite).map(Math.abs)),
  );
}

describe.each(combinations)('engine %s in %s', (_, dtype, engine) => {
  test.each(Object.keys(handCases) as Primitive[])('%s has the values worked out by hand', async (primitive) => {
    for (const hand of handCases[primitive] as readonly HandCase<Primitive>[])
      await runHandCase(engine, dtype, primitive, hand);
  });

  test('generated programs have the reference values within the error their operations allow', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCase(), async ({ program, inputs, errors }) => {
        const expected = evaluate(program, inputs);
        const executable = await engine.compile(withDtype(program, dtype));
        const results = await executable.run(allRounded(inputs, dtype));
        await executable.dispose();
        for (const [name, error] of Object.entries(errors)) {
          expect(results[name]!.shape).toEqual(expected[name]!.shape);
          expect(results[name]!.data).toBeInstanceOf(dtype === 'float64' ? Float64Array : Float32Array);
          expect(worstDifference(results[name]!.data, expected[name]!.data), name).toBeLessThanOrEqual(
            error * machineEpsilon[dtype],
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('the comparison fails on an engine that computes one primitive differently', async () => {
  const program = buildProgram('f', { x: tensorType('float64', [2]) }, (b, { x }) => ({ y: b.tanh(x) }));
  const wrong = buildProgram('f', { x: tensorType('float64', [2]) }, (b, { x }) => ({ y: b.sin(x) }));
  const inputs = { x: tensor('float64', [2], [0.5, 1]) };
  expect(worstDifference(evaluate(program, inputs)['y']!.data, evaluate(wrong, inputs)['y']!.data)).toBeGreaterThan(
    1e-3,
  );
  expect(worstDifference([Number.NaN], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
});
