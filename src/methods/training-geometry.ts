import type { Engine } from '../engine/index.ts';
import {
  accuracy,
  adam,
  categoricalHead,
  type DataSet,
  denseNetwork,
  firstSamples,
  initialParameters,
  mnist,
  type NetworkModel,
  networkProgram,
  parameterCount,
  randomSource,
  type TrainingState,
  trainingStates,
} from '../network/index.ts';
import { type Dtype, tensor } from '../program/index.ts';
import { type CurvatureEstimate, estimateScalarCurvature } from './curvature-estimate.ts';
import { fisherImmersion } from './fisher-immersion.ts';
import { fisherTraceMeter } from './fisher-trace.ts';
import type { Estimate } from './jackknife.ts';

/** The settings of the experiment: which network, how it is trained, what is measured. */
export interface TrainingGeometrySettings {
  /** Widths of a dense tanh network with a softmax head; the first and last must be those of the data. */
  readonly widths: readonly number[];
  readonly epochs: number;
  readonly batch: number;
  /** Adam's step size. */
  readonly rate: number;
  readonly seed: number;
  /** Epochs after which traces and accuracy are measured, besides the start and the end. */
  readonly checkpoints: readonly number[];
  readonly curvature: CurvatureSettings;
  readonly dtype: Dtype;
}

/** Of which metric the curvature is estimated, and how: F + damping, F on the first `images` training images. */
export interface CurvatureSettings {
  readonly images: number;
  readonly damping: number;
  readonly draws: number;
  /** Relative residual of the solves inside quadratic forms; see `EstimateOptions`. */
  readonly tolerance: number;
}

/** The experiment: settings, and the data to train and to test on. */
export interface TrainingExperiment {
  readonly settings: TrainingGeometrySettings;
  readonly training: DataSet;
  readonly test: DataSet;
}

/** What is measured at a checkpoint; traces and loss are over the training data, the accuracy is over the test data. */
export interface TrainingCheckpoint {
  readonly step: number;
  readonly epoch: number;
  /** Mean negative log-likelihood in nats. */
  readonly loss: number;
  readonly testAccuracy: number;
  readonly trueFisherTrace: number;
  readonly empiricalFisherTrace: number;
}

/** How the work goes on, for a progress bar. */
export interface TrainingGeometryProgress {
  readonly stage: 'curvature before training' | 'training' | 'curvature after training';
  /** Steps done, of `steps`, in this stage. */
  readonly step: number;
  readonly steps: number;
  /** While training: the loss of the last batch. */
  readonly loss: number | null;
  /** While estimating: the estimate so far, once there is one. */
  readonly estimate: Estimate | null;
}

/** The result, plain data: what the geometry of the model was before, during and after training. */
export interface TrainingGeometry {
  readonly settings: TrainingGeometrySettings;
  /** Number of parameters p. */
  readonly parameters: number;
  readonly trainingSamples: number;
  readonly testSamples: number;
  /** In order of training: the first is the start, the last the end. */
  readonly history: readonly TrainingCheckpoint[];
  /** The loss of each batch, before its step. */
  readonly batchLosses: readonly number[];
  /** The scalar curvature of the damped Fisher metric. It depends on the parametrisation, as damping does. */
  readonly curvature: { readonly before: CurvatureEstimate; readonly after: CurvatureEstimate };
}

/**
 * The default experiment on MNIST: a 784-32-10 network on the first 2,000 training images, tested on the first 1,000
 * test images.
 *
 * @throws InputError if MNIST cannot be read.
 */
export function mnistExperiment(changes: Partial<TrainingGeometrySettings> = {}): TrainingExperiment {
  const settings: TrainingGeometrySettings = {
    widths: [784, 32, 10],
    epochs: 20,
    batch: 50,
    rate: 3e-3,
    seed: 1,
    checkpoints: [0.25, 0.5, 1, 2, 3, 5, 7, 10, 15],
    curvature: { images: 300, damping: 0.1, draws: 20, tolerance: 1e-3 },
    dtype: 'float64',
    ...changes,
  };
  return { settings, training: mnist('train', 2000), test: mnist('test', 1000) };
}

/**
 * Trains a network and measures its Fisher metric on the way: both traces, loss and accuracy at checkpoints, and the
 * scalar curvature of the damped metric before and after. Same experiment and engine, same numbers.
 */
