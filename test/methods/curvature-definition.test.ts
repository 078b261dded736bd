import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { DomainError } from '../../src/errors.ts';
import {
  definitionCurvature,
  fisherImmersion,
  fisherMatrix,
  fisherMetricPoint,
  gaussCurvature,
  immerse,
  inducedMetricPoint,
  metricJet,
} from '../../src/methods/index.ts';
import { dampedParaboloid, publishedFigures, sampleModel, sampleVectors, sphere } from './sample-immersions.ts';

describe('curvature by the definition', () => {
  test('is +2 / radius^2 on a sphere, with sectional curvature half of that', async () => {
    const query = {
      plane: [
        [1, 0],
        [1, 1],
      ],
      direction: [2, 0],
    } as const;
    const curvature = await definitionCurvature(inducedMetricPoint(sphere([1, 0.4], 2)), referenceEngine, query);
    expect(curvature.scalar).toBeCloseTo(0.5, 12);
    expect(curvature.sectional).toBeCloseTo(0.25, 12);
    expect(curvature.ricci).toBeCloseTo(4, 12);
  });

  test.each([1, -1] as const)('of a damped map is that of its graph, sign %d', async (sign) => {
    const curvature = await definitionCurvature(
      inducedMetricPoint(dampedParaboloid([0.3, -0.5], sign, 0.2)),
      referenceEngine,
    );
    expect(curvature.scalar).toBeCloseTo((2 * sign) / (0.2 + 0.09 + 0.25) ** 2, 10);
  });

  test.each(publishedFigures.slice(0, 2))(
    'reproduces the published curvatures of $widths $head, damping $damping',
    async (figures) => {
      const point = sampleModel(figures);
      const { v, w } = sampleVectors(point);
      const curvature = await definitionCurvature(fisherMetricPoint(point), onnxEngine(), {
        plane: [v, w],
        direction: v,
      });
      for (const quantity of ['scalar', 'sectional', 'ricci'] as const) {
        expect(Math.abs(curvature[quantity]! / figures[quantity] - 1)).toBeLessThan(1e-8);
      }
    },
  );

  test.each([
    { widths: [1, 2, 1], head: 'normal', samples: 12, damping: 0.01, scalar: -566.362066 },
    { widths: [1, 2, 2], head: 'categorical', samples: 12, damping: 0.3, scalar: -8.2103643 },
  ] as const)(
    'agrees with differences of the metric and with the Gauss equation on $widths $head: $scalar',
    async ({ scalar, ...parts }) => {
      const point = sampleModel(parts);
      const { v, w } = sampleVectors(point);
      const query = { plane: [v, w], direction: w } as const;
      const definition = await definitionCurvature(fisherMetricPoint(point), referenceEngine, query);
      const gauss = await gaussCurvature(await fisherImmersion(point, referenceEngine), query);
      expect(Math.abs(definition.scalar / scalar - 1)).toBeLessThan(2e-9);
      for (const quantity of ['scalar', 'sectional', 'ricci'] as const) {
        expect(definition[quantity]! / gauss[quantity]!).toBeCloseTo(1, 8);
      }
    },
  );

  test('is refused on a saturated network, where inverting the metric leaves rounding alone', async () => {
    const point = sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 4, damping: 0 });
    await expect(definitionCurvature(fisherMetricPoint(point), referenceEngine)).rejects.toThrow(DomainError);
    await expect(definitionCurvature(fisherMetricPoint(point), referenceEngine)).rejects.toThrow(/Gauss equation/);
  });

  test('is refused on a singular metric', async () => {
    const point = sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 2, damping: 0 });
    await expect(definitionCurvature(fisherMetricPoint(point), referenceEngine)).rejects.toThrow(DomainError);
  });
});

describe('the jet of a metric', () => {
  test('holds the damped Fisher matrix and derivatives that difference quotients approach', async () => {
    const point = sampleModel({ widths: [1, 2, 2], head: 'categorical', samples: 5, damping: 0.3 });
    const jet = await metricJet(fisherMetricPoint(point), referenceEngine);
    const at = async (k: number, step: number) => {
      const theta = Float64Array.from(point.theta, (value, i) => (i === k ? value + step : value));
      const matrix = await fisherMatrix(await fisherImmersion({ ...point, theta }, referenceEngine));
      return matrix.to2DArray().map((row, i) => row.map((entry, j) => (i === j ? entry + 0.3 : entry)));
    };
    const h = 1e-3;
    for (const k of [0, 5, 8]) {
      const [behind, here, ahead] = [await at(k, -h), await at(k, 0), await at(k, h)];
      here.forEach((row, i) => {
        row.forEach((entry, j) => {
          expect(jet.metric[i]![j]).toBeCloseTo(entry, 13);
          // Central differences err by h^2 times derivatives of order one.
          expect(jet.first[k]![i]![j]).toBeCloseTo((ahead[i]![j]! - behind[i]![j]!) / (2 * h), 5);
          expect(jet.second[k]![k]![i]![j]).toBeCloseTo((ahead[i]![j]! - 2 * entry + behind[i]![j]!) / h ** 2, 5);
        });
      });
    }
    expect(jet.second[2]![7]).toEqual(jet.second[7]![2]);
  });

  test('does not know the damping beyond the metric itself', async () => {
    const [bare, damped] = [
      await metricJet(inducedMetricPoint(dampedParaboloid([1, 2], 1, 0)), referenceEngine),
      await metricJet(inducedMetricPoint(dampedParaboloid([1, 2], 1, 3)), referenceEngine),
    ];
    expect(damped.first).toEqual(bare.first);
    expect(damped.second).toEqual(bare.second);
    expect(damped.metric).toEqual([
      [bare.metric[0]![0]! + 3, bare.metric[0]![1]],
      [bare.metric[1]![0], bare.metric[1]![1]! + 3],
    ]);
    await expect(
      immerse(dampedParaboloid([1, 2], 1, 3), referenceEngine).then((i) => i.metric([1, 0])),
    ).resolves.toEqual(Float64Array.from(damped.metric[0]!));
  });
});
