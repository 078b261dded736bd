import type { Engine } from '../engine/index.ts';
import { denseForward, type NetworkModel, parameterCount } from '../network/index.ts';
import { buildProgram, type Dtype, type Program, tensor, tensorType } from '../program/index.ts';
import type { Vector } from './euclidean.ts';
import { type Immersion, type ImmersionPoint, immerse } from './immersion.ts';

/**
 * The program (theta: [p], x: [samples, inputs]) -> psi: [samples, C], the head's flat embedding of the outputs over the
 * square root of the number of samples. Its J^T J is the Fisher matrix F = (1/N) sum_n J_n^T I(h_n) J_n.
 */
export function fisherProgram({ network, head }: NetworkModel, samples: number, dtype: Dtype): Program {
  const inputs = {
    theta: tensorType(dtype, [parameterCount(network)]),
    x: tensorType(dtype, [samples, network.widths[0]!]),
  };
  return buildProgram(`fisher ${network.widths.join('-')} ${head.family}`, inputs, (b, variables) => {
    const { outputs } = denseForward(b, network, variables);
    return { psi: b.divide(head.embedding(b, outputs), Math.sqrt(samples)) };
  });
}

/** Where to look at a model's Fisher metric. */
export interface FisherPoint {
  readonly model: NetworkModel;
  readonly theta: Vector;
  /** Inputs of the samples, row-major, `samples` x the network's first width. */
  readonly inputs: Vector;
  readonly samples: number;
  /** Added to the diagonal of the Fisher matrix. */
  readonly damping: number;
  /** Number format of the computation. */
  readonly dtype: Dtype;
}

/** The map whose induced metric is the damped Fisher metric F + damping of a model, at given parameters and inputs. */
export function fisherImmersionPoint(point: FisherPoint): ImmersionPoint {
  const { model, theta, inputs, samples, damping, dtype } = point;
  const features = model.network.widths[0]!;
  return {
    program: fisherProgram(model, samples, dtype),
    inputs: { theta: tensor(dtype, [theta.length], theta), x: tensor(dtype, [samples, features], inputs) },
    damping,
  };
}

/** That map with its derivatives compiled. */
export async function fisherImmersion(point: FisherPoint, engine: Engine): Promise<Immersion> {
  return immerse(fisherImmersionPoint(point), engine);
}
