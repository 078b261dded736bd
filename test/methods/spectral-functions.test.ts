import { describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { InputError } from '../../src/errors.ts';
import { exactDampedSpectra, fisherImmersion, fisherSpectrum, sampledSpectrum } from '../../src/methods/index.ts';
import { sampleModel } from './sample-immersions.ts';

const dampings = [0.001, 0.1, 10];

test('the effective dimension of eigenvalues is the sum of lambda / (lambda + damping), the rank without damping', () => {
  const [none, half] = exactDampedSpectra([3, 0.5, 0], [0, 0.5]);
  expect(none!.effectiveDimension.value).toBe(2);
  expect(none!.logDet.value).toBe(Number.NEGATIVE_INFINITY);
  expect(half!.effectiveDimension.value).toBeCloseTo(3 / 3.5 + 1 / 2, 14);
  expect(half!.logDet.value).toBeCloseTo(Math.log(3.5) + Math.log(1) + Math.log(0.5), 14);
  expect(half!.effectiveDimension.standardError).toBeNull();
});

// More outputs than parameters, and fewer: the quadrature runs in R^p and in R^M.
describe.each([60, 12])('the sampled spectrum on %d samples', (samples) => {
  const point = sampleModel({ widths: [3, 8, 4], head: 'categorical', samples, damping: 0.1 });

  test('comes within three standard errors of the exact one', async () => {
    const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
    const { eigenvalues, trace, lambdaMax } = await fisherSpectrum(immersion);
    const exact = exactDampedSpectra(eigenvalues, dampings);
    const sampled = await sampledSpectrum(immersion, dampings, { seed: 1, vectors: 40, steps: 30 });
    expect(Math.abs(sampled.trace.value - trace)).toBeLessThan(3 * sampled.trace.standardError);
    expect(sampled.largest[0]! / lambdaMax).toBeCloseTo(1, 6);
    sampled.largest.forEach((value, k) => {
      expect(value / eigenvalues[k]!).toBeCloseTo(1, 4);
    });
    sampled.damped.forEach(({ effectiveDimension, logDet, damping }, k) => {
      expect(damping).toBe(dampings[k]);
      for (const [estimate, value] of [
        [effectiveDimension, exact[k]!.effectiveDimension.value],
        [logDet, exact[k]!.logDet.value],
      ] as const) {
        expect(Math.abs(estimate.value - value)).toBeLessThan(3 * estimate.standardError!);
        expect(estimate.standardError!).toBeLessThan(0.2 * Math.abs(value) + 0.05);
      }
    });
    for (const { below, share } of sampled.cumulative.slice(6)) {
      const expected = eigenvalues.filter((value) => value < below).length / eigenvalues.length;
      // A Gauss quadrature smooths a step over one of its nodes.
      expect(Math.abs(share.value - expected)).toBeLessThan(4 * share.standardError + 0.05);
    }
  });
});

test('what cannot be sampled is refused', async () => {
  const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 3, damping: 0 });
  const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
  await expect(sampledSpectrum(immersion, [0], { seed: 1 })).rejects.toThrow(InputError);
  await expect(sampledSpectrum(immersion, [1], { seed: 1, vectors: 1 })).rejects.toThrow(/2 or more/);
});
