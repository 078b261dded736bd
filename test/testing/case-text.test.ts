import fc from 'fast-check';
import { exactManifold, exactModel, normal } from 'fisher-rao';
import { familyPoints, lawProperty, manifoldsAtPoint, measuredExactly, positiveDefinite } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { caseText } from '../../src/testing/case-text.ts';

it('a manifold that breaks a law is told by its metric, without the functions that it is made of', async () => {
  const negated = manifoldsAtPoint(2).map((manifold) => {
    const { field, geometry } = manifold;
    const metric = { rank: 2, at: ([i, j]: readonly number[]) => field.fromInteger(i === j ? i - 1 : 0) };
    return { ...manifold, geometry: { ...geometry, metric } };
  });
  const error = await fc
    .assert(lawProperty(positiveDefinite, negated), { numRuns: 1 })
    .catch((thrown: Error) => thrown);
  const message = (error as Error).message;
  expect(message).toContain('Counterexample: [{"coordinates":["x","y"],"metric":[[-1,0],[0,0]]}]');
  expect(message).not.toContain('=>');
});

it('closed forms, families and rational numbers are told as one writes them', () => {
  const family = normal();
  const { metric } = JSON.parse(caseText(measuredExactly(exactManifold(exactModel(family)))));
  expect(metric[1]).toEqual(['0', '2 / sigma ^ 2']);
  expect(caseText({ family })).toBe('{"family":"the family normal"}');
  const [point] = fc.sample(familyPoints(family), { numRuns: 1, seed: 1 });
  expect(caseText(point)).toMatch(/^\{"mu":.*,"sigma":.*\}$/);
  expect(caseText({ numerator: 1, denominator: 2 })).toBe('"1/2"');
});

it('what is plain stays as it is, lists of numbers are lists, and circles end', () => {
  expect(caseText([1, 'a', null, Float64Array.of(1, 2)])).toBe('[1,"a",null,[1,2]]');
  const circle: { inner?: unknown } = {};
  circle.inner = circle;
  expect(caseText(circle)).toBe('{"inner":"..."}');
});
