import type { Engine } from '../engine/index.ts';
import { InputError } from '../errors.ts';
import { type Dtype, scalar, tensor } from '../program/index.ts';
import { vjp } from '../transform/index.ts';
import { type DataSet, oneHot, selectSamples } from './data-set.ts';
import { lossProgram, type NetworkModel } from './loss.ts';
import { featureCount, networkName, outputCount } from './network.ts';
import { initialOptimiserState, type Optimiser, optimiserStep } from './optimiser.ts';
import { permutation, type RandomSource } from './random.ts';

/** What to train, on what, and how. */
export interface Training {
  readonly model: NetworkModel;
  /** Where to start. */
  readonly theta: Float64Array;
  readonly data: DataSet;
  readonly optimiser: Optimiser;
  /** Samples per step. Each epoch visits the samples in a new random order and drops an incomplete last batch. */
  readonly batch: number;
  readonly epochs: number;
  /** Orders the samples. */
  readonly random: RandomSource;
  /** Number format of loss and gradient; the parameters themselves are kept in float64. */
  readonly dtype: Dtype;
}

/** Training after some step. */
export interface TrainingState {
  /** Steps done, of `steps`; `step` 0 is the start. */
  readonly step: number;
  readonly steps: number;
  /** Epochs finished, as a fraction. */
  readonly epoch: number;
  /** The mean loss of the last batch, before its step; null at the start. */
  readonly loss: number | null;
  readonly theta: Float64Array;
}

/**
 * Trains on class labels by minimising the mean negative log-likelihood, yielding the state at the start and after each
 * step, so that the caller can watch, measure and stop. Same training and engine, same numbers. The state before a
 * `yield` is never changed later.
 *
 * @throws InputError if the batch is larger than the data set, or the network has another number of inputs or outputs.
 */
export async function* trainingStates(training: Training, engine: Engine): AsyncGenerator<TrainingState, void, void> {
  const { model, data, optimiser, batch, epochs, random, dtype } = training;
  checkTraining(training);
  const perEpoch = Math.floor(data.count / batch);
  const steps = perEpoch * epochs;
  let theta = training.theta;
  let state = initialOptimiserState(theta.length);
  yield { step: 0, steps, epoch: 0, loss: null, theta };
  const executable = await engine.compile(vjp(lossProgram(model, batch, dtype), { wrt: ['theta'], of: ['loss'] }));
  try {
    let order: readonly number[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const at = (step - 1) % perEpoch;
      if (at === 0) order = permutation(random, data.count);
      const samples = selectSamples(data, order.slice(at * batch, (at + 1) * batch));
      const outputs = await executable.run({
        theta: tensor(dtype, [theta.length], theta),
        x: tensor(dtype, [batch, data.features], samples.inputs),
        y: tensor(dtype, [batch, data.classes], oneHot(samples.labels, data.classes)),
        ct_loss: scalar(1, dtype),
      });
      ({ theta, state } = optimiserStep(optimiser, state, theta, outputs['ct_theta']!.data));
      yield { step, steps, epoch: step / perEpoch, loss: outputs['loss']!.data[0]!, theta };
    }
  } finally {
    await executable.dispose();
  }
}

/** Trains to the end, calling `progress` with each state, and returns the last one. */
export async function train(
  training: Training,
  engine: Engine,
  progress?: (state: TrainingState) => void,
): Promise<TrainingState> {
  let last: TrainingState | undefined;
  for await (const state of trainingStates(training, engine)) {
    progress?.(state);
    last = state;
  }
  return last!;
}

function checkTraining({ model, data, batch, epochs }: Training): void {
  const { network } = model;
  if (featureCount(network) !== data.features || outputCount(network) !== data.classes) {
    throw new InputError(
      `${data.name} has ${data.features} features and ${data.classes} classes; the network ${networkName(network)} does not ` +
        'begin and end with these.',
    );
  }
  if (!Number.isInteger(batch) || batch < 1 || batch > data.count) {
    throw new InputError(`A batch has 1 to ${data.count} samples of ${data.name}; got ${batch}.`);
  }
  if (!Number.isInteger(epochs) || epochs < 0)
    throw new InputError(`The number of epochs is 0 or more; got ${epochs}.`);
}
