import { InputError, ShapeError } from '../errors.ts';
import { type Builder, buildProgram, type Dtype, type Program, tensorType, type Variable } from '../program/index.ts';
import { type Activation, activations } from './activation.ts';
import type { RandomSource } from './random.ts';

/**
 * A fully connected network as data: `widths[0]` inputs, `widths.at(-1)` outputs, the activation after every layer but
 * the last, which is affine. Layer l maps a to W_l a + b_l; its parameters stand in theta as W_0 (row-major, one row per
 * output), b_0, W_1, b_1, ...
 */
export interface DenseNetwork {
  readonly kind: 'dense';
  readonly widths: readonly number[];
  readonly activation: Activation;
}

/** Where a layer's parameters stand in theta: `outputs * inputs` weights from `weight` on, `outputs` biases from `bias` on. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: number;
  readonly bias: number;
}

/**
 * A dense network, checked.
 *
 * @throws InputError if there are fewer than two widths, one is no positive integer, or the activation is unknown.
 */
export function denseNetwork(widths: readonly number[], activation: Activation = 'tanh'): DenseNetwork {
  if (widths.length < 2 || !widths.every((width) => Number.isSafeInteger(width) && width > 0)) {
    throw new InputError(
      `Widths are two or more positive integers, inputs first; got ${widths.join(',')}. Try 784,32,10.`,
    );
  }
  if (!Object.hasOwn(activations, activation)) {
    throw new InputError(`Unknown activation ${activation}; there are ${Object.keys(activations).join(', ')}.`);
  }
  return { kind: 'dense', widths: [...widths], activation };
}

/** The layers in order, with their places in theta. */
export function denseLayers(network: DenseNetwork): readonly DenseLayer[] {
  let offset = 0;
  return network.widths.slice(1).map((outputs, index) => {
    const inputs = network.widths[index]!;
    const layer = { inputs, outputs, weight: offset, bias: offset + outputs * inputs };
    offset = layer.bias + outputs;
    return layer;
  });
}

/** The length of theta. */
export function parameterCount(network: DenseNetwork): number {
  return denseLayers(network).reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0);
}

/** Initial parameters: weights normal with variance 1 / inputs [LeCun 1998], biases zero. */
export function initialParameters(network: DenseNetwork, random: RandomSource): Float64Array {
  const theta = new Float64Array(parameterCount(network));
  for (const { inputs, weight, bias } of denseLayers(network)) {
    for (let i = weight; i < bias; i += 1) theta[i] = random.normal() / Math.sqrt(inputs);
  }
  return theta;
}

/** What a forward pass leaves: the input of each layer, [samples, inputs], and the network's outputs h, [samples, outputs]. */
export interface ForwardPass {
  readonly layerInputs: readonly Variable[];
  readonly outputs: Variable;
}

/**
 * The fragment that runs the network on theta: [p] and x: [samples, inputs]. `shifts`, one [samples, outputs] per layer
 * where given, are added to the pre-activations, so that the derivative by a shift is that by a pre-activation.
 *
 * @throws ShapeError if theta or x do not fit the network.
 */
export function denseForward(
  b: Builder,
  network: DenseNetwork,
  variables: { readonly theta: Variable; readonly x: Variable; readonly shifts?: readonly Variable[] },
): ForwardPass {
  const { theta, x, shifts } = variables;
  const layers = denseLayers(network);
  const [count, features] = [theta.type.shape[0], x.type.shape[1]];
  if (count !== parameterCount(network) || features !== network.widths[0]) {
    throw new ShapeError(
      `A ${network.widths.join('-')} network takes ${parameterCount(network)} parameters and ${network.widths[0]} ` +
        `inputs per sample; got ${count} and ${features}.`,
    );
  }
  const layerInputs: Variable[] = [];
  let signal = x;
  layers.forEach(({ inputs, outputs, weight, bias }, index) => {
    layerInputs.push(signal);
    const weights = b.reshape(b.slice(theta, [weight], [bias]), [outputs, inputs]);
    const biases = b.slice(theta, [bias], [bias + outputs]);
    const affine = b.add(b.matmul(signal, weights, { transposeRight: true }), biases);
    const shifted = shifts ? b.add(affine, shifts[index]!) : affine;
    signal = index === layers.length - 1 ? shifted : activations[network.activation](b, shifted);
  });
  return { layerInputs, outputs: signal };
}

/** The program (theta: [p], x: [samples, inputs]) -> h: [samples, outputs]. */
export function networkProgram(network: DenseNetwork, samples: number, dtype: Dtype): Program {
  const inputs = {
    theta: tensorType(dtype, [parameterCount(network)]),
    x: tensorType(dtype, [samples, network.widths[0]!]),
  };
  return buildProgram(`network ${network.widths.join('-')}`, inputs, (b, variables) => ({
    h: denseForward(b, network, variables).outputs,
  }));
}
