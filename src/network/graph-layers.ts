import type { OnnxNode } from '../onnx-file/index.ts';
import { buildProgram, type Dtype, entryCount, type Shape } from '../program/index.ts';
import {
  type GraphNetwork,
  type GraphParameter,
  graphFeatures,
  graphParameterCount,
  graphSample,
} from './graph-network.ts';
import { type Window, windowOf } from './graph-window.ts';

/**
 * A layer of a graph that is affine in its parameters: at each of some places its outputs are scale W a + biasScale b, with a
 * what it sees there. A matrix product has a place for each of its rows, a convolution one for each place of its window.
 */
export interface GraphLayer {
  readonly kind: 'product' | 'convolution';
  readonly weight: GraphParameter;
  readonly bias?: GraphParameter;
  readonly scale: number;
  readonly biasScale: number;
  /** The value that enters it, for one sample, and the value that a shift of its outputs shifts. */
  readonly input: { readonly name: string; readonly shape: Shape };
  readonly output: { readonly name: string; readonly shape: Shape };
  /** Of a product, whether rows of the weight are outputs. */
  readonly rowsAreOutputs: boolean;
  /** Of a convolution. */
  readonly window?: Window;
  readonly groups: number;
}

/** The layers of a graph with their parameters, and the parameters that belong to none. */
export interface GraphLayers {
  readonly layers: readonly GraphLayer[];
  readonly rest: readonly GraphParameter[];
}

/**
 * Finds the layers of a graph: nodes Gemm, MatMul and Conv whose weight is a parameter that nothing else uses, with the bias that they
 * or an Add right after them add. Weights that are shared between nodes or computed from others belong to none.
 */
export function graphLayers(network: GraphNetwork): GraphLayers {
  const shapes = valueShapes(network);
  const layers = network.nodes.flatMap((node) => layerOf(network, shapes, node) ?? []);
  const taken = new Set(layers.flatMap(({ weight, bias }) => [weight.name, bias?.name]));
  return { layers, rest: network.parameters.filter(({ name }) => !taken.has(name)) };
}

/** The shapes of the tensors of a graph, for one sample. */
function valueShapes(network: GraphNetwork, dtype: Dtype = 'float64'): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const types = {
    theta: { dtype, shape: [graphParameterCount(network)] },
    x: { dtype, shape: [graphFeatures(network)] },
  };
  buildProgram(network.name, types, (b, variables) => {
    const { outputs, values } = graphSample(b, network, variables);
    for (const [name, value] of values) if (value.kind === 'tensor') shapes.set(name, value.variable.type.shape);
    return { outputs };
  });
  return shapes;
}

function layerOf(network: GraphNetwork, shapes: ReadonlyMap<string, Shape>, node: OnnxNode): GraphLayer | undefined {
  const { operator, attributes } = node;
  const [given, weightName, biasName] = node.inputs;
  if (!['Gemm', 'MatMul', 'Conv'].includes(operator)) return undefined;
  const weight = ownParameter(network, weightName);
  const isConvolution = operator === 'Conv';
  if (!weight || ownParameter(network, given) || attributes['transA']?.number === 1) return undefined;
  if (!isConvolution && weight.shape.length !== 2) return undefined;
  const input = { name: given!, shape: shapes.get(given!)! };
  const output = { name: node.outputs[0]!, shape: shapes.get(node.outputs[0]!)! };
  const rowsAreOutputs = attributes['transB']?.number === 1;
  const width = isConvolution || rowsAreOutputs ? weight.shape[0]! : weight.shape[1]!;
  const channelAxis = isConvolution ? 1 : output.shape.length - 1;
  const own = ownParameter(network, biasName);
  const added = biasName ? undefined : addedAfter(network, output, channelAxis);
  const bias = own && own.size === width ? own : added;
  return {
    kind: isConvolution ? 'convolution' : 'product',
    weight,
    ...(bias ? { bias } : {}),
    scale: attributes['alpha']?.number ?? 1,
    biasScale: bias === own ? (attributes['beta']?.number ?? 1) : 1,
    input,
    output,
    rowsAreOutputs,
    ...(isConvolution ? { window: windowOf({ node }, input.shape.slice(2), weight.shape.slice(2)) } : {}),
    groups: attributes['group']?.number ?? 1,
  };
}

/** The parameter of that name, if one node uses it, once. */
function ownParameter(network: GraphNetwork, name: string | undefined): GraphParameter | undefined {
  const found = network.parameters.find((parameter) => parameter.name === name);
  const uses = network.nodes.reduce((count, { inputs }) => count + inputs.filter((used) => used === name).length, 0);
  return uses === 1 ? found : undefined;
}

/** The parameter that an Add right after a value adds to it, the same at all places. */
function addedAfter(
  network: GraphNetwork,
  { name, shape }: { readonly name: string; readonly shape: Shape },
  axis: number,
): GraphParameter | undefined {
  const users = network.nodes.filter(({ inputs }) => inputs.includes(name));
  const [user] = users;
  if (users.length !== 1 || user!.operator !== 'Add' || network.output === name) return undefined;
  const bias = ownParameter(
    network,
    user!.inputs.find((other) => other !== name),
  );
  if (!bias || bias.size !== shape[axis] || entryCount(bias.shape) !== bias.size) return undefined;
  // Aligned at the end, as in NumPy: its one long axis must be that of the outputs.
  const long = bias.shape.findIndex((size) => size > 1);
  const place = long < 0 ? axis : shape.length - bias.shape.length + long;
  return bias.shape.length <= shape.length && place === axis ? bias : undefined;
}
