import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { meanings } from '../../src/engine/reference/rules.ts';
import type { Primitive } from '../../src/program/index.ts';
import { worstDifference } from './agreement.ts';
import { conformanceProperty, describeConformance } from './describe-conformance.ts';
import { handCases } from './hand-cases.ts';
import { wrongIn } from './wrong-engine.ts';

describeConformance(referenceEngine);
describeConformance(onnxEngine());

test.each(Object.keys(meanings) as Primitive[])(
  'an engine that computes %s wrongly does not conform',
  async (wrong) => {
    // The first wrong value ends the run: no shrinking.
    const outcome = await fc.check(conformanceProperty(wrongIn(wrong), 'float64', 1), {
      numRuns: 150,
      endOnFailure: true,
    });
    expect(outcome.failed).toBe(true);
  },
);

test('an engine without a primitive conforms as far as it goes', async () => {
  const lacks = { exp: 'a planted gap' } as const;
  const partial: Engine = { ...wrongIn('exp'), name: 'partial', lacks };
  const outcome = await fc.check(conformanceProperty(partial, 'float64', 1), { numRuns: 50 });
  expect(outcome.failed).toBe(false);
});

test('there is a hand case for every primitive, and no difference passes as none', () => {
  expect(Object.keys(handCases).sort()).toEqual(Object.keys(meanings).sort());
  expect(worstDifference([Number.NaN], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
});
