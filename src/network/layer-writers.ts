import { UnsupportedError } from '../errors.ts';
import type { LayerGraph } from './layer-graph.ts';

/** What is known of a layer: its name and the rest of its configuration. */
export type LayerConfig = Readonly<Record<string, unknown>> & { readonly name: string };

/** Writes the nodes of a layer. */
export type LayerWriter = (graph: LayerGraph, config: LayerConfig) => void;

/** What each activation is in operators of ONNX, applied to the last value. */
const activationWriters: Readonly<Record<string, (graph: LayerGraph, name: string) => void>> = {
  linear: () => {},
  relu: (graph, name) => graph.apply('Relu', name),
  relu6: (graph, name) => {
    const bounds = [graph.number(`${name}:0`, 0), graph.number(`${name}:6`, 6)];
    graph.apply('Clip', name, bounds);
  },
  tanh: (graph, name) => graph.apply('Tanh', name),
  sigmoid: (graph, name) => graph.apply('Sigmoid', name),
  softplus: (graph, name) => graph.apply('Softplus', name),
  softmax: (graph, name) => graph.apply('Softmax', name),
  elu: (graph, name) => graph.apply('Elu', name),
  gelu: (graph, name) => graph.apply('Gelu', name),
  gelu_new: (graph, name) => graph.apply('Gelu', name, [], { approximate: { text: 'tanh' } }),
  swish: (graph, name) => {
    const x = graph.last;
    graph.apply('Sigmoid', name);
    graph.apply('Mul', name, [x]);
  },
};

function activate(graph: LayerGraph, { name, activation = 'linear' }: LayerConfig): void {
  const key = String(activation);
  const write = Object.hasOwn(activationWriters, key) ? activationWriters[key] : undefined;
  if (!write) {
    throw new UnsupportedError(
      `layer "${name}" has the activation ${key}; known are ${Object.keys(activationWriters).join(', ')}.`,
    );
  }
  write(graph, name);
}

const numbersOf = (value: unknown, fallback: readonly number[]): readonly number[] =>
  typeof value === 'number' ? fallback.map(() => value) : ((value as readonly number[] | undefined) ?? fallback);

/** Keras keeps channels last, ONNX keeps them second: the layer runs between two transpositions. */
function channelsSecond(graph: LayerGraph, config: LayerConfig, write: () => void): void {
  const format = config['data_format'] ?? config['dataFormat'] ?? 'channels_last';
  if (format !== 'channels_last') {
    write();
    return;
  }
  graph.apply('Transpose', config.name, [], { perm: { numbers: [0, 3, 1, 2] } });
  write();
  graph.apply('Transpose', config.name, [], { perm: { numbers: [0, 2, 3, 1] } });
}

function windowAttributes(config: LayerConfig, kernel: readonly number[], strides: readonly number[]) {
  const mode = String(config['padding'] ?? 'valid').toLowerCase() === 'same' ? 'SAME_UPPER' : 'VALID';
  return { kernel_shape: { numbers: kernel }, strides: { numbers: strides }, auto_pad: { text: mode } };
}

function dense(graph: LayerGraph, config: LayerConfig): void {
  graph.apply('MatMul', config.name, [graph.weight(config.name, 'kernel')]);
  if (config['use_bias'] !== false && config['useBias'] !== false)
    graph.apply('Add', config.name, [graph.weight(config.name, 'bias')]);
  activate(graph, config);
}

function convolution(graph: LayerGraph, config: LayerConfig): void {
  const { name } = config;
  const kernel = numbersOf(config['kernel_size'] ?? config['kernelSize'], [1, 1]);
  const strides = numbersOf(config['strides'], [1, 1]);
  const dilations = numbersOf(config['dilation_rate'] ?? config['dilationRate'], [1, 1]);
  channelsSecond(graph, config, () => {
    const turned = graph.node('Transpose', name, [graph.weight(name, 'kernel')], { perm: { numbers: [3, 2, 0, 1] } });
    const biased = config['use_bias'] !== false && config['useBias'] !== false;
    graph.apply('Conv', name, [turned, ...(biased ? [graph.weight(name, 'bias')] : [])], {
      ...windowAttributes(config, kernel, strides),
      dilations: { numbers: dilations },
    });
  });
  activate(graph, config);
}

