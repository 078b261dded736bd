import type { Engine } from '../engine/index.ts';
import { UnsupportedError } from '../errors.ts';
import { type GraphLayer, type GraphNetwork, graphLayers } from '../network/index.ts';
import { entryCount } from '../program/index.ts';
import { factoredImmersionPoint } from './fisher-factors.ts';
import { type DiagonalBlock, diagonalBlocks } from './fisher-forms.ts';
import type { FisherPoint } from './fisher-point.ts';
import { forEachGraphCotangent, type GraphCotangent } from './graph-cotangents.ts';
import { immerse } from './immersion.ts';
import type { KroneckerFactor, KroneckerForm } from './kronecker-factor.ts';
import type { OutputFactors } from './output-factors.ts';

/** Blocks of parameters outside of layers are computed exactly up to this size. */
const exactSize = 500;

/**
 * Kronecker factors for the layers of a graph, and exact blocks for its other parameters. A layer sees a_t at each of its T places;
 * its block is approximated by B (x) A with A = E[sum_t a_t a_t^T] and B = E[sum_t delta_t delta_t^T] / T. Of one place that is
 * KFAC; of several, convolutions among them, it assumes besides that second moments are the same at all places, that the
 * cotangents of different places are uncorrelated, and products of means [Grosse-Martens 2016, arXiv:1602.01407, theorem 1;
 * for weights shared along sequences Eschenhagen et al. 2023, KFAC-expand].
 *
 * @throws UnsupportedError naming a parameter outside of layers that is too large for an exact block.
 */
export async function graphKroneckerForm(
  point: FisherPoint,
  network: GraphNetwork,
  factors: OutputFactors,
  engine: Engine,
): Promise<KroneckerForm> {
  const { layers, rest } = graphLayers(network);
  const large = rest.find(({ size }) => size > exactSize);
  if (large) {
    const users = network.nodes.filter(({ inputs }) => inputs.includes(large.name));
    throw new UnsupportedError(
      `The parameter "${large.name}" with ${large.size} numbers has no Kronecker factors, which are of weights that one node Gemm, ` +
        `MatMul or Conv has for itself; it is used by ${users.map(({ operator, name }) => `${operator} "${name}"`).join(', ')}. Exact ` +
        `blocks are computed up to ${exactSize} numbers: take the diagonal, the block-diagonal or the full form.`,
    );
  }
  const parts = layers.flatMap((layer) => Array.from({ length: layer.groups }, (_, group) => emptyPart(layer, group)));
  await forEachGraphCotangent(
    { ...point, model: { ...point.model, network } },
    layers,
    factors,
    engine,
    (seen, samples) => {
      for (const part of parts) addSamples(part, seen[layers.indexOf(part.layer)]!, samples);
    },
  );
  const found = parts.map(({ factor, places }): KroneckerFactor => {
    const { inputs, cotangents } = factor;
    return {
      ...factor,
      inputs: inputs.map((entry) => entry / factors.samples),
      cotangents: cotangents.map((entry) => entry / (factors.samples * places)),
    };
  });
  return { factors: found, exact: await exactBlocks(point, rest, factors, engine) };
}

async function exactBlocks(
  point: FisherPoint,
  rest: Parameters<typeof diagonalBlocks>[1],
  factors: OutputFactors,
  engine: Engine,
): Promise<readonly DiagonalBlock[]> {
  if (rest.length === 0) return [];
  const immersion = await immerse(factoredImmersionPoint(point, factors), engine);
  try {
    const blocks = rest.map(({ name, start, size }) => ({ name, start, size }));
    return await diagonalBlocks(immersion.many.metric, blocks, immersion.parameters);
  } finally {
    await immersion.dispose();
  }
}

/** The outputs of one group of a layer, with sums of squares over samples and places. */
interface Part {
  readonly layer: GraphLayer;
  readonly group: number;
  /** T. */
  readonly places: number;
  readonly factor: KroneckerFactor;
}

