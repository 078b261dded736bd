import { UnsupportedError } from '../errors.ts';
import {
  type Builder,
  buildProgram,
  type Dtype,
  type Program,
  type TensorType,
  tensorType,
  type Variable,
} from '../program/index.ts';
import { type DenseNetwork, denseForward, denseLayers, denseParameterCount } from './dense.ts';
import { type GraphNetwork, graphFeatures, graphForward, graphParameterCount } from './graph-network.ts';

/** A neural network as data: a map from parameters theta and the features of a sample to its outputs. */
export type Network = DenseNetwork | GraphNetwork;

/** A part of theta that belongs together: `size` entries from `start` on. */
export interface ParameterBlock {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** The outputs of a network and the arguments of its activations that have a kink at 0. */
export interface NetworkPass {
  readonly outputs: Variable;
  readonly kinks: readonly Variable[];
}

/** A short name for messages and reports: the widths of a dense network, the file of one that was read. */
export function networkName(network: Network): string {
  return network.kind === 'dense' ? network.widths.join('-') : network.name;
}

/** The length of theta. */
export function parameterCount(network: Network): number {
  return network.kind === 'dense' ? denseParameterCount(network) : graphParameterCount(network);
}

/** How many numbers a sample has. */
export function featureCount(network: Network): number {
  return network.kind === 'dense' ? network.widths[0]! : graphFeatures(network);
}

/** How many outputs a sample has. */
export function outputCount(network: Network): number {
  return network.kind === 'dense' ? network.widths.at(-1)! : network.outputs;
}

/** The parts of theta, in order, without gaps: the layers of a dense network, the named tensors of a graph. */
export function parameterBlocks(network: Network): readonly ParameterBlock[] {
  if (network.kind === 'graph') return network.parameters.map(({ name, start, size }) => ({ name, start, size }));
  return denseLayers(network).map(({ weight, bias, outputs }, l) => ({
    name: `layer ${l}`,
    start: weight,
    size: bias + outputs - weight,
  }));
}

/**
 * The network as a dense one, for what only dense layers have: Kronecker factors, gradients of single samples.
 *
 * @throws UnsupportedError if it is a graph.
 */
export function asDense(network: Network, what: string): DenseNetwork {
  if (network.kind === 'dense') return network;
  throw new UnsupportedError(`${what} needs a dense network, and ${network.name} is a graph of operators.`);
}

/**
 * The fragment that runs a network on theta: [p] and x: [samples, features].
 *
 * @throws ShapeError if theta or x do not fit the network.
 */
export function networkForward(
  b: Builder,
  network: Network,
  variables: { readonly theta: Variable; readonly x: Variable },
): NetworkPass {
  return network.kind === 'dense' ? denseForward(b, network, variables) : graphForward(b, network, variables);
}

/** The types of the inputs theta and x of a network's programs. */
export function networkInputs(
  network: Network,
  samples: number,
  dtype: Dtype,
): { readonly theta: TensorType; readonly x: TensorType } {
  return {
    theta: tensorType(dtype, [parameterCount(network)]),
    x: tensorType(dtype, [samples, featureCount(network)]),
  };
}

/** The program (theta: [p], x: [samples, features]) -> h: [samples, outputs]. */
export function networkProgram(network: Network, samples: number, dtype: Dtype): Program {
  return buildProgram(`network ${networkName(network)}`, networkInputs(network, samples, dtype), (b, variables) => ({
    h: networkForward(b, network, variables).outputs,
  }));
}
