import { InputError, UnsupportedError } from '../errors.ts';
import { fromGraph, type ImportedNetwork } from './import-onnx.ts';
import type { NodeAttribute, OnnxNode, StoredTensor } from './onnx-format.ts';

/** A TensorFlow.js LayersModel: its `model.json` parsed, and the bytes of the files that its manifest names, by path. */
export interface LayersModelFiles {
  readonly model: unknown;
  readonly weights: (path: string) => Uint8Array;
}

interface Layer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly name: string };
}

interface Group {
  readonly paths: readonly string[];
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: string;
    readonly quantization?: unknown;
  }[];
}

/**
 * The network of a TensorFlow.js LayersModel, a sequence of Keras layers. The weights become theta by name, in the order of
 * the layers and as they are stored: kernels [inputs, outputs], [height, width, inputs, outputs]; moving mean and variance of
 * batch normalisations are constants. `logits` leaves out a softmax at the end.
 *
 * @throws InputError if the file is no such model or its weights do not fit, UnsupportedError naming layer and class where one
 *   is not known here.
 */
export function importLayersModel(
  { model, weights }: LayersModelFiles,
  name: string,
  { logits = false } = {},
): ImportedNetwork {
  const { layers, manifest } = partsOf(model, name);
  const stored = storedWeights(manifest, weights, name);
  const chain = new Chain(stored, inputShape(layers, name));
  for (const layer of layers) {
    const write = Object.hasOwn(layerWriters, layer.class_name) ? layerWriters[layer.class_name] : undefined;
    if (!write) {
      throw new UnsupportedError(
        `${name}: layer "${layer.config.name}" is a ${layer.class_name}; known are ${Object.keys(layerWriters).join(', ')}.`,
      );
    }
    write(chain, layer.config);
  }
  const graph = {
    name,
    nodes: chain.nodes,
    initialisers: [...stored.values(), ...chain.constants],
    inputs: [{ name: 'x', shape: [null, ...chain.shape] }],
    outputs: [chain.last],
    opset: 18,
  };
  return fromGraph(graph, name, logits);
}

function partsOf(
  model: unknown,
  name: string,
): { readonly layers: readonly Layer[]; readonly manifest: readonly Group[] } {
  const { modelTopology, weightsManifest } = (model ?? {}) as {
    readonly modelTopology?: { readonly model_config?: unknown };
    readonly weightsManifest?: readonly Group[];
  };
  const config = (modelTopology?.model_config ?? modelTopology) as
    | { readonly class_name?: string; readonly config?: { readonly layers?: readonly Layer[] } | readonly Layer[] }
    | undefined;
  if (!config || !weightsManifest)
    throw new InputError(`${name}: expected a LayersModel, a JSON object with modelTopology and weightsManifest.`);
  if (config.class_name !== 'Sequential')
    throw new UnsupportedError(`${name}: a ${config.class_name} model; a Sequential one is read. Convert it to ONNX.`);
  const layers = Array.isArray(config.config) ? config.config : (config.config as { layers: readonly Layer[] }).layers;
  return { layers, manifest: weightsManifest };
}

function storedWeights(
  manifest: readonly Group[],
  read: LayersModelFiles['weights'],
  name: string,
): ReadonlyMap<string, StoredTensor> {
  const stored = new Map<string, StoredTensor>();
  for (const { paths, weights } of manifest) {
    const bytes = Buffer.concat(paths.map(read));
    let at = 0;
    for (const { name: weight, shape, dtype, quantization } of weights) {
      if (dtype !== 'float32' || quantization)
        throw new InputError(
          `${name}: weight ${weight} is ${quantization ? 'quantised' : dtype}; plain float32 is read.`,
        );
      const count = shape.reduce((product, size) => product * size, 1);
      if (at + 4 * count > bytes.length)
        throw new InputError(`${name}: the files ${paths.join(', ')} end before weight ${weight}. Are they truncated?`);
      const start = at;
      const data = Float64Array.from({ length: count }, (_, i) => bytes.readFloatLE(start + 4 * i));
      stored.set(weight, { name: weight, shape, type: 'float', data });
      at += 4 * count;
    }
  }
  return stored;
}

