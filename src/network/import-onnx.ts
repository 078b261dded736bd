import { InputError } from '../errors.ts';
import { type OnnxGraph, type OnnxNode, readOnnxGraph, type StoredTensor } from '../onnx-file/index.ts';
import { type GraphNetwork, type GraphParameter, sampleProgram } from './graph-network.ts';
import { operatorOf } from './graph-operators.ts';

/** A trained network read from a file. */
export interface ImportedNetwork {
  readonly network: GraphNetwork;
  /** The parameters that it was trained to. */
  readonly theta: Float64Array;
  /** Whether a softmax at the end was left out, so that the outputs are logits for a categorical head. */
  readonly softmaxRemoved: boolean;
}

/**
 * The network in an ONNX file with one input and one output. Its floating point initialisers become theta, by name and in the
 * order in which nodes use them, except scalars and the running mean and variance of batch normalisations. The leading
 * axis of the input is the batch. `logits` leaves out a softmax at the end, which a categorical head applies itself.
 *
 * @throws InputError if the file is no ONNX model of this kind, UnsupportedError naming operator and node where it has an
 *   operator that is not known here, ShapeError where its shapes do not fit.
 */
export function importOnnx(bytes: Uint8Array, name: string, { logits = false } = {}): ImportedNetwork {
  return fromGraph(readOnnxGraph(bytes, name), name, logits);
}

/** The network of a graph, however it was read; see {@link importOnnx}. */
export function fromGraph(graph: OnnxGraph, name: string, logits: boolean): ImportedNetwork {
  const [input, ...others] = graph.inputs;
  if (!input || others.length > 0)
    throw new InputError(`${name}: ${graph.inputs.length} inputs; a model with one input is read.`);
  if (graph.outputs.length !== 1)
    throw new InputError(
      `${name}: ${graph.outputs.length} outputs (${graph.outputs.join(', ')}); a model with one is read.`,
    );
  for (const node of graph.nodes) operatorOf(node);
  const last = graph.nodes.find((node) => node.outputs.includes(graph.outputs[0]!));
  const removed = logits && last?.operator === 'Softmax';
  const output = removed ? last.inputs[0]! : graph.outputs[0]!;
  const nodes = needed(graph.nodes, output);
  const { trained, constants } = sorted(graph.initialisers, nodes);
  const parameters: GraphParameter[] = [];
  let start = 0;
  for (const { name: parameter, shape, data } of trained) {
    parameters.push({ name: parameter, shape, start, size: data.length });
    start += data.length;
  }
  if (start === 0) throw new InputError(`${name}: the model has no parameters.`);
  const unsized: GraphNetwork = {
    kind: 'graph',
    name,
    input: { name: input.name, shape: inputShape(name, input.shape) },
    output,
    parameters,
    constants,
    nodes,
    opset: graph.opset,
    outputs: 0,
  };
  const outputs = sampleProgram(unsized, 'float64').outputs[0]!.variable.type.shape[0]!;
  const theta = Float64Array.from(trained.flatMap(({ data }) => [...data]));
  return { network: { ...unsized, outputs }, theta, softmaxRemoved: removed };
}

/** The nodes that the output depends on, in order. */
function needed(nodes: readonly OnnxNode[], output: string): readonly OnnxNode[] {
  const wanted = new Set([output]);
  const kept: OnnxNode[] = [];
  for (const node of nodes.toReversed()) {
    if (!node.outputs.some((name) => wanted.has(name))) continue;
    for (const name of node.inputs) wanted.add(name);
    kept.unshift(node);
  }
  return kept;
}

/** The tensors that are differentiated by, in the order of their first use, and the others that nodes use. */
function sorted(initialisers: readonly StoredTensor[], nodes: readonly OnnxNode[]) {
  const byName = new Map(initialisers.map((tensor) => [tensor.name, tensor]));
  const running = new Set(
    nodes.filter(({ operator }) => operator === 'BatchNormalization').flatMap(({ inputs }) => inputs.slice(3, 5)),
  );
  // Keras calls them so.
  for (const name of byName.keys()) if (/\/moving_(mean|variance)$/.test(name)) running.add(name);
  const trained: StoredTensor[] = [];
  const constants: StoredTensor[] = [];
  for (const name of new Set(nodes.flatMap((node) => node.inputs))) {
    const tensor = byName.get(name);
    if (!tensor) continue;
    const isTrained = tensor.type === 'float' && tensor.shape.length > 0 && !running.has(name);
    (isTrained ? trained : constants).push(tensor);
  }
  return { trained, constants };
}

function inputShape(name: string, [, ...rest]: readonly (number | null)[]): readonly number[] {
  const sizes = rest.map((size, axis) => {
    if (size !== null) return size;
    throw new InputError(
      `${name}: size ${axis + 1} of the input is open; save the model with all sizes but the first.`,
    );
  });
  if (sizes.length === 0) throw new InputError(`${name}: the input needs a batch axis and at least one more.`);
  return [1, ...sizes];
}
