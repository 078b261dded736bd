import type { Engine } from '../engine/index.ts';
import { UnsupportedError } from '../errors.ts';
import {
  groupSize,
  headGeometry,
  type NetworkModel,
  networkForward,
  networkInputs,
  networkName,
  networkProgram,
  outputCount,
} from '../network/index.ts';
import { buildProgram, type Dtype, type Program, tensor, tensorType } from '../program/index.ts';
import type { Vector } from './euclidean.ts';
import { type FisherPoint, fisherInputs } from './fisher-point.ts';
import { type Immersion, type ImmersionPoint, immerse } from './immersion.ts';
import { layerGramMatrix } from './layer-gram.ts';
import { layerJacobian } from './layer-jacobian.ts';
import { frameCurvature, osculatingFrame } from './osculating-frame.ts';
import { outputFactors } from './output-factors.ts';
import { sampleGramMatrix } from './sample-gram.ts';

/**
 * The program (theta: [p], x: [samples, features]) -> psi: [samples, K], the head's flat embedding of the outputs over the
 * square root of the number of samples. Its J^T J is the Fisher matrix F = (1/N) sum_n J_n^T I(h_n) J_n.
 *
 * @throws UnsupportedError if the head has no flat embedding.
 */
export function fisherProgram({ network, head }: NetworkModel, samples: number, dtype: Dtype): Program {
  const { embedding } = head;
  if (!embedding) {
    throw new UnsupportedError(`The ${head.family} head has no flat embedding; fisherImmersion does without one.`);
  }
  const inputs = networkInputs(network, samples, dtype);
  return buildProgram(`fisher ${networkName(network)} ${head.family}`, inputs, (b, variables) => {
    const { outputs } = networkForward(b, network, variables);
    return { psi: b.divide(embedding(b, outputs), Math.sqrt(samples)) };
  });
}

/**
 * The map whose induced metric is the damped Fisher metric F + damping of a model, at given parameters and inputs. A head
 * without a flat embedding is replaced by its osculating one there, and its own curvature is kept beside.
 *
 * @throws DomainError where the metric of the head is singular.
 */
export async function fisherImmersionPoint(point: FisherPoint, engine: Engine): Promise<ImmersionPoint> {
  const { model, samples, damping, dtype } = point;
  if (!model.head.embedding) return osculatingPoint(point, engine);
  return { program: fisherProgram(model, samples, dtype), inputs: fisherInputs(point), damping };
}

/** That map with its derivatives compiled, and J J^T by gradients: layer by layer, of a graph sample by sample. */
export async function fisherImmersion(point: FisherPoint, engine: Engine): Promise<Immersion> {
  const immersion = await immerse(await fisherImmersionPoint(point, engine), engine);
  const exact = () => outputFactors(point, { kind: 'exact' }, engine);
  if (point.model.network.kind === 'dense')
    return {
      ...immersion,
      outputGram: async () => layerGramMatrix(point, await exact(), engine),
      columns: async () => layerJacobian(point, await exact(), engine),
    };
  // Products with a graph are slow beside those with a matrix of some thousands.
  return { ...immersion, outputGram: async () => sampleGramMatrix(point, await exact(), engine), factoredSide: 5000 };
}

async function osculatingPoint(point: FisherPoint, engine: Engine): Promise<ImmersionPoint> {
  const { model, samples, damping, dtype } = point;
  const { network, head } = model;
  const size = groupSize(head, outputCount(network));
  const rows = (samples * outputCount(network)) / size;
  const given = fisherInputs(point);
  const executable = await engine.compile(networkProgram(network, samples, dtype));
  const { h } = await executable.run(given);
  await executable.dispose();
  const { frame, bend, curvature } = osculatingFrame(headGeometry(head, size), h!.data);
  const types = {
    origin: tensorType(dtype, [rows, size, 1]),
    frame: tensorType(dtype, [rows, size, size]),
    bend: tensorType(dtype, [rows, size * size, size]),
  };
  const program = buildProgram(
    `fisher ${networkName(network)} ${head.family}`,
    { ...networkInputs(network, samples, dtype), ...types },
    (b, variables) => {
      const { outputs } = networkForward(b, network, variables);
      const step = b.subtract(b.reshape(outputs, [rows, size, 1]), variables.origin);
      const linear = b.matmul(variables.frame, step);
      const half = b.reshape(b.matmul(variables.bend, step), [rows, size, size]);
      const psi = b.add(linear, b.multiply(b.matmul(half, step), 0.5));
      return { psi: b.divide(b.reshape(psi, [rows, size]), Math.sqrt(samples)) };
    },
  );
  const inputs = {
    ...given,
    origin: tensor(dtype, types.origin.shape, h!.data),
    frame: tensor(dtype, types.frame.shape, frame),
    bend: tensor(dtype, types.bend.shape, bend),
  };
  // psi is over sqrt(samples), and the curvature of degree four in it over samples.
  const ambientCurvature = (v: Vector, w: Vector): number => samples * frameCurvature(curvature, size, v, w);
  return { program, inputs, damping, ...(curvature.kind === 'flat' ? {} : { ambientCurvature, ambientFactor: size }) };
}
