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

/** A neural network as data: a map from parameters theta and the features of a sample to its outputs. */
export type Network = DenseNetwork;

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

/** A short name for messages and reports: the widths of a dense network. */
export function networkName({ widths }: Network): string {
  return widths.join('-');
}

/** The length of theta. */
export function parameterCount(network: Network): number {
  return denseParameterCount(network);
}

/** How many numbers a sample has. */
export function featureCount({ widths }: Network): number {
  return widths[0]!;
}

/** How many outputs a sample has. */
export function outputCount({ widths }: Network): number {
  return widths.at(-1)!;
}

/** The layers as parts of theta, in order, without gaps. */
export function parameterBlocks(network: Network): readonly ParameterBlock[] {
  return denseLayers(network).map(({ weight, bias, outputs }, l) => ({
    name: `layer ${l}`,
    start: weight,
    size: bias + outputs - weight,
  }));
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
  return denseForward(b, network, variables);
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
