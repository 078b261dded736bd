import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, evaluate, unsupportedPrimitives } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { buildProgram, type Dtype, type Primitive, type Program, tensor, tensorType } from '../../src/program/index.ts';
import { withDtype } from '../../src/transform/index.ts';
import { allRounded, machineEpsilon, worstDifference } from './agreement.ts';
import { type GeneratedCase, generatedCase } from './generated-program.ts';
import { type HandCase, handCases } from './hand-cases.ts';

/** How the engine is to be held to the reference. */
export interface Conformance {
  /**
   * By what factor its elementary functions may be worse than 4 units in the last place, to which the generated programs
   * take them to be right; 1 unless told. Say why where it is more.
   */
  readonly slack?: number;
  /** How many programs to generate for each dtype; 150 unless told. */
  readonly numRuns?: number;
}

const primitives = Object.keys(handCases) as Primitive[];

/**
 * Registers the tests that every engine passes in each of its dtypes: for every primitive the values worked out by hand,
 * and generated programs against the reference engine, within tolerances that follow from dtype and depth. Only what
 * the engine declares as unsupported is left out, and that must be refused.
 */
export function describeConformance(engine: Engine, { slack = 1, numRuns = 150 }: Conformance = {}): void {
  describe.each([...engine.dtypes])(`engine ${engine.name} in %s`, (dtype) => {
    const supported = (primitive: Primitive): boolean => engine.lacks?.[primitive] === undefined;

    test.each(primitives.filter(supported))('%s has the values worked out by hand', async (primitive) => {
      for (const hand of handCases[primitive] as readonly HandCase<Primitive>[])
        await runHandCase({ engine, dtype, slack }, primitive, hand);
    });

    test('generated programs have the reference values within the error their operations allow', async () => {
      await fc.assert(conformanceProperty(engine, dtype, slack), { numRuns });
    });
  });

  test(`engine ${engine.name} refuses the number formats and primitives that it does not have, and says which engine has them`, async () => {
    const refused: [Program, RegExp][] = [];
    for (const dtype of ['float64', 'float32'] as const) {
      if (!engine.dtypes.includes(dtype)) refused.push([applied('exp', dtype), new RegExp(`${dtype}.*engine`, 's')]);
    }
    for (const primitive of primitives) {
      if (engine.lacks?.[primitive] !== undefined)
        refused.push([applied(primitive, engine.dtypes[0]!), new RegExp(`${primitive}.*engine`, 's')]);
    }
    for (const [program, message] of refused) {
      const attempt = engine.compile(program);
      await expect(attempt).rejects.toThrow(UnsupportedError);
      await expect(attempt).rejects.toThrow(message);
    }
  });
}

/**
 * Generated programs have the reference values on the engine, within `slack` times the error that their operations allow.
 * Programs with primitives that the engine declares it lacks are left out.
 */
export function conformanceProperty(
  engine: Engine,
  dtype: Dtype,
  slack: number,
): fc.IAsyncPropertyWithHooks<[GeneratedCase]> {
  return fc.asyncProperty(generatedCase(), async ({ program, inputs, errors }) => {
    fc.pre(unsupportedPrimitives(engine, program).length === 0);
    const expected = evaluate(program, inputs);
    const executable = await engine.compile(withDtype(program, dtype));
    const results = await executable.run(allRounded(inputs, dtype));
    await executable.dispose();
    for (const [name, error] of Object.entries(errors)) {
      expect(results[name]!.shape).toEqual(expected[name]!.shape);
      expect(results[name]!.data).toBeInstanceOf(dtype === 'float64' ? Float64Array : Float32Array);
      expect(worstDifference(results[name]!.data, expected[name]!.data), name).toBeLessThanOrEqual(
        slack * error * machineEpsilon[dtype],
      );
    }
  });
}

/** The program of one application of the primitive, its first hand case. */
function applied<P extends Primitive>(primitive: P, dtype: Dtype): Program {
  return handProgram(primitive, handCases[primitive][0]!, dtype);
}

function handProgram<P extends Primitive>(primitive: P, hand: HandCase<P>, dtype: Dtype): Program {
  const types = Object.fromEntries(hand.operands.map(([shape], i) => [`operand${i}`, tensorType('float64', shape)]));
  const program = buildProgram(primitive, types, (b, variables) => ({
    result: b.emit(primitive, Object.values(variables), hand.attributes),
  }));
  return withDtype(program, dtype);
}

interface Subject {
  readonly engine: Engine;
  readonly dtype: Dtype;
  readonly slack: number;
}

async function runHandCase<P extends Primitive>(
  { engine, dtype, slack }: Subject,
  primitive: P,
  hand: HandCase<P>,
): Promise<void> {
  const inputs = Object.fromEntries(
    hand.operands.map(([shape, entries], i) => [`operand${i}`, tensor(dtype, shape, entries)]),
  );
  const executable = await engine.compile(handProgram(primitive, hand, dtype));
  const result = (await executable.run(inputs))['result']!;
  await executable.dispose();
  const [shape, entries] = hand.expected;
  expect(result.shape).toEqual(shape);
  // Entries and results are below 128 in size: a few units in the last place of that, for sin and cos of rounded pi.
  expect(worstDifference(result.data, tensor(dtype, shape, entries).data)).toBeLessThanOrEqual(
    4 * slack * machineEpsilon[dtype] * Math.max(1, ...entries.filter(Number.isFinite).map(Math.abs)),
  );
}
