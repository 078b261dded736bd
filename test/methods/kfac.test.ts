import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { kroneckerBlock, kroneckerFactors, outputFactors } from '../../src/methods/index.ts';
import { matrixOf, sampleWith } from './sample-factors.ts';

describe('Kronecker factors', () => {
  test('give the exact blocks for a single sample', async () => {
    const point = sampleWith('categorical', 1);
    const exact = await matrixOf(point, { kind: 'exact' });
    const factors = await outputFactors(point, { kind: 'exact' }, referenceEngine);
    let start = 0;
    for (const factor of await kroneckerFactors(point, factors, referenceEngine)) {
      const side = factor.inputSide * factor.outputSide;
      const block = kroneckerBlock(factor);
      for (let i = 0; i < side; i += 1)
        for (let j = 0; j < side; j += 1) expect(block[i * side + j]).toBeCloseTo(exact.get(start + i, start + j), 12);
      start += side;
    }
    expect(start).toBe(10);
  });

  test('have the trace tr A tr B, and are no exact blocks for many samples', async () => {
    const point = sampleWith('categorical', 6);
    const exact = await matrixOf(point, { kind: 'exact' });
    const factors = await outputFactors(point, { kind: 'exact' }, referenceEngine);
    const [first] = await kroneckerFactors(point, factors, referenceEngine);
    const block = kroneckerBlock(first!);
    expect(block[0]).not.toBeCloseTo(exact.get(0, 0), 3);
    // A of the first layer is the mean of (x, 1)(x, 1)^T.
    const mean = (f: (x: number) => number) => Array.from(point.inputs).reduce((sum, x) => sum + f(x) / 6, 0);
    expect(first!.inputs[0]).toBeCloseTo(
      mean((x) => x * x),
      13,
    );
    expect(first!.inputs[1]).toBeCloseTo(
      mean((x) => x),
      13,
    );
    expect(first!.inputs[3]).toBeCloseTo(1, 13);
  });
});