export async function trainingGeometry(
  experiment: TrainingExperiment,
  engine: Engine,
  progress?: (state: TrainingGeometryProgress) => void,
): Promise<TrainingGeometry> {
  const { settings, training, test } = experiment;
  const { dtype, seed } = settings;
  const network = denseNetwork(settings.widths);
  const model: NetworkModel = { network, head: categoricalHead() };
  const start = initialParameters(network, randomSource(seed, 0));
  const curvatureAt = (theta: Float64Array, stage: TrainingGeometryProgress['stage']): Promise<CurvatureEstimate> =>
    curvatureOf({ experiment, model, theta }, engine, (state) => progress?.({ stage, loss: null, ...state }));

  const before = await curvatureAt(start, 'curvature before training');
  const meter = await checkpointMeter(model, experiment, engine);
  const history: TrainingCheckpoint[] = [];
  const batchLosses: number[] = [];
  let end = start;
  try {
    const { epochs, batch } = settings;
    const plan = { model, theta: start, data: training, optimiser: adam(settings.rate), batch, epochs, dtype };
    const due = checkpointSteps(settings, training.count);
    for await (const state of trainingStates({ ...plan, random: randomSource(seed, 1) }, engine)) {
      if (state.loss !== null) batchLosses.push(state.loss);
      if (state.step === state.steps || due.has(state.step)) history.push(await meter.measure(state));
      progress?.({ stage: 'training', step: state.step, steps: state.steps, loss: state.loss, estimate: null });
      end = state.theta;
    }
  } finally {
    await meter.dispose();
  }
  const after = await curvatureAt(end, 'curvature after training');
  return {
    settings,
    parameters: parameterCount(model.network),
    trainingSamples: training.count,
    testSamples: test.count,
    history,
    batchLosses,
    curvature: { before, after },
  };
}

/** The steps at which to measure: 0 and the step nearest to each checkpoint. */
function checkpointSteps({ checkpoints, batch }: TrainingGeometrySettings, samples: number): ReadonlySet<number> {
  const perEpoch = Math.floor(samples / batch);
  return new Set([0, ...checkpoints.map((epoch) => Math.round(epoch * perEpoch))]);
}

interface CheckpointMeter {
  measure(state: TrainingState): Promise<TrainingCheckpoint>;
  dispose(): Promise<void>;
}

async function checkpointMeter(
  model: NetworkModel,
  { training, test, settings: { dtype } }: TrainingExperiment,
  engine: Engine,
): Promise<CheckpointMeter> {
  const traces = await fisherTraceMeter(model, training, engine, dtype);
  const network = await engine.compile(networkProgram(model.network, test.count, dtype));
  const x = tensor(dtype, [test.count, test.features], test.inputs);
  return {
    measure: async ({ step, epoch, theta }) => {
      const { trueFisher, empiricalFisher, loss } = await traces.measure(theta);
      const { h } = await network.run({ theta: tensor(dtype, [theta.length], theta), x });
      const testAccuracy = accuracy(h!, test.labels);
      return { step, epoch, loss, testAccuracy, trueFisherTrace: trueFisher, empiricalFisherTrace: empiricalFisher };
    },
    dispose: async () => {
      await traces.dispose();
      await network.dispose();
    },
  };
}

interface CurvaturePoint {
  readonly experiment: TrainingExperiment;
  readonly model: NetworkModel;
  readonly theta: Float64Array;
}

async function curvatureOf(
  { experiment: { settings, training }, model, theta }: CurvaturePoint,
  engine: Engine,
  progress: (state: { readonly step: number; readonly steps: number; readonly estimate: Estimate | null }) => void,
): Promise<CurvatureEstimate> {
  const { images, damping, draws, tolerance } = settings.curvature;
  const { inputs, count: samples } = firstSamples(training, images);
  const immersion = await fisherImmersion({ model, theta, inputs, samples, damping, dtype: settings.dtype }, engine);
  try {
    return await estimateScalarCurvature(immersion, {
      draws,
      tolerance,
      seed: settings.seed,
      progress: (state) => progress({ ...state, steps: draws }),
    });
  } finally {
    await immersion.dispose();
  }
}
