import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { meanings } from '../../src/engine/reference/rules.ts';
import type { Primitive } from '../../src/program/index.ts';
import { worstDifference } from './agreement.ts';
import { describeConformance } from './describe-conformance.ts';
import { handCases } from './hand-cases.ts';
import { conformanceFailures, conformanceProperty } from './hold-to-reference.ts';
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

test('an engine with a declared gap conforms as far as it goes, and does not without the declaration', async () => {
  const gap = wrongIn('exp');
  const declared: Engine = { ...gap, lacks: { exp: 'a planted gap' } };
  expect(await conformanceFailures(declared, { numRuns: 30 })).toEqual([]);
  const failures = await conformanceFailures(gap, { numRuns: 30 });
  expect(failures[0]).toMatch(/^float64 exp: exp gives/);
  expect(failures[1]).toMatch(/^float64 generated programs: Property failed/);
});

test('there is a hand case for every primitive, and no difference passes as none', () => {
  expect(Object.keys(handCases).sort()).toEqual(Object.keys(meanings).sort());
  expect(worstDifference([Number.NaN], [1])).toBe(Number.POSITIVE_INFINITY);
  expect(worstDifference([1, 2], [1])).toBe(Number.POSITIVE_INFINITY);
});
