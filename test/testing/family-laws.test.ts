import fc from 'fast-check';
import { exactIsNumeric, familyPoints, lawProperty } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { bernoulli } from '../../src/families/index.ts';
import { wrongIn } from '../conformance/wrong-engine.ts';

const family = bernoulli();
const cases = familyPoints(family).map((point) => ({ family, point }));

it('closed forms are the numbers of the reference engine', async () => {
  await fc.assert(lawProperty(exactIsNumeric(referenceEngine), cases), { numRuns: 10 });
});

it('and not those of an engine that multiplies wrongly: the quantity is named', async () => {
  const law = exactIsNumeric(wrongIn('multiply'));
  const [point] = fc.sample(cases, { numRuns: 1, seed: 1 });
  expect(await law.violation(point!)).toMatch(/metric of bernoulli is off by/);
});
