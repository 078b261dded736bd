import { buildProgram, type Dtype, type Program, tensorType } from '../program/index.ts';
import { type DenseNetwork, denseForward, parameterCount } from './dense.ts';
import type { Head } from './head.ts';

/** A network with the law of its outputs: a statistical model p(y | x, theta). */
export interface NetworkModel {
  readonly network: DenseNetwork;
  readonly head: Head;
}

/**
 * The program (theta: [p], x: [samples, inputs], y: [samples, C]) -> loss: [], the mean negative log-likelihood of the
 * targets, and h: [samples, C], the network's outputs.
 */
export function lossProgram({ network, head }: NetworkModel, samples: number, dtype: Dtype): Program {
  const inputs = {
    theta: tensorType(dtype, [parameterCount(network)]),
    x: tensorType(dtype, [samples, network.widths[0]!]),
    y: tensorType(dtype, [samples, network.widths.at(-1)!]),
  };
  return buildProgram(`loss of ${network.widths.join('-')} ${head.family}`, inputs, (b, { theta, x, y }) => {
    const h = denseForward(b, network, { theta, x }).outputs;
    return { loss: b.divide(b.reduceSum(head.negativeLogLikelihood(b, h, y)), samples), h };
  });
}