function inputShape([first]: readonly Layer[], name: string): readonly number[] {
  const shape = (first?.config['batch_input_shape'] ?? first?.config['batchInputShape']) as
    | readonly (number | null)[]
    | undefined;
  const sizes = shape?.slice(1);
  if (sizes && sizes.length > 0 && sizes.every((size): size is number => size !== null)) return sizes;
  throw new InputError(`${name}: the first layer must have a batch_input_shape with all sizes but the first.`);
}

/** The nodes of a sequence of layers, each taking what the one before gives. */
class Chain {
  readonly nodes: OnnxNode[] = [];
  readonly constants: StoredTensor[] = [];
  readonly shape: readonly number[];
  readonly #stored: ReadonlyMap<string, StoredTensor>;
  last = 'x';

  constructor(stored: ReadonlyMap<string, StoredTensor>, shape: readonly number[]) {
    this.#stored = stored;
    this.shape = shape;
  }

  /** Applies an operator to the last value and further ones. */
  apply(
    operator: string,
    layer: string,
    others: readonly string[] = [],
    attributes: Record<string, NodeAttribute> = {},
  ): void {
    this.last = this.node(operator, layer, [this.last, ...others], attributes);
  }

  /** Writes a node of one output and gives the name of that. */
  node(
    operator: string,
    layer: string,
    inputs: readonly string[],
    attributes: Record<string, NodeAttribute> = {},
  ): string {
    const output = `${layer}:${this.nodes.length}`;
    this.nodes.push({ name: layer, operator, inputs, outputs: [output], attributes });
    return output;
  }

  /** The name of a weight of a layer, which stands in the manifest with the path of its scope. */
  weight(layer: string, weight: string): string {
    const found = [...this.#stored.keys()].find(
      (key) => key === `${layer}/${weight}` || key.endsWith(`/${layer}/${weight}`),
    );
    if (found) return found;
    throw new InputError(
      `layer "${layer}": weight ${weight} is missing; there are ${[...this.#stored.keys()].join(', ')}.`,
    );
  }

  integers(name: string, data: readonly number[]): string {
    this.constants.push({ name, shape: [data.length], type: 'integer', data: Float64Array.from(data) });
    return name;
  }
}

type Config = Layer['config'];
type LayerWriter = (chain: Chain, config: Config) => void;

const activationOperators: Readonly<Record<string, string>> = {
  relu: 'Relu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  softplus: 'Softplus',
  softmax: 'Softmax',
};

function activate(chain: Chain, { name, activation = 'linear' }: Config): void {
  if (activation === 'linear') return;
  const operator = activationOperators[String(activation)];
  if (!operator) {
    throw new UnsupportedError(
      `layer "${name}" has the activation ${String(activation)}; known are linear, ${Object.keys(activationOperators).join(', ')}.`,
    );
  }
  chain.apply(operator, name);
}

const numbersOf = (value: unknown, fallback: readonly number[]): readonly number[] =>
  typeof value === 'number' ? fallback.map(() => value) : ((value as readonly number[] | undefined) ?? fallback);

/** Keras keeps channels last, ONNX keeps them second: the layer runs between two transpositions. */
function channelsSecond(chain: Chain, config: Config, write: () => void): void {
  const format = config['data_format'] ?? config['dataFormat'] ?? 'channels_last';
  if (format !== 'channels_last') {
    write();
    return;
  }
  chain.apply('Transpose', config.name, [], { perm: { numbers: [0, 3, 1, 2] } });
  write();
  chain.apply('Transpose', config.name, [], { perm: { numbers: [0, 2, 3, 1] } });
}

