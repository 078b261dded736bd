import { expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import {
  diagonalBlocks,
  factoredDiagonal,
  factoredImmersionPoint,
  fisherMatrix,
  immerse,
  jacobianDiagonal,
  outputFactors,
} from '../../src/methods/index.ts';
import { parameterBlocks } from '../../src/network/index.ts';
import { sampleWith } from './sample-factors.ts';

test.each([{ kind: 'exact' }, { kind: 'monte-carlo', draws: 3, seed: 1 }] as const)(
  'diagonal and blocks are those of the dense matrix: $kind',
  async (kind) => {
    const point = sampleWith('gamma', 5);
    const factors = await outputFactors(point, kind, referenceEngine);
    const immersion = await immerse(factoredImmersionPoint(point, factors), referenceEngine);
    const matrix = await fisherMatrix(immersion);
    (await factoredDiagonal(point, factors, referenceEngine)).forEach((entry, i) => {
      expect(entry).toBeCloseTo(matrix.get(i, i), 12);
    });
    (await jacobianDiagonal(immersion)).forEach((entry, i) => {
      expect(entry).toBeCloseTo(matrix.get(i, i), 12);
    });
    const blocks = parameterBlocks(point.model.network);
    const found = await diagonalBlocks(immersion.many.metric, blocks, 10);
    expect(found.map(({ name, start, size }) => ({ name, start, size }))).toEqual(blocks);
    for (const { start, size, matrix: block } of found)
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) expect(block[i * size + j]).toBeCloseTo(matrix.get(start + i, start + j), 12);
  },
);
