import { beforeAll, describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import {
  type DenseRows,
  type DiagonalStart,
  denseOperator,
  diagonalBlocks,
  exponentialMap,
  factoredDiagonal,
  factoredTrace,
  fisherEnergy,
  fisherImmersion,
  fisherMetricPoint,
  type GeodesicState,
  hutchinsonTrace,
  type Immersion,
  jacobianDiagonal,
  type Lasting,
  type MetricJetState,
  metricJet,
  movingMetric,
  outputFactors,
  type PartialTrace,
  sampledSpectrum,
  type WeightedEigenvalues,
} from '../../src/methods/index.ts';
import { parameterBlocks } from '../../src/network/index.ts';
import { sampleModel, sampleVectors } from './sample-immersions.ts';

const engine = onnxEngine({ threads: 1 });
const point = sampleModel({ widths: [4, 5, 3], head: 'categorical', samples: 15, damping: 0.1 });
const factors = () => outputFactors(point, { kind: 'monte-carlo', draws: 5, seed: 3 }, engine);
let immersion: Immersion;

beforeAll(async () => {
  immersion = await fisherImmersion(point, engine);
  return () => immersion.dispose();
});

/** A long computation that says its states and fractions goes on from the first, a middle and the last of them. */
function lasting<State>(compute: (options: Lasting<State>) => Promise<unknown>) {
  return async (): Promise<void> => {
    const states: State[] = [];
    const fractions: number[] = [];
    const whole = await compute({
      checkpoint: (state) => states.push(structuredClone(state)),
      progress: (fraction) => fractions.push(fraction),
    });
    expect(states.length).toBeGreaterThan(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    for (const k of [0, Math.floor(states.length / 2), states.length - 1]) {
      let left = 0;
      const again = await compute({
        resume: states[k],
        checkpoint: () => {
          left += 1;
        },
      });
      expect(again).toEqual(whole);
      // What was done is not done again.
      expect(left).toBe(states.length - 1 - k);
    }
  };
}

describe('it goes on from any state as if it had never stopped, bit for bit, and says how far it is:', () => {
  test(
    'rows of a dense operator',
    lasting<DenseRows>((options) => denseOperator(immersion.many.metric, immersion.parameters, options)),
  );
  test(
    'a trace by random vectors',
    lasting<readonly number[]>((options) => hutchinsonTrace(immersion.many.metric, immersion.parameters, options)),
  );
  test(
    'blocks of the diagonal',
    lasting<readonly DenseRows[]>((options) =>
      diagonalBlocks(immersion.many.metric, parameterBlocks(point.model.network), immersion.parameters, options),
    ),
  );
  test(
    'the diagonal of a Jacobian',
    lasting<DiagonalStart>((options) => jacobianDiagonal(immersion, options)),
  );
  test(
    'a trace from factors',
    lasting<PartialTrace>(async (options) => factoredTrace(point, await factors(), engine, options)),
  );
  test(
    'a diagonal from factors',
    lasting<DiagonalStart>(async (options) => factoredDiagonal(point, await factors(), engine, options)),
  );
  test(
    'a sampled spectrum',
    lasting<readonly WeightedEigenvalues[]>(({ progress, ...options }) =>
      sampledSpectrum(immersion, [0.1, 1], {
        ...options,
        seed: 1,
        vectors: 6,
        steps: 10,
        progress: (done, all) => progress?.(done / all),
      }),
    ),
  );
  test(
    'derivatives of the metric',
    lasting<MetricJetState>((options) => {
      const small = sampleModel({ widths: [1, 1, 1], head: 'normal', samples: 4, damping: 0 });
      return metricJet(fisherMetricPoint(small), engine, options);
    }),
  );
  test(
    'a geodesic',
    lasting<GeodesicState>(async (options) => {
      const metric = await movingMetric(fisherEnergy(point), engine);
      return exponentialMap(metric, sampleVectors(point).v, [0.1, 0.3], { ...options, tolerance: 1e-4 });
    }),
  );
});