function windowAttributes(config: Config, kernel: readonly number[], strides: readonly number[]) {
  const mode = String(config['padding'] ?? 'valid').toLowerCase() === 'same' ? 'SAME_UPPER' : 'VALID';
  return { kernel_shape: { numbers: kernel }, strides: { numbers: strides }, auto_pad: { text: mode } };
}

function dense(chain: Chain, config: Config): void {
  chain.apply('MatMul', config.name, [chain.weight(config.name, 'kernel')]);
  if (config['use_bias'] !== false && config['useBias'] !== false)
    chain.apply('Add', config.name, [chain.weight(config.name, 'bias')]);
  activate(chain, config);
}

function convolution(chain: Chain, config: Config): void {
  const { name } = config;
  const kernel = numbersOf(config['kernel_size'] ?? config['kernelSize'], [1, 1]);
  const strides = numbersOf(config['strides'], [1, 1]);
  const dilations = numbersOf(config['dilation_rate'] ?? config['dilationRate'], [1, 1]);
  channelsSecond(chain, config, () => {
    const turned = chain.node('Transpose', name, [chain.weight(name, 'kernel')], { perm: { numbers: [3, 2, 0, 1] } });
    const biased = config['use_bias'] !== false && config['useBias'] !== false;
    chain.apply('Conv', name, [turned, ...(biased ? [chain.weight(name, 'bias')] : [])], {
      ...windowAttributes(config, kernel, strides),
      dilations: { numbers: dilations },
    });
  });
  activate(chain, config);
}

function pool(operator: string): LayerWriter {
  return (chain, config) => {
    const size = numbersOf(config['pool_size'] ?? config['poolSize'], [2, 2]);
    const strides = numbersOf(config['strides'] ?? undefined, size);
    channelsSecond(chain, config, () =>
      chain.apply(operator, config.name, [], windowAttributes(config, size, strides)),
    );
  };
}

/** On the last axis, entry by entry: (x - mean) gamma / sqrt(variance + epsilon) + beta. */
function normalisedBatch(chain: Chain, config: Config): void {
  const { name } = config;
  const epsilon: StoredTensor = {
    name: `${name}:epsilon`,
    shape: [],
    type: 'float',
    data: Float64Array.of(Number(config['epsilon'] ?? 1e-3)),
  };
  chain.constants.push(epsilon);
  const variance = chain.node('Add', name, [chain.weight(name, 'moving_variance'), epsilon.name]);
  const root = chain.node('Sqrt', name, [variance]);
  chain.apply('Sub', name, [chain.weight(name, 'moving_mean')]);
  chain.apply('Div', name, [root]);
  if (config['scale'] !== false) chain.apply('Mul', name, [chain.weight(name, 'gamma')]);
  if (config['center'] !== false) chain.apply('Add', name, [chain.weight(name, 'beta')]);
}

const nothing: LayerWriter = () => {};

/** The classes of layers that are known, by their names in Keras. */
const layerWriters: Readonly<Record<string, LayerWriter>> = {
  InputLayer: nothing,
  Dropout: nothing,
  Dense: dense,
  Activation: activate,
  ReLU: (chain, { name }) => chain.apply('Relu', name),
  Softmax: (chain, { name }) => chain.apply('Softmax', name),
  Flatten: (chain, { name }) => chain.apply('Flatten', name),
  Reshape: (chain, config) => {
    const target = (config['target_shape'] ?? config['targetShape']) as readonly number[];
    chain.apply('Reshape', config.name, [chain.integers(`${config.name}:shape`, [0, ...target])]);
  },
  Conv2D: convolution,
  MaxPooling2D: pool('MaxPool'),
  AveragePooling2D: pool('AveragePool'),
  BatchNormalization: normalisedBatch,
  LayerNormalization: (chain, config) =>
    chain.apply(
      'LayerNormalization',
      config.name,
      [chain.weight(config.name, 'gamma'), chain.weight(config.name, 'beta')],
      {
        axis: { number: -1 },
        epsilon: { number: Number(config['epsilon'] ?? 1e-3) },
      },
    ),
};
