import fc from 'fast-check';
import {
  applied,
  type Conformance,
  conformanceProperty,
  handCases,
  holdHandCases,
  primitives,
  supportedPrimitives,
} from 'fisher-rao/testing';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import type { Program } from '../../src/program/index.ts';

/**
 * Registers the tests that every engine passes in each of its dtypes: for every primitive the values worked out by hand,
 * and generated programs against the reference engine, within tolerances that follow from dtype and depth. Only what
 * the engine declares as unsupported is left out, and that must be refused.
 */
export function describeConformance(engine: Engine, { slack = 1, numRuns = 150 }: Conformance = {}): void {
  describe.each([...engine.dtypes])(`engine ${engine.name} in %s`, (dtype) => {
    test.each(supportedPrimitives(engine))('%s has the values worked out by hand', async (primitive) => {
      await holdHandCases(engine, dtype, primitive, slack);
    });

    test('generated programs have the reference values within the error their operations allow', async () => {
      await fc.assert(conformanceProperty(engine, dtype, slack), { numRuns });
    });
  });

  test(`engine ${engine.name} refuses the number formats and primitives that it does not have, and says which engine has them`, async () => {
    for (const [program, message] of refusals(engine)) {
      const attempt = engine.compile(program);
      await expect(attempt).rejects.toThrow(UnsupportedError);
      await expect(attempt).rejects.toThrow(message);
    }
  });
}

/** Programs that the engine cannot run by its own declaration, with what its error must say. */
function refusals(engine: Engine): [Program, RegExp][] {
  const formats = (['float64', 'float32'] as const)
    .filter((dtype) => !engine.dtypes.includes(dtype))
    .map((dtype): [Program, RegExp] => [applied('exp', handCases.exp[0]!, dtype), new RegExp(`${dtype}.*engine`, 's')]);
  const supported = supportedPrimitives(engine);
  const gaps = primitives
    .filter((primitive) => !supported.includes(primitive))
    .map((primitive): [Program, RegExp] => [
      applied(primitive, handCases[primitive][0]!, engine.dtypes[0]!),
      new RegExp(`${primitive}.*engine`, 's'),
    ]);
  return [...formats, ...gaps];
}
