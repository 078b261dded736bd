import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { factoredTrace, fisherImmersion, fisherMatrix, outputFactors } from '../../src/methods/index.ts';
import { headNames } from '../../src/network/index.ts';
import { matrixOf, sampleWith } from './sample-factors.ts';

describe.each(headNames)('output factors of a %s head', (head) => {
  test('of the exact kind give the Fisher matrix of the head, and its trace without any matrix', async () => {
    const point = sampleWith(head);
    const exact = await fisherMatrix(await fisherImmersion(point, referenceEngine));
    const factored = await matrixOf(point, { kind: 'exact' });
    exact.to1DArray().forEach((entry, i) => {
      expect(factored.to1DArray()[i]).toBeCloseTo(entry, 11);
    });
    const factors = await outputFactors(point, { kind: 'exact' }, referenceEngine);
    expect(await factoredTrace(point, factors, referenceEngine)).toBeCloseTo(exact.trace(), 11);
  });
});
