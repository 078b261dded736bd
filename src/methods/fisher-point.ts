import { featureCount, type NetworkModel } from '../network/index.ts';
import { type Dtype, type Tensor, tensor } from '../program/index.ts';
import type { Vector } from './euclidean.ts';

/** Where to look at a model's Fisher metric. */
export interface FisherPoint {
  readonly model: NetworkModel;
  readonly theta: Vector;
  /** Inputs of the samples, row-major, `samples` x the number of features. */
  readonly inputs: Vector;
  readonly samples: number;
  /** Added to the diagonal of the Fisher matrix. */
  readonly damping: number;
  /** Number format of the computation. */
  readonly dtype: Dtype;
}

/** The values of the inputs theta and x of a model's programs at a point. */
export function fisherInputs({ model, theta, inputs, samples, dtype }: FisherPoint): Readonly<Record<string, Tensor>> {
  const features = featureCount(model.network);
  return { theta: tensor(dtype, [theta.length], theta), x: tensor(dtype, [samples, features], inputs) };
}
