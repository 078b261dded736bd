import { EigenvalueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { denseJacobian, fisherImmersion, fisherMatrix, fisherSpectrum } from '../../src/methods/index.ts';
import { publishedFigures, sampleModel } from './sample-immersions.ts';

describe('the spectrum of a Fisher matrix', () => {
  test.each(publishedFigures)(
    'has the published trace, rank, largest eigenvalue and determinant: $widths $head, damping $damping',
    async (figures) => {
      const spectrum = await fisherSpectrum(await fisherImmersion(sampleModel(figures), referenceEngine));
      expect(spectrum.rank).toBe(figures.rank);
      for (const quantity of ['trace', 'lambdaMax', 'logDetMetric'] as const) {
        expect(Math.abs(spectrum[quantity] / figures[quantity] - 1)).toBeLessThan(1e-10);
      }
    },
  );

  test('is that of the dense matrix J^T J', async () => {
    const immersion = await fisherImmersion(
      sampleModel({ widths: [2, 2, 2], head: 'categorical', samples: 6, damping: 0 }),
      referenceEngine,
    );
    const matrix = await fisherMatrix(immersion);
    const jacobian = await denseJacobian(immersion);
    expect(matrix.to2DArray()).toEqual(jacobian.transpose().mmul(jacobian).to2DArray());
    const dense = new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.reverse();
    const { eigenvalues } = await fisherSpectrum(immersion);
    eigenvalues.forEach((value, i) => {
      expect(value).toBeCloseTo(dense[i]!, 13);
    });
  });

  test('counts what fewer samples than parameters leave undetermined, in rank and in the determinant', async () => {
    const point = sampleModel({ widths: [1, 2, 1], head: 'normal', samples: 3, damping: 0 });
    const bare = await fisherSpectrum(await fisherImmersion(point, referenceEngine));
    expect(bare).toMatchObject({ rank: 3, logDetMetric: Number.NEGATIVE_INFINITY });
    expect(bare.eigenvalues).toHaveLength(7);
    const damped = await fisherSpectrum(await fisherImmersion({ ...point, damping: 0.1 }, referenceEngine));
    expect(damped.eigenvalues).toEqual(bare.eigenvalues);
    expect(damped.logDetMetric).toBeCloseTo(
      bare.eigenvalues.reduce((sum, value) => sum + Math.log(value + 0.1), 0),
      12,
    );
  });
});
