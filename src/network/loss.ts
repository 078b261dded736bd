import { buildProgram, type Dtype, type Program, tensorType } from '../program/index.ts';
import { type Head, targetCount } from './head.ts';
import { type Network, networkForward, networkInputs, networkName, outputCount } from './network.ts';

/** A network with the law of its outputs: a statistical model p(y | x, theta). */
export interface NetworkModel {
  readonly network: Network;
  readonly head: Head;
}

/**
 * The program (theta: [p], x: [samples, inputs], y: [samples, T]) -> loss: [], the mean negative log-likelihood of the
 * targets, and h: [samples, C], the network's outputs.
 */
export function lossProgram({ network, head }: NetworkModel, samples: number, dtype: Dtype): Program {
  const inputs = {
    ...networkInputs(network, samples, dtype),
    y: tensorType(dtype, [samples, targetCount(head, outputCount(network))]),
  };
  return buildProgram(`loss of ${networkName(network)} ${head.family}`, inputs, (b, { theta, x, y }) => {
    const h = networkForward(b, network, { theta, x }).outputs;
    return { loss: b.divide(b.reduceSum(head.negativeLogLikelihood(b, h, y)), samples), h };
  });
}
