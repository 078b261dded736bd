import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import {
  denseOperator,
  drawTargets,
  observedInformation,
  outputFactors,
  outputsAt,
  sampleMean,
} from '../../src/methods/index.ts';
import { matrixOf, sampleWith } from './sample-factors.ts';
import { sampleModel } from './sample-immersions.ts';

describe('both estimators from targets that the model draws', () => {
  test.each(['categorical', 'poisson', 'normal-learned-variance'] as const)(
    'average to the exact Fisher matrix of a %s head, with its diagonal within four standard errors',
    async (head) => {
      const point = sampleWith(head, 2);
      const exact = (await matrixOf(point, { kind: 'exact' })).diagonal();
      const h = await outputsAt(point, referenceEngine);
      const groups = 10;
      const found: number[][][] = [[], []];
      for (let seed = 0; seed < groups; seed += 1) {
        found[0]!.push((await matrixOf(point, { kind: 'monte-carlo', draws: 40, seed })).diagonal());
        const targets = drawTargets(point.model.head, h, 2, { draws: 40, seed });
        const { product } = await observedInformation(point, targets, referenceEngine);
        const hessian = await denseOperator(product, exact.length);
        found[1]!.push(exact.map((_, i) => hessian[i * exact.length + i]!));
      }
      for (const diagonals of found) {
        exact.forEach((entry, i) => {
          const { value, standardError } = sampleMean(diagonals.map((diagonal) => diagonal[i]!));
          expect(Math.abs(value - entry)).toBeLessThan(4.5 * standardError + 1e-9);
        });
      }
    },
  );

  test('are the same for the same seed, and several draws are the mean of single ones', async () => {
    const point = sampleWith('poisson', 3);
    const both = await matrixOf(point, { kind: 'monte-carlo', draws: 2, seed: 3 });
    const h = await outputsAt(point, referenceEngine);
    const targets = drawTargets(point.model.head, h, 2, { draws: 2, seed: 3 });
    const single = await Promise.all(targets.map((y) => matrixOf(point, { kind: 'empirical', targets: y })));
    both.to1DArray().forEach((entry, i) => {
      expect(entry).toBeCloseTo((single[0]!.to1DArray()[i]! + single[1]!.to1DArray()[i]!) / 2, 12);
    });
    const { product } = await observedInformation(point, targets, referenceEngine);
    const hessian = await denseOperator(product, 10);
    const each = await Promise.all(
      targets.map(async (y) => denseOperator((await observedInformation(point, [y], referenceEngine)).product, 10)),
    );
    hessian.forEach((entry, i) => {
      expect(entry).toBeCloseTo((each[0]![i]! + each[1]![i]!) / 2, 12);
    });
    await expect(outputFactors(point, { kind: 'monte-carlo', draws: 0, seed: 1 }, referenceEngine)).rejects.toThrow(
      /1 or more times/,
    );
  });

  test('of the second form at a normal head differ from the first: with no residual it has no variance at all', async () => {
    // h linear in theta: the Hessian of the log-likelihood does not depend on y.
    const point = sampleModel({ widths: [1, 1], head: 'normal', samples: 3, damping: 0 });
    const exact = (await matrixOf(point, { kind: 'exact' })).to1DArray();
    const { product } = await observedInformation(point, [[5, -7, 100]], referenceEngine);
    (await denseOperator(product, 2)).forEach((entry, i) => {
      expect(entry).toBeCloseTo(exact[i]!, 12);
    });
    const first = (await matrixOf(point, { kind: 'empirical', targets: [5, -7, 100] })).to1DArray();
    expect(first[0]).not.toBeCloseTo(exact[0]!, 1);
  });
});
