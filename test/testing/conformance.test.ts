import fc from 'fast-check';
import { conformanceFailures, conformanceProperty, primitives, supportedPrimitives } from 'fisher-rao/testing';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { wrongIn } from '../conformance/wrong-engine.ts';

test.each(primitives)('an engine that computes %s wrongly does not conform', async (wrong) => {
  // The first wrong value ends the run: no shrinking.
  const outcome = await fc.check(conformanceProperty(wrongIn(wrong), 'float64', 1), {
    numRuns: 150,
    endOnFailure: true,
  });
  expect(outcome.failed).toBe(true);
});

test('an engine with a declared gap conforms as far as it goes, and does not without the declaration', async () => {
  const gap = wrongIn('exp');
  const declared: Engine = { ...gap, lacks: { exp: 'a planted gap' } };
  expect(supportedPrimitives(declared)).toHaveLength(primitives.length - 1);
  expect(await conformanceFailures(declared, { numRuns: 30 })).toEqual([]);
  const failures = await conformanceFailures(gap, { numRuns: 30 });
  expect(failures[0]).toMatch(/^float64 exp: exp gives/);
  expect(failures[1]).toMatch(/^float64 generated programs: Property failed/);
});
