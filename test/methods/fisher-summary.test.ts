import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  denseOperator,
  fisherImmersion,
  fisherSpectrum,
  fisherSummary,
  hutchinsonTrace,
} from '../../src/methods/index.ts';
import { publishedFigures, sampleModel } from './sample-immersions.ts';

describe('the summary of a Fisher matrix', () => {
  test('refuses outputs that overflow', async () => {
    const sample = sampleModel({ widths: [2, 2], head: 'poisson', samples: 3, damping: 0.1 });
    const point = { ...sample, theta: Float64Array.from(sample.theta, () => 1e4) };
    const summary = fisherImmersion(point, referenceEngine).then((immersion) => fisherSummary(immersion));
    await expect(summary).rejects.toThrow(DomainError);
    await expect(summary).rejects.toThrow(/overflow/);
  });

  test.each(publishedFigures)('has the published figures of $widths $head, damping $damping', async (figures) => {
    const summary = await fisherSummary(await fisherImmersion(sampleModel(figures), referenceEngine));
    expect(summary).toMatchObject({ rank: figures.rank, traceError: null });
    expect(summary.trace).toBeCloseTo(figures.trace, 11);
    expect(summary.lambdaMax).toBeCloseTo(figures.lambdaMax, 11);
    expect(summary.logDetMetric).toBeCloseTo(figures.logDetMetric, 9);
  });

  // 215 parameters; 200 numbers of output: the Gram matrix of the outputs is the smaller one.
  const point = sampleModel({ widths: [3, 25, 4], head: 'categorical', samples: 50, damping: 0.1 });

  test('from the smaller Gram matrix agrees with singular values, up to rounding of squares', async () => {
    const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
    const [summary, plain] = [await fisherSummary(immersion), await fisherSpectrum(immersion)];
    // 204 = 4 x 25 + 25 x 4 + 4 parameters; 50 samples of 4 - 1 free probabilities bound the rank.
    expect(summary).toMatchObject({ parameters: 204, ambient: 200, rankBound: 200, traceError: null });
    expect(summary.trace).toBeCloseTo(plain.trace, 12);
    expect(summary.lambdaMax).toBeCloseTo(plain.lambdaMax, 12);
    expect(summary.logDetMetric).toBeCloseTo(plain.logDetMetric, 9);
    summary.eigenvalues!.forEach((value, i) => {
      expect(value).toBeCloseTo(plain.eigenvalues[i]!, 12);
    });
  });

  test('of a large one has no rank but a bound, a trace with its error, and the largest eigenvalue', async () => {
    const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
    const [large, exact] = [await fisherSummary(immersion, { exact: 150 }), await fisherSummary(immersion)];
    expect(large).toMatchObject({ rank: null, rankBound: 200, logDetMetric: null, eigenvalues: null });
    expect(large.lambdaMax / exact.lambdaMax).toBeCloseTo(1, 9);
    expect(Math.abs(large.trace - exact.trace)).toBeLessThan(3 * large.traceError!);
    expect(large.traceError!).toBeLessThan(exact.trace / 3);
    const told = await fisherSummary(immersion, { exact: 150, trace: async () => 7 });
    expect(told).toMatchObject({ trace: 7, traceError: null });
  });
});

test('the trace by random vectors has the error 2 |A|^2 / n of its mean', async () => {
  const diagonal = [5, 1, 0.2];
  const operator = async (vectors: readonly ArrayLike<number>[]) =>
    vectors.map((v) => Float64Array.from(v, (x, i) => diagonal[i]! * x));
  const { value, standardError } = await hutchinsonTrace(operator, 3, { vectors: 1000 });
  const expected = Math.sqrt((2 * diagonal.reduce((sum, x) => sum + x * x, 0)) / 1000);
  expect(Math.abs(value - 6.2)).toBeLessThan(4 * expected);
  // Squares of normal draws have kurtosis 15: the standard error of 1000 is known to sqrt(14 / 4 / 1000), 6 %.
  expect(Math.abs(standardError / expected - 1)).toBeLessThan(0.24);
  expect([...(await denseOperator(operator, 3))]).toEqual([5, 0, 0, 0, 1, 0, 0, 0, 0.2]);
});