function pool(operator: string): LayerWriter {
  return (graph, config) => {
    const size = numbersOf(config['pool_size'] ?? config['poolSize'], [2, 2]);
    const strides = numbersOf(config['strides'] ?? undefined, size);
    channelsSecond(graph, config, () =>
      graph.apply(operator, config.name, [], windowAttributes(config, size, strides)),
    );
  };
}

/** On the last axis, entry by entry: (x - mean) gamma / sqrt(variance + epsilon) + beta. */
function normalisedBatch(graph: LayerGraph, config: LayerConfig): void {
  const { name } = config;
  const epsilon = graph.number(`${name}:epsilon`, Number(config['epsilon'] ?? 1e-3));
  const variance = graph.node('Add', name, [graph.weight(name, 'moving_variance'), epsilon]);
  const root = graph.node('Sqrt', name, [variance]);
  graph.apply('Sub', name, [graph.weight(name, 'moving_mean')]);
  graph.apply('Div', name, [root]);
  if (config['scale'] !== false) graph.apply('Mul', name, [graph.weight(name, 'gamma')]);
  if (config['center'] !== false) graph.apply('Add', name, [graph.weight(name, 'beta')]);
}

const nothing: LayerWriter = () => {};

/** Several values, entry by entry, by one operator after another. */
function merged(operator: string): LayerWriter {
  return (graph, { name }) => {
    for (const other of graph.inputs.slice(1)) graph.apply(operator, name, [other]);
  };
}

/** The classes of layers that are known, by their names in Keras. */
export const layerWriters: Readonly<Record<string, LayerWriter>> = {
  InputLayer: nothing,
  Dropout: nothing,
  Dense: dense,
  Activation: activate,
  ReLU: (graph, config) => {
    if (config['max_value'] ?? config['maxValue'])
      throw new UnsupportedError(`layer "${config.name}": a ReLU with a largest value is not known; use relu6.`);
    graph.apply('Relu', config.name);
  },
  LeakyReLU: (graph, config) =>
    graph.apply('LeakyRelu', config.name, [], { alpha: { number: Number(config['alpha'] ?? 0.3) } }),
  ELU: (graph, config) => graph.apply('Elu', config.name, [], { alpha: { number: Number(config['alpha'] ?? 1) } }),
  Softmax: (graph, { name }) => graph.apply('Softmax', name),
  Flatten: (graph, { name }) => graph.apply('Flatten', name),
  Reshape: (graph, config) => {
    const target = (config['target_shape'] ?? config['targetShape']) as readonly number[];
    graph.apply('Reshape', config.name, [graph.integers(`${config.name}:shape`, [0, ...target])]);
  },
  Add: merged('Add'),
  Subtract: merged('Sub'),
  Multiply: merged('Mul'),
  Maximum: merged('Max'),
  Minimum: merged('Min'),
  Average: (graph, config) => {
    merged('Add')(graph, config);
    graph.apply('Div', config.name, [graph.number(`${config.name}:count`, graph.inputs.length)]);
  },
  Concatenate: (graph, config) =>
    graph.apply('Concat', config.name, graph.inputs.slice(1), { axis: { number: Number(config['axis'] ?? -1) } }),
  Conv2D: convolution,
  GlobalAveragePooling2D: (graph, config) => {
    const last = (config['data_format'] ?? config['dataFormat'] ?? 'channels_last') === 'channels_last';
    const axes = graph.integers(`${config.name}:axes`, last ? [1, 2] : [2, 3]);
    graph.apply('ReduceMean', config.name, [axes], { keepdims: { number: 0 } });
  },
  MaxPooling2D: pool('MaxPool'),
  AveragePooling2D: pool('AveragePool'),
  BatchNormalization: normalisedBatch,
  LayerNormalization: (graph, config) =>
    graph.apply(
      'LayerNormalization',
      config.name,
      [graph.weight(config.name, 'gamma'), graph.weight(config.name, 'beta')],
      {
        axis: { number: -1 },
        epsilon: { number: Number(config['epsilon'] ?? 1e-3) },
      },
    ),
};