function emptyPart(layer: GraphLayer, group: number): Part {
  const { weight, bias, groups, kind, output, rowsAreOutputs } = layer;
  const isConvolution = kind === 'convolution';
  const all = isConvolution || rowsAreOutputs ? weight.shape[0]! : weight.shape[1]!;
  const width = weight.size / all;
  const outputSide = all / groups;
  const inputSide = width + (bias ? 1 : 0);
  const places = new Int32Array(outputSide * inputSide);
  for (let i = 0; i < outputSide; i += 1) {
    const row = group * outputSide + i;
    for (let j = 0; j < width; j += 1)
      places[i * inputSide + j] = weight.start + (isConvolution || rowsAreOutputs ? row * width + j : j * all + row);
    if (bias) places[i * inputSide + width] = bias.start + row;
  }
  return {
    layer,
    group,
    places: entryCount(output.shape) / all,
    factor: {
      name: groups === 1 ? weight.name : `${weight.name} (group ${group})`,
      inputs: new Float64Array(inputSide * inputSide),
      inputSide,
      cotangents: new Float64Array(outputSide * outputSide),
      outputSide,
      places,
    },
  };
}

function addSamples(part: Part, { input, cotangents }: GraphCotangent, samples: number): void {
  const { layer, group, places, factor } = part;
  const { inputSide, outputSide } = factor;
  const { scale, biasScale, bias } = layer;
  const width = inputSide - (bias ? 1 : 0);
  const a = new Float64Array(inputSide);
  if (bias) a[width] = biasScale;
  for (let t = 0; t < places; t += 1) {
    const seen = entriesSeen(part, width, t);
    for (let n = 0; n < samples; n += 1) {
      for (let j = 0; j < width; j += 1) a[j] = seen[j]! < 0 ? 0 : scale * input[seen[j]! * samples + n]!;
      addSquare(factor.inputs, a);
    }
  }
  const delta = new Float64Array(outputSide);
  const isConvolution = layer.kind === 'convolution';
  const all = outputSide * layer.groups;
  for (const row of cotangents) {
    for (let t = 0; t < places; t += 1) {
      for (let n = 0; n < samples; n += 1) {
        for (let i = 0; i < outputSide; i += 1) {
          const output = group * outputSide + i;
          delta[i] = row[(isConvolution ? output * places + t : t * all + output) * samples + n]!;
        }
        addSquare(factor.cotangents, delta);
      }
    }
  }
}

/** sum += v v^T, row-major. */
function addSquare(sum: Float64Array, v: Float64Array): void {
  const side = v.length;
  for (let i = 0; i < side; i += 1) {
    const factor = v[i]!;
    if (factor === 0) continue;
    const start = i * side;
    for (let j = 0; j < side; j += 1) sum[start + j] = sum[start + j]! + factor * v[j]!;
  }
}

/** Which entries of its input a layer sees at a place, in the order of its weight; -1 for padding. */
function entriesSeen({ layer, group }: Part, width: number, place: number): Int32Array {
  const { window, input } = layer;
  if (!window) return Int32Array.from({ length: width }, (_, j) => place * width + j);
  const spatial = input.shape.slice(2);
  const area = entryCount(window.kernel);
  const depth = width / area;
  const at = indices(place, window.sizes);
  return Int32Array.from({ length: width }, (_, j) => {
    const offset = indices(j % area, window.kernel);
    const position = at.map(
      (p, axis) => p * window.strides[axis]! + offset[axis]! * window.dilations[axis]! - window.low[axis]!,
    );
    if (position.some((p, axis) => p < 0 || p >= spatial[axis]!)) return -1;
    const channel = group * depth + Math.floor(j / area);
    return position.reduce((flat, p, axis) => flat * spatial[axis]! + p, channel);
  });
}

/** The row-major indices of an entry of a tensor. */
function indices(flat: number, shape: readonly number[]): number[] {
  const found: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    found.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return found;
}
