import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import {
  denseJacobian,
  fisherImmersion,
  fisherSpectrum,
  outputKernel,
  symmetricEigenvalues,
  tangentKernel,
} from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

describe.each([9, 3])('the tangent kernel of a 2-3-2 network (17 parameters) on %d samples', (samples) => {
  const point = sampleModel({ widths: [2, 3, 2], head: 'normal', samples, damping: 0 });

  test('is J J^T of the outputs', async () => {
    const { matrix } = await tangentKernel(point, referenceEngine);
    const jacobian = await denseJacobian(await fisherImmersion(point, referenceEngine));
    jacobian
      .mmul(jacobian.transpose())
      .to1DArray()
      .forEach((entry, i) => {
        expect(matrix![i]).toBeCloseTo(samples * entry, 11);
      });
  });

  test('has samples times the spectrum of the Fisher matrix of the unit normal head', async () => {
    const spectrum = (await tangentKernel(point, referenceEngine)).eigenvalues;
    const { eigenvalues } = await fisherSpectrum(await fisherImmersion(point, referenceEngine));
    for (let i = 0; i < Math.min(17, 2 * samples); i += 1)
      expect(spectrum[i]).toBeCloseTo(samples * eigenvalues[i]!, 10);
    expect(spectrum.length).toBe(2 * samples);
    // Another head has another metric.
    const softmax = {
      ...point,
      model: sampleModel({ widths: [2, 3, 2], head: 'categorical', samples, damping: 0 }).model,
    };
    const other = await fisherSpectrum(await fisherImmersion(softmax, referenceEngine));
    expect(other.eigenvalues[0]! / eigenvalues[0]!).not.toBeCloseTo(1, 1);
  });

  test('has the same spectrum from the smaller Gram matrix, which is the one computed', async () => {
    const [full, small] = [
      await tangentKernel(point, referenceEngine),
      await tangentKernel(point, referenceEngine, 'spectrum'),
    ];
    expect(small.matrix === null).toBe(2 * samples > 17);
    full.eigenvalues.forEach((value, i) => {
      expect(small.eigenvalues[i]).toBeCloseTo(value, 10);
    });
  });

  test('has the kernels of single outputs as blocks, which sum to the trace', async () => {
    const { matrix } = await tangentKernel(point, referenceEngine);
    const first = outputKernel(matrix!, samples, 2, 0);
    expect(first[1]).toBe(matrix![2]); // samples 0 and 1, output 0
    expect(outputKernel(matrix!, samples, 2, 1)[0]).toBe(matrix![2 * samples + 1]);
    const trace = [0, 1].flatMap((c) => [...symmetricEigenvalues(outputKernel(matrix!, samples, 2, c), samples)]);
    const whole = (await tangentKernel(point, referenceEngine)).eigenvalues;
    expect(trace.reduce((a, b) => a + b)).toBeCloseTo(
      whole.reduce((a, b) => a + b),
      9,
    );
  });
});
