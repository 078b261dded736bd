import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Engine, evaluate, unsupportedPrimitives } from '../engine/index.ts';
import {
  buildProgram,
  type Dtype,
  type Primitive,
  type Program,
  type Tensor,
  tensor,
  tensorType,
} from '../program/index.ts';
import { withDtype } from '../transform/index.ts';
import { type GeneratedCase, generatedCase } from './generated-program.ts';
import { type HandCase, handCases } from './hand-cases.ts';
import { allRounded, machineEpsilon, worstDifference } from './tensor-distance.ts';

/** How an engine is to be held to the reference. */
export interface Conformance {
  /**
   * By what factor its elementary functions may be worse than 4 units in the last place, to which the generated programs
   * take them to be right; 1 unless told. Say why where it is more.
   */
  readonly slack?: number;
  /** How many programs to generate for each dtype; 150 unless told. */
  readonly numRuns?: number;
}

/** Every primitive. */
export const primitives = Object.keys(handCases) as Primitive[];

/** The primitives that an engine does not declare as lacking. */
export function supportedPrimitives({ lacks = {} }: Engine): Primitive[] {
  return primitives.filter((primitive) => lacks[primitive] === undefined);
}

/** The program of one application of the primitive to `operand0`, `operand1`, ..., with output `result`. */
export function applied<P extends Primitive>(primitive: P, hand: HandCase<P>, dtype: Dtype): Program {
  const types = Object.fromEntries(hand.operands.map(([shape], i) => [`operand${i}`, tensorType('float64', shape)]));
  const program = buildProgram(primitive, types, (b, variables) => ({
    result: b.emit(primitive, Object.values(variables), hand.attributes),
  }));
  return withDtype(program, dtype);
}

/** Throws AssertionError where the engine's result is not the one worked out by hand. */
export async function holdHandCases(engine: Engine, dtype: Dtype, primitive: Primitive, slack = 1): Promise<void> {
  for (const hand of handCases[primitive] as readonly HandCase<Primitive>[]) {
    const inputs = Object.fromEntries(
      hand.operands.map(([shape, entries], i) => [`operand${i}`, tensor(dtype, shape, entries)]),
    );
    const executable = await engine.compile(applied(primitive, hand, dtype));
    const result = (await executable.run(inputs))['result']!;
    await executable.dispose();
    const [shape, entries] = hand.expected;
    assert.deepEqual([...result.shape], [...shape]);
    // Entries and results are below 128 in size: a few units in the last place of that, for sin and cos of rounded pi.
    const size = Math.max(1, ...entries.filter(Number.isFinite).map(Math.abs));
    const difference = worstDifference(result.data, tensor(dtype, shape, entries).data);
    assert.ok(
      difference <= 4 * slack * machineEpsilon[dtype] * size,
      `${primitive} gives ${Array.from(result.data)}; expected ${entries}`,
    );
  }
}

/**
 * Generated programs have the reference values on the engine, within `slack` times the error that their operations allow,
 * also with one input fixed before.
 * Programs with primitives that the engine declares it lacks are left out.
 */
export function conformanceProperty(
  engine: Engine,
  dtype: Dtype,
  slack = 1,
): fc.IAsyncPropertyWithHooks<[GeneratedCase]> {
  return fc.asyncProperty(generatedCase(), async ({ program, inputs, errors }) => {
    fc.pre(unsupportedPrimitives(engine, program).length === 0);
    const expected = evaluate(program, inputs);
    const executable = await engine.compile(withDtype(program, dtype));
    const { x, y } = allRounded(inputs, dtype) as { x: Tensor; y: Tensor };
    const bound = await executable.bind({ x });
    for (const results of [await executable.run({ x, y }), await bound.run({ y })]) {
      for (const [name, error] of Object.entries(errors)) {
        const { shape, data } = results[name]!;
        assert.deepEqual([...shape], [...expected[name]!.shape]);
        assert.ok(data instanceof (dtype === 'float64' ? Float64Array : Float32Array));
        const difference = worstDifference(data, expected[name]!.data);
        const tolerance = slack * error * machineEpsilon[dtype];
        assert.ok(difference <= tolerance, `${name} is off by ${difference}; its operations allow ${tolerance}`);
      }
    }
    await bound.dispose();
    await executable.dispose();
  });
}

/**
 * What keeps an engine from conforming, one message each, for use outside the test runner: hand cases and generated programs
 * in each of its dtypes. An empty list means that it conforms.
 */
export async function conformanceFailures(
  engine: Engine,
  { slack = 1, numRuns = 150 }: Conformance = {},
): Promise<string[]> {
  const failures: string[] = [];
  for (const dtype of engine.dtypes) {
    for (const primitive of supportedPrimitives(engine)) {
      await holdHandCases(engine, dtype, primitive, slack).catch((error: unknown) => {
        failures.push(`${dtype} ${primitive}: ${error instanceof Error ? error.message : error}`);
      });
    }
    const outcome = await fc.check(conformanceProperty(engine, dtype, slack), { numRuns });
    if (outcome.failed) failures.push(`${dtype} generated programs: ${fc.defaultReportMessage(outcome)}`);
  }
  return failures;
}
