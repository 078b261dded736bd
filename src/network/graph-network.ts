import { ShapeError } from '../errors.ts';
import type { OnnxNode, StoredTensor } from '../onnx-file/index.ts';
import { type Builder, buildProgram, type Dtype, type Program, tensor, type Variable } from '../program/index.ts';
import { vmap } from '../transform/index.ts';
import { operatorOf } from './graph-operators.ts';
import type { GraphValue } from './graph-value.ts';

/** A named tensor among the parameters of a graph network. */
export interface GraphParameter {
  readonly name: string;
  readonly shape: readonly number[];
  readonly start: number;
  readonly size: number;
}

/**
 * A network that is a graph of operators in the sense of ONNX, applied to one sample at a time. Its parameters stand in theta
 * by name, one after the other.
 */
export interface GraphNetwork {
  readonly kind: 'graph';
  readonly name: string;
  /** The input with a leading batch axis of one. */
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly output: string;
  readonly parameters: readonly GraphParameter[];
  /** Tensors that no one differentiates by: shapes, running statistics, scalars. */
  readonly constants: readonly StoredTensor[];
  readonly nodes: readonly OnnxNode[];
  readonly opset: number;
  readonly outputs: number;
}

/** How many numbers a sample has. */
export function graphFeatures({ input }: GraphNetwork): number {
  return input.shape.reduce((product, size) => product * size, 1);
}

/** The length of theta. */
export function graphParameterCount({ parameters }: GraphNetwork): number {
  return parameters.reduce((sum, { size }) => sum + size, 0);
}

/** What a graph computes for one sample: its outputs as a vector, and the arguments of its kinks. */
export interface GraphPass {
  readonly outputs: Variable;
  readonly kinks: readonly Variable[];
}

/** The same with all its values by name. */
export interface GraphSample extends GraphPass {
  readonly values: ReadonlyMap<string, GraphValue>;
}

/**
 * Writes the graph on one sample: theta [p] and x [features]. `shifts` are added to values by their names, so that the
 * derivative by a shift is that by the value.
 *
 * @throws UnsupportedError naming operator and node where the graph has one that is not known here, ShapeError where shapes do
 *   not fit.
 */
export function graphSample(
  b: Builder,
  network: GraphNetwork,
  { theta, x }: { readonly theta: Variable; readonly x: Variable },
  shifts: ReadonlyMap<string, Variable> = new Map(),
): GraphSample {
  const { dtype } = x.type;
  const values = new Map<string, GraphValue>();
  const kinks: Variable[] = [];
  for (const { name, shape, start, size } of network.parameters) {
    const variable = b.reshape(b.slice(theta, [start], [start + size]), shape);
    values.set(name, { kind: 'tensor', variable });
  }
  for (const constant of network.constants) values.set(constant.name, storedValue(b, dtype, constant));
  values.set(network.input.name, { kind: 'tensor', variable: b.reshape(x, network.input.shape) });
  for (const node of network.nodes) {
    const inputs = node.inputs.map((name) => (name === '' ? undefined : computed(values, name, node)));
    const context = { b, dtype, node, opset: network.opset, kink: (argument: Variable) => kinks.push(argument) };
    const results = written(node, () => operatorOf(node)(context, inputs));
    node.outputs.forEach((name, i) => {
      if (results[i]) values.set(name, shifted(b, results[i], shifts.get(name)));
    });
  }
  const output = values.get(network.output);
  if (output?.kind !== 'tensor')
    throw new ShapeError(`${network.name}: the output "${network.output}" is no tensor of numbers.`);
  const size = output.variable.type.shape.reduce((product, length) => product * length, 1);
  return { outputs: b.reshape(output.variable, [size]), kinks, values };
}

function shifted(b: Builder, value: GraphValue, shift: Variable | undefined): GraphValue {
  return shift && value.kind === 'tensor' ? { kind: 'tensor', variable: b.add(value.variable, shift) } : value;
}

/**
 * The graph on many samples: theta [p] and x [samples, features], each sample by itself. Inside, samples are the last axis:
 * what slices and convolutions move is then whole runs of it, and weights multiply it as it lies. So are they of the kinks.
 */
export function graphForward(
  b: Builder,
  network: GraphNetwork,
  { theta, x }: { readonly theta: Variable; readonly x: Variable },
): GraphPass {
  const [samples] = x.type.shape as readonly [number, number];
  const program = vmap(sampleProgram(network, x.type.dtype), { over: ['x'], size: samples, axis: 'last' });
  const { outputs, ...kinks } = b.inline(program, { theta, x: b.transpose(x) });
  return { outputs: b.transpose(outputs!), kinks: Object.values(kinks) };
}

/** The program (theta: [p], x: [features]) -> outputs: [outputs], kink0, kink1, ... */
export function sampleProgram(network: GraphNetwork, dtype: Dtype): Program {
  const types = {
    theta: { dtype, shape: [graphParameterCount(network)] },
    x: { dtype, shape: [graphFeatures(network)] },
  };
  return buildProgram(network.name, types, (b, variables) => {
    const { outputs, kinks } = graphSample(b, network, variables);
    return { outputs, ...Object.fromEntries(kinks.map((argument, i) => [`kink${i}`, argument])) };
  });
}

/** Names the node where its shapes do not fit. */
function written<T>({ name, operator }: OnnxNode, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new ShapeError(`node "${name}" (${operator}): ${error.message}`, { cause: error });
  }
}

function computed(values: ReadonlyMap<string, GraphValue>, name: string, node: OnnxNode): GraphValue {
  const value = values.get(name);
  if (value) return value;
  throw new ShapeError(`node "${node.name}" (${node.operator}) uses "${name}", which nothing before it computes.`);
}

function storedValue(b: Builder, dtype: Dtype, { type, shape, data }: StoredTensor): GraphValue {
  if (type === 'integer') return { kind: 'integers', shape, data: [...data] };
  return { kind: 'tensor', variable: b.constant(tensor(dtype, shape, data)), constant: data };
}
