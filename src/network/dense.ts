import { InputError, ShapeError } from '../errors.ts';
import type { Builder, Variable } from '../program/index.ts';
import { type Activation, activations, hasKink } from './activation.ts';
import type { RandomSource } from './random.ts';

/**
 * A fully connected network as data: `widths[0]` inputs, `widths.at(-1)` outputs, `activation` after every layer but the
 * last, `outputActivation` after that. Layer l maps a to W_l a + b_l; its parameters stand in theta as W_0 (row-major,
 * one row per output), b_0, W_1, b_1, ...
 */
export interface DenseNetwork {
  readonly kind: 'dense';
  readonly widths: readonly number[];
  readonly activation: Activation;
  readonly outputActivation: Activation;
}

/** Where a layer's parameters stand in theta: `outputs * inputs` weights from `weight` on, `outputs` biases from `bias` on. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: number;
  readonly bias: number;
}

/**
 * A dense network, checked; its last layer is affine unless it has an output activation.
 *
 * @throws InputError if there are fewer than two widths, one is no positive integer, or an activation is unknown.
 */
export function denseNetwork(
  widths: readonly number[],
  activation: Activation = 'tanh',
  outputActivation: Activation = 'identity',
): DenseNetwork {
  if (widths.length < 2 || !widths.every((width) => Number.isSafeInteger(width) && width > 0)) {
    throw new InputError(
      `Widths are two or more positive integers, inputs first; got ${widths.join(',')}. Try 784,32,10.`,
    );
  }
  for (const name of [activation, outputActivation]) {
    if (Object.hasOwn(activations, name)) continue;
    throw new InputError(`Unknown activation ${name}; there are ${Object.keys(activations).join(', ')}.`);
  }
  return { kind: 'dense', widths: [...widths], activation, outputActivation };
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
export function denseParameterCount(network: DenseNetwork): number {
  return denseLayers(network).reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0);
}

/** The variance of the initial weights of a layer, times its number of inputs. */
const initialVariances = {
  lecun: () => 1,
  he: () => 2,
  glorot: ({ inputs, outputs }) => (2 * inputs) / (inputs + outputs),
} as const satisfies Readonly<Record<string, (layer: DenseLayer) => number>>;

/** A law of initial weights: variance 1 / inputs [LeCun 1998], 2 / inputs [He 2015], 2 / (inputs + outputs) [Glorot 2010]. */
export type Initialisation = keyof typeof initialVariances;

/** The names of the laws of initial weights. */
export const initialisations = Object.keys(initialVariances) as readonly Initialisation[];

/** Initial parameters: weights normal with the variance of the law asked for, LeCun's unless told; biases zero. */
export function initialParameters(
  network: DenseNetwork,
  random: RandomSource,
  law: Initialisation = 'lecun',
): Float64Array {
  const theta = new Float64Array(denseParameterCount(network));
  for (const layer of denseLayers(network)) {
    const scale = Math.sqrt(initialVariances[law](layer));
    for (let i = layer.weight; i < layer.bias; i += 1) theta[i] = (scale * random.normal()) / Math.sqrt(layer.inputs);
  }
  return theta;
}

/**
 * What a forward pass leaves: the input of each layer, [samples, inputs], the network's outputs h, [samples, outputs],
 * and the arguments of activations that have a kink at 0.
 */
export interface ForwardPass {
  readonly layerInputs: readonly Variable[];
  readonly kinks: readonly Variable[];
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
  if (count !== denseParameterCount(network) || features !== network.widths[0]) {
    throw new ShapeError(
      `A ${network.widths.join('-')} network takes ${denseParameterCount(network)} parameters and ${network.widths[0]} ` +
        `inputs per sample; got ${count} and ${features}.`,
    );
  }
  const layerInputs: Variable[] = [];
  const kinks: Variable[] = [];
  let signal = x;
  layers.forEach(({ inputs, outputs, weight, bias }, index) => {
    layerInputs.push(signal);
    const weights = b.reshape(b.slice(theta, [weight], [bias]), [outputs, inputs]);
    const biases = b.slice(theta, [bias], [bias + outputs]);
    const affine = b.add(b.matmul(signal, weights, { transposeRight: true }), biases);
    const shifted = shifts ? b.add(affine, shifts[index]!) : affine;
    const activation = index === layers.length - 1 ? network.outputActivation : network.activation;
    if (hasKink(activation)) kinks.push(shifted);
    signal = activations[activation](b, shifted);
  });
  return { layerInputs, kinks, outputs: signal };
}
