import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  definitionCurvature,
  estimateScalarCurvature,
  type FisherPoint,
  fisherImmersion,
  fisherMatrix,
  fisherMetricPoint,
  frameCurvature,
  gaussCurvature,
  osculatingFrame,
} from '../../src/methods/index.ts';
import { headByName, headGeometry, learnedVarianceHead } from '../../src/network/index.ts';
import { sampleModel, sampleVectors } from './sample-immersions.ts';

function sample(
  head: 'normal-learned-variance' | 'gamma' | 'beta' | 'negative-binomial',
  samples: number,
): FisherPoint {
  const point = sampleModel({ widths: [1, 2, 2], head: 'normal', samples, damping: 0.1 });
  return { ...point, model: { ...point.model, head: headByName(head) } };
}

describe('a head without a flat embedding', () => {
  test('has the published curvature and trace: 1-2-2, learned variance, N = 6, damping 0.1', async () => {
    // -57.1824074 and 1.63323785, computed elsewhere both by this formula and from derivatives of the metric.
    const point = sample('normal-learned-variance', 6);
    const immersion = await fisherImmersion(point, referenceEngine);
    expect((await gaussCurvature(immersion)).scalar / -57.1824074).toBeCloseTo(1, 8);
    expect((await fisherMatrix(immersion)).trace()).toBeCloseTo(1.63323785, 8);
    const flat = { ...immersion, ambientCurvature: () => 0 };
    expect((await gaussCurvature(flat)).scalar / -57.1824074).not.toBeCloseTo(1, 2);
  });

  test.each(['normal-learned-variance', 'gamma', 'beta', 'negative-binomial'] as const)(
    'has the curvatures of the definition: %s',
    async (head) => {
      const point = sample(head, 5);
      const { v, w } = sampleVectors(point);
      const query = { plane: [v, w], direction: w } as const;
      const definition = await definitionCurvature(fisherMetricPoint(point), referenceEngine, query);
      const gauss = await gaussCurvature(await fisherImmersion(point, referenceEngine), query);
      for (const quantity of ['scalar', 'sectional', 'ricci'] as const) {
        expect(definition[quantity]! / gauss[quantity]!).toBeCloseTo(1, 8);
      }
    },
  );

  test('is estimated without any matrix within three standard errors', async () => {
    const immersion = await fisherImmersion({ ...sample('gamma', 5), damping: 1 }, referenceEngine);
    const { scalar } = await gaussCurvature(immersion);
    const estimate = await estimateScalarCurvature(immersion, { draws: 50, seed: 4 });
    expect(Math.abs(estimate.value - scalar)).toBeLessThan(3 * estimate.standardError);
    expect(estimate.standardError).toBeLessThan(Math.abs(scalar) / 2);
  });
});

describe('the osculating frame', () => {
  const z = [0.3, -0.4, 1, 2];
  const { frame, curvature } = osculatingFrame(headGeometry(learnedVarianceHead(), 2), z);

  test('is a root of the metric of each row', () => {
    [0, 1].forEach((row) => {
      const [z1, z2] = [z[2 * row]!, z[2 * row + 1]!];
      const [a, b, , d] = frame.slice(4 * row, 4 * row + 4) as unknown as [number, number, number, number];
      expect(frame[4 * row + 2]).toBe(0);
      expect(a * a).toBeCloseTo(Math.exp(-z2) / 2, 13);
      expect(a * b).toBeCloseTo((-z1 * Math.exp(-z2)) / 2, 13);
      expect(b * b + d * d).toBeCloseTo((z1 * z1 * Math.exp(-z2)) / 2 + 1 / 2, 13);
    });
  });

  test('has cumulants that give the hyperbolic plane of the normal family: R(x, y, x, y) = -area^2 / 2, row by row', () => {
    // Scalar curvature -1, so sectional curvature -1/2.
    const [x, y] = [
      [1, 2, 0, 0],
      [-1, 0.5, 3, 1],
    ];
    expect(frameCurvature(curvature, 2, x!, y!)).toBeCloseTo(-(2.5 ** 2) / 2, 12);
    expect(frameCurvature(curvature, 2, x!, x!)).toBeCloseTo(0, 12);
  });

  test('is refused where exponentials leave the range of doubles', () => {
    expect(() => osculatingFrame(headGeometry(learnedVarianceHead(), 2), [0, 800])).toThrow(DomainError);
  });
});
