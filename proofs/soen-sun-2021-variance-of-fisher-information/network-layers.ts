/** Layers of the networks of this package: their weights, their inputs, and the derivatives of the outputs in them. */
import { program, transform } from 'fisher-rao';
import { activations, denseForward, denseLayers, denseNetwork, networkProgram } from 'fisher-rao/network';
import { range, total } from './lists.ts';
import { frobenius } from './network-estimates.ts';
import { analysedOutputs, drawNetwork, type NetworkCase, reference } from './networks.ts';

const { buildProgram, tensor, tensorType } = program;

/** A layer at the first input of a network. */
export interface LayerBlock {
  /** The weights without biases, row by row. */
  readonly weights: readonly number[];
  readonly rows: number;
  readonly columns: number;
  /** The input of the layer, extended by 1. */
  readonly input: readonly number[];
  /** The slopes of the activation at the pre-activations of the layer: 1 for the last one. */
  readonly slopes: readonly number[];
  /** For each output its derivatives in weights and bias, rows of columns + 1 numbers. */
  readonly derivatives: readonly (readonly number[])[];
}

/** The layers of a network, first to last. */
export async function layerBlocks(network: NetworkCase): Promise<readonly LayerBlock[]> {
  const dense = denseNetwork(network.widths, network.activation);
  const layers = denseLayers(dense);
  const { jacobian } = await analysedOutputs(network);
  const types = {
    theta: tensorType('float64', [network.theta.length]),
    x: tensorType('float64', [1, network.widths[0]]),
  };
  const inputs = buildProgram('layer inputs', types, (b, { theta, x }) =>
    Object.fromEntries(denseForward(b, dense, { theta, x }).layerInputs.map((value, layer) => [`a${layer}`, value])),
  );
  const executable = await reference.compile(inputs);
  const values = await executable.run({
    theta: tensor('float64', types.theta.shape, Float64Array.from(network.theta)),
    x: tensor('float64', types.x.shape, Float64Array.from(network.inputs[0])),
  });
  await executable.dispose();
  const arguments_ = layers.map(({ inputs: columns, outputs: rows, weight, bias }, layer) =>
    range(rows).map((row) =>
      total([
        network.theta[bias + row],
        ...[...values[`a${layer}`].data].map((value, column) => value * network.theta[weight + row * columns + column]),
      ]),
    ),
  );
  const slopes = await Promise.all(
    arguments_.map((z, layer) => (layer === layers.length - 1 ? z.map(() => 1) : slopesAt(network.activation, z))),
  );
  return layers.map(({ inputs: columns, outputs: rows, weight, bias }, layer) => ({
    weights: network.theta.slice(weight, bias),
    slopes: slopes[layer],
    rows,
    columns,
    input: [...values[`a${layer}`].data, 1],
    derivatives: jacobian.map((slopes) =>
      range(rows).flatMap((row) => [
        ...slopes.slice(weight + row * columns, weight + (row + 1) * columns),
        slopes[bias + row],
      ]),
    ),
  }));
}

/** The derivatives of an activation, by differentiating its program. */
async function slopesAt(activation: NetworkCase['activation'], z: readonly number[]): Promise<readonly number[]> {
  const types = { z: tensorType('float64', [z.length]) };
  const values = buildProgram('activation', types, (b, variables) => ({ a: activations[activation](b, variables.z) }));
  const executable = await reference.compile(transform.jvp(values, { wrt: ['z'] }));
  const { d_a } = await executable.run({
    z: tensor('float64', [z.length], Float64Array.from(z)),
    d_z: tensor('float64', [z.length], new Float64Array(z.length).fill(1)),
  });
  await executable.dispose();
  return [...d_a.data];
}

/** A random network of one to four layers, with these activations in turn. */
export function drawLayers(seed: number, activations_: readonly NetworkCase['activation'][]): NetworkCase {
  const hidden = range(seed % 4).map((layer) => 1 + ((seed + layer) % 3));
  return { ...drawNetwork(seed, { hidden }), activation: activations_[seed % activations_.length] };
}

/** Activations of slopes of at most 1. */
export const boundedSlopes = ['tanh', 'sigmoid', 'softplus', 'relu', 'sin', 'identity'] as const;

/** For each layer the product of the norms of the weights above times |h_l|: the bounds of lemmas 14 and 15. */
export function productsAbove(layers: readonly LayerBlock[], norm: (of: LayerBlock) => number): readonly number[] {
  return layers.map(
    ({ input }, layer) =>
      frobenius(input) * layers.slice(layer + 1).reduce((product, above) => product * norm(above), 1),
  );
}

type Matrix = readonly (readonly number[])[];

/** B_l = ∂h_L/∂h_l for l = 0, ..., L, by the recursion B_L = 1, B_l = B_{l+1} D_l W_l, outputs first. */
export function jacobiansByRecursion(layers: readonly LayerBlock[]): readonly Matrix[] {
  const { rows: outputs } = layers[layers.length - 1];
  const B: Matrix[] = [];
  B[layers.length] = range(outputs).map((a) => range(outputs).map((b) => (a === b ? 1 : 0)));
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    const { weights, rows, columns, slopes } = layers[layer];
    B[layer] = B[layer + 1].map((row) =>
      range(columns).map((column) => total(range(rows).map((k) => row[k] * slopes[k] * weights[k * columns + column]))),
    );
  }
  return B;
}

/** ∂h_L/∂h_l by differentiating the layers from l on in their input, outputs first. */
export async function jacobianFromLayer(network: NetworkCase, layer: number): Promise<Matrix> {
  const blocks = await layerBlocks(network);
  const above = denseNetwork(network.widths.slice(layer), network.activation);
  const first = denseLayers(denseNetwork(network.widths, network.activation))[layer].weight;
  const derivative = transform.selectOutputs(transform.jvp(networkProgram(above, 1, 'float64'), { wrt: ['x'] }), [
    'd_h',
  ]);
  const executable = await reference.compile(derivative);
  const width = network.widths[layer];
  const theta = Float64Array.from(network.theta.slice(first));
  const columns = await Promise.all(
    range(width).map(async (place) => {
      const { d_h } = await executable.run({
        theta: tensor('float64', [theta.length], theta),
        x: tensor('float64', [1, width], Float64Array.from(blocks[layer].input.slice(0, width))),
        d_x: tensor(
          'float64',
          [1, width],
          Float64Array.from(range(width), (k) => (k === place ? 1 : 0)),
        ),
      });
      return [...d_h.data];
    }),
  );
  await executable.dispose();
  return columns[0].map((_, a) => columns.map((column) => column[a]));
}
