import { describe, expect, test } from 'vitest';
import { referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import {
  estimateScalarCurvature,
  fisherImmersion,
  fisherSpectrum,
  mnistExperiment,
  type TrainingExperiment,
  type TrainingGeometryProgress,
  type TrainingGeometrySettings,
  trainingGeometry,
} from '../../src/methods/index.ts';
import {
  categoricalHead,
  type DataSet,
  denseNetwork,
  firstSamples,
  initialParameters,
  mnist,
  randomSource,
} from '../../src/network/index.ts';

/** Two overlapping clouds on a line: something to learn, in milliseconds. */
function clouds(count: number, seed: number): DataSet {
  const random = randomSource(seed);
  const labels = Uint8Array.from({ length: count }, (_, n) => n % 2);
  const inputs = Float64Array.from(labels, (label) => 2 * label - 1 + 0.5 * random.normal());
  return { name: 'clouds', count, features: 1, classes: 2, inputs, labels };
}

const settings: TrainingGeometrySettings = {
  widths: [1, 3, 2],
  epochs: 6,
  batch: 10,
  rate: 0.05,
  seed: 4,
  checkpoints: [1, 2.5],
  curvature: { images: 8, damping: 0.1, draws: 4, tolerance: 1e-8 },
  dtype: 'float64',
};
const experiment: TrainingExperiment = { settings, training: clouds(40, 1), test: clouds(30, 2) };

describe('the geometry of training', () => {
  test('is measured at the start, at the checkpoints and at the end', async () => {
    const stages: TrainingGeometryProgress[] = [];
    const result = await trainingGeometry(experiment, referenceEngine, (state) => stages.push(state));
    expect(result.history.map(({ step }) => step)).toEqual([0, 4, 10, 24]);
    expect(result.history.map(({ epoch }) => epoch)).toEqual([0, 1, 2.5, 6]);
    expect(result.batchLosses).toHaveLength(24);
    expect(result).toMatchObject({ parameters: 14, trainingSamples: 40, testSamples: 30, settings });
    const [first, last] = [result.history[0]!, result.history.at(-1)!];
    expect(last.loss).toBeLessThan(first.loss);
    expect(last.testAccuracy).toBeGreaterThan(0.9);
    expect([...new Set(stages.map(({ stage }) => stage))]).toEqual([
      'curvature before training',
      'training',
      'curvature after training',
    ]);
    for (const { step, steps } of stages) expect(step).toBeLessThanOrEqual(steps);
  });

  test('starts from the quantities of the untrained network', async () => {
    const { history, curvature } = await trainingGeometry(
      { ...experiment, settings: { ...settings, epochs: 0 } },
      referenceEngine,
    );
    const model = { network: denseNetwork(settings.widths), head: categoricalHead() };
    const theta = initialParameters(model.network, randomSource(settings.seed, 0));
    const { inputs } = experiment.training;
    const point = { model, theta, inputs, samples: 40, damping: 0.1, dtype: 'float64' } as const;
    const { trace } = await fisherSpectrum(await fisherImmersion(point, referenceEngine));
    expect(history).toHaveLength(1);
    expect(history[0]!.trueFisherTrace).toBeCloseTo(trace, 12);
    const few = await fisherImmersion({ ...point, inputs: inputs.subarray(0, 8), samples: 8 }, referenceEngine);
    const estimate = await estimateScalarCurvature(few, { draws: 4, seed: settings.seed, tolerance: 1e-8 });
    expect(curvature.before).toEqual(estimate);
    expect(curvature.after).toEqual(estimate);
  });

  test('is the same for the same seed, and on either engine to rounding', async () => {
    const here = await trainingGeometry(experiment, referenceEngine);
    expect(await trainingGeometry(experiment, referenceEngine)).toEqual(here);
    const there = await trainingGeometry(experiment, onnxEngine());
    expect(there.history.at(-1)!.trueFisherTrace).toBeCloseTo(here.history.at(-1)!.trueFisherTrace, 9);
    expect(there.curvature.after.value / here.curvature.after.value).toBeCloseTo(1, 6);
  });

  test('on MNIST takes the first 2,000 and 1,000 images, and settings may be changed one by one', () => {
    const mnistRun = mnistExperiment({ seed: 5 });
    expect(mnistRun.settings).toMatchObject({ seed: 5, widths: [784, 32, 10] });
    expect([mnistRun.training.count, mnistRun.test.count]).toEqual([2000, 1000]);
  });
});

describe('a few steps on real images', () => {
  test('raise the accuracy far above chance and give a curvature in both number formats', async () => {
    const few = { ...mnistExperiment().settings, widths: [784, 8, 10], epochs: 4, checkpoints: [] };
    const run = (dtype: 'float64' | 'float32') =>
      trainingGeometry(
        {
          settings: { ...few, dtype, curvature: { images: 20, damping: 0.1, draws: 4, tolerance: 1e-4 } },
          training: mnist('train', 1000),
          test: firstSamples(mnist('test'), 500),
        },
        onnxEngine(),
      );
    const [double, single] = [await run('float64'), await run('float32')];
    expect(double.history.at(-1)!.testAccuracy).toBeGreaterThan(0.6);
    // Eighty steps of float32 leave about 1e-7 each; the curvature is of second derivatives and solves to 1e-4.
    expect(single.history.at(-1)!.loss / double.history.at(-1)!.loss).toBeCloseTo(1, 3);
    expect(single.curvature.before.value / double.curvature.before.value).toBeCloseTo(1, 2);
  });
});
