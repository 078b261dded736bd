import { ShapeError, UnsupportedError } from '../errors.ts';
import { type Builder, entryCount, type Shape, tensor, type Variable } from '../program/index.ts';
import { activations } from './activation.ts';
import { averagePool, convolution, maxPool } from './graph-convolution.ts';
import type { GraphValue, NodeContext } from './graph-value.ts';
import type { OnnxNode } from './onnx-format.ts';

/** Writes the operator of a node: its results, in the order of its outputs. */
export type GraphOperator = (
  context: NodeContext,
  inputs: readonly (GraphValue | undefined)[],
) => readonly GraphValue[];

/**
 * The operator of a node.
 *
 * @throws UnsupportedError naming operator and node.
 */
export function operatorOf({ operator, name }: OnnxNode): GraphOperator {
  const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (known) return known;
  throw new UnsupportedError(
    `operator ${operator} of node "${name}" is not known here; known are ${Object.keys(operators).join(', ')}.`,
  );
}

function refuse({ node }: NodeContext, what: string): never {
  throw new UnsupportedError(`operator ${node.operator} of node "${node.name}": ${what}.`);
}

/** The input at a place as a tensor; integers become one. */
function tensorAt(context: NodeContext, inputs: readonly (GraphValue | undefined)[], place: number): Variable {
  const value = inputs[place];
  if (!value) return refuse(context, `input ${place} is missing`);
  if (value.kind === 'tensor') return value.variable;
  return context.b.constant(tensor(context.dtype, value.shape, [...value.data]));
}

/** The input at a place as integers that are known, or undefined where it is absent. */
function integersAt(
  context: NodeContext,
  inputs: readonly (GraphValue | undefined)[],
  place: number,
): readonly number[] | undefined {
  const value = inputs[place];
  if (!value) return undefined;
  return value.kind === 'integers' ? value.data : refuse(context, `input ${place} must be known integers`);
}

const result = (variable: Variable): readonly GraphValue[] => [{ kind: 'tensor', variable }];

function unary(write: (b: Builder, x: Variable) => Variable): GraphOperator {
  return (context, inputs) => result(write(context.b, tensorAt(context, inputs, 0)));
}

/** An operator on entries with NumPy's broadcasting; of integers it is carried out. */
function binary(
  write: (b: Builder, x: Variable, y: Variable) => Variable,
  compute: (x: number, y: number) => number,
): GraphOperator {
  return (context, inputs) => {
    const [left, right] = inputs;
    if (left?.kind === 'integers' && right?.kind === 'integers') {
      const [long, short] = [
        Math.max(left.data.length, right.data.length),
        Math.min(left.data.length, right.data.length),
      ];
      if (short !== long && short !== 1) refuse(context, 'integers of these shapes do not go together');
      const at = (data: readonly number[], i: number): number => data[data.length === 1 ? 0 : i]!;
      const data = Array.from({ length: long }, (_, i) => compute(at(left.data, i), at(right.data, i)));
      return [{ kind: 'integers', shape: left.data.length >= right.data.length ? left.shape : right.shape, data }];
    }
    return result(write(context.b, tensorAt(context, inputs, 0), tensorAt(context, inputs, 1)));
  };
}

function numberOf({ node }: NodeContext, name: string, fallback: number): number {
  return node.attributes[name]?.number ?? fallback;
}

function axisOf(context: NodeContext, rank: number, fallback: number): number {
  const axis = numberOf(context, 'axis', fallback);
  return axis < 0 ? axis + rank : axis;
}

/** The axes that a node names, by an attribute or, in newer operator sets, by its second input; all where it names none. */
function axesOf(context: NodeContext, inputs: readonly (GraphValue | undefined)[], rank: number): number[] {
  const axes = context.node.attributes['axes']?.numbers ?? integersAt(context, inputs, 1);
  if (!axes) return Array.from({ length: rank }, (_, axis) => axis);
  return axes.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
}

/** Broadcasts the leading axes of both operands of a matrix product, as NumPy does. */
function matrixProduct({ b }: NodeContext, left: Variable, right: Variable): Variable {
  const row = left.type.shape.length === 1;
  const column = right.type.shape.length === 1;
  const x = row ? b.reshape(left, [1, left.type.shape[0]!]) : left;
  const y = column ? b.reshape(right, [right.type.shape[0]!, 1]) : right;
  const rank = Math.max(x.type.shape.length, y.type.shape.length);
  const leading = (shape: Shape): number[] => [...Array(rank - shape.length).fill(1), ...shape.slice(0, -2)];
  const [lead, other] = [leading(x.type.shape), leading(y.type.shape)];
  const common = lead.map((size, axis) => Math.max(size, other[axis]!));
  const spread = (variable: Variable): Variable => {
    const shape = [...common, ...variable.type.shape.slice(-2)];
    return b.broadcast(variable, shape);
  };
  // A batch times one matrix is one product of all its rows.
  if (y.type.shape.length === 2 && x.type.shape.length > 2) {
    const rows = entryCount(x.type.shape.slice(0, -1));
    const product = b.matmul(b.reshape(x, [rows, x.type.shape.at(-1)!]), y);
    return b.reshape(product, [...x.type.shape.slice(0, -1), ...(column ? [] : [y.type.shape[1]!])]);
  }
  const product = b.matmul(spread(x), spread(y));
  const shape = product.type.shape;
  if (row) return b.reshape(product, [...shape.slice(0, -2), ...(column ? [] : [shape.at(-1)!])]);
  return column ? b.reshape(product, shape.slice(0, -1)) : product;
}

function softmaxParts(
  { b }: NodeContext,
  x: Variable,
  axis: number,
): { readonly centred: Variable; readonly total: Variable } {
  const kept = x.type.shape.map((size, i) => (i === axis ? 1 : size));
  const largest = b.reshape(b.reduceMax(b.stopGradient(x), [axis]), kept);
  const centred = b.subtract(x, largest);
  return { centred, total: b.reshape(b.reduceSum(b.exp(centred), [axis]), kept) };
}

/** The mean over axes, which stay with size 1. */
function meanOver(b: Builder, x: Variable, axes: readonly number[]): Variable {
  const count = axes.reduce((product, axis) => product * x.type.shape[axis]!, 1);
  const kept = x.type.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return b.divide(b.reshape(b.reduceSum(x, axes), kept), count);
}

function reduction(mean: boolean): GraphOperator {
  return (context, inputs) => {
    const x = tensorAt(context, inputs, 0);
    const { shape } = x.type;
    const axes = axesOf(context, inputs, shape.length);
    const kept = numberOf(context, 'keepdims', 1) === 1;
    const count = mean ? axes.reduce((product, axis) => product * shape[axis]!, 1) : 1;
    const sum = context.b.divide(context.b.reduceSum(x, axes), count);
    return result(
      kept
        ? context.b.reshape(
            sum,
            shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
          )
        : sum,
    );
  };
}

/** A new shape for the entries of a value: 0 keeps a size, -1 stands for what is left. */
function reshaped(context: NodeContext, value: GraphValue, wanted: readonly number[]): readonly GraphValue[] {
  const shape = value.kind === 'tensor' ? value.variable.type.shape : value.shape;
  const sizes = wanted.map((size, axis) => (size === 0 ? shape[axis]! : size));
  const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  const target = sizes.map((size) => (size === -1 ? entryCount(shape) / known : size));
  if (entryCount(target) !== entryCount(shape))
    refuse(context, `[${shape}] has another number of entries than [${wanted}]`);
  if (value.kind === 'integers') return [{ ...value, shape: target }];
  const variable = context.b.reshape(value.variable, target);
  return [value.constant ? { kind: 'tensor', variable, constant: value.constant } : { kind: 'tensor', variable }];
}

function shapeOf(value: GraphValue | undefined): Shape {
  if (!value) throw new ShapeError('an input is missing');
  return value.kind === 'tensor' ? value.variable.type.shape : value.shape;
}

function withoutAxes(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const shape = shapeOf(inputs[0]);
  const named = context.node.attributes['axes'] ?? inputs[1];
  const axes = named
    ? axesOf(context, inputs, shape.length)
    : shape.flatMap((size, axis) => (size === 1 ? [axis] : []));
  return reshaped(
    context,
    inputs[0]!,
    shape.filter((_, axis) => !axes.includes(axis)),
  );
}

function withAxes(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const shape = [...shapeOf(inputs[0])];
  const given = context.node.attributes['axes']?.numbers ?? integersAt(context, inputs, 1) ?? [];
  const rank = shape.length + given.length;
  const axes = given.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
  for (const axis of axes) shape.splice(axis, 0, 1);
  return reshaped(context, inputs[0]!, shape);
}

function sliced(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const { attributes } = context.node;
  const starts = attributes['starts']?.numbers ?? integersAt(context, inputs, 1) ?? [];
  const ends = attributes['ends']?.numbers ?? integersAt(context, inputs, 2) ?? [];
  const shape = shapeOf(inputs[0]);
  const named = attributes['axes']?.numbers ?? integersAt(context, inputs, 3) ?? starts.map((_, axis) => axis);
  const steps = integersAt(context, inputs, 4) ?? starts.map(() => 1);
  if (steps.some((step) => step !== 1)) refuse(context, 'only steps of 1 are known');
  const low = shape.map(() => 0);
  const high = [...shape];
  named.forEach((given, i) => {
    const axis = given < 0 ? given + shape.length : given;
    const place = (index: number): number =>
      Math.min(shape[axis]!, Math.max(0, index < 0 ? index + shape[axis]! : index));
    low[axis] = place(starts[i]!);
    high[axis] = place(ends[i]!);
  });
  const [value] = inputs;
  if (value?.kind === 'integers') {
    const data = value.data.slice(low[0], high[0]);
    return [{ kind: 'integers', shape: [data.length], data }];
  }
  return result(context.b.slice(tensorAt(context, inputs, 0), low, high));
}

function gathered(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const [value, index] = inputs;
  const indices = integersAt(context, inputs, 1) ?? [];
  if (value?.kind === 'integers') {
    const data = indices.map((i) => value.data[i < 0 ? i + value.data.length : i]!);
    return [{ kind: 'integers', shape: shapeOf(index), data }];
  }
  const x = tensorAt(context, inputs, 0);
  const { shape } = x.type;
  const axis = axisOf(context, shape.length, 0);
  const parts = indices.map((i) => {
    const at = i < 0 ? i + shape[axis]! : i;
    return context.b.slice(
      x,
      shape.map((_, k) => (k === axis ? at : 0)),
      shape.map((size, k) => (k === axis ? at + 1 : size)),
    );
  });
  const joined = parts.length === 1 ? parts[0]! : context.b.concatenate(parts, axis);
  return result(context.b.reshape(joined, [...shape.slice(0, axis), ...shapeOf(index), ...shape.slice(axis + 1)]));
}

function concatenated(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  if (inputs.every((value) => value?.kind === 'integers')) {
    const data = inputs.flatMap((value) => (value?.kind === 'integers' ? [...value.data] : []));
    return [{ kind: 'integers', shape: [data.length], data }];
  }
  const parts = inputs.map((_, place) => tensorAt(context, inputs, place));
  return result(context.b.concatenate(parts, axisOf(context, parts[0]!.type.shape.length, 0)));
}

function split(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const { shape } = x.type;
  const axis = axisOf(context, shape.length, 0);
  const parts = context.node.outputs.length;
  const equal = Array.from({ length: parts }, () => shape[axis]! / parts);
  const sizes = context.node.attributes['split']?.numbers ?? integersAt(context, inputs, 1) ?? equal;
  let start = 0;
  return sizes.flatMap((size) => {
    const low = shape.map((_, k) => (k === axis ? start : 0));
    start += size;
    return result(
      context.b.slice(
        x,
        low,
        shape.map((all, k) => (k === axis ? start : all)),
      ),
    );
  });
}

/** A power with a known exponent: whole ones by products, halves by roots. */
function power(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const [, exponent] = inputs;
  const known = exponent?.kind === 'integers' ? exponent.data : exponent?.constant;
  const value = known?.length === 1 ? known[0] : undefined;
  if (value === undefined) return refuse(context, 'the exponent must be one known number');
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  if (value === 0.5) return result(b.sqrt(x));
  if (!Number.isInteger(value) || value < 1 || value > 8)
    return refuse(context, `exponents 0.5, 1, ..., 8 are known, not ${value}`);
  return result(Array.from({ length: value - 1 }).reduce<Variable>((product) => b.multiply(product, x), x));
}

function normalisedLayer(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const { b } = context;
  const x = tensorAt(context, inputs, 0);
  const rank = x.type.shape.length;
  const first = axisOf(context, rank, -1);
  const axes = Array.from({ length: rank - first }, (_, i) => first + i);
  const centred = b.subtract(x, meanOver(b, x, axes));
  const variance = meanOver(b, b.multiply(centred, centred), axes);
  const scaled = b.divide(centred, b.sqrt(b.add(variance, numberOf(context, 'epsilon', 1e-5))));
  const stretched = b.multiply(scaled, tensorAt(context, inputs, 1));
  return result(inputs[2] ? b.add(stretched, tensorAt(context, inputs, 2)) : stretched);
}

/** Batch normalisation with its running mean and variance, channel by channel on axis 1. */
function normalisedBatch(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const { b } = context;
  if (numberOf(context, 'training_mode', 0) !== 0) refuse(context, 'training mode mixes samples; export for inference');
  const x = tensorAt(context, inputs, 0);
  const channel = (place: number): Variable => {
    const values = tensorAt(context, inputs, place);
    return b.reshape(values, [values.type.shape[0]!, ...x.type.shape.slice(2).map(() => 1)]);
  };
  const [scale, shift, mean, variance] = [channel(1), channel(2), channel(3), channel(4)];
  const factor = b.divide(scale, b.sqrt(b.add(variance, numberOf(context, 'epsilon', 1e-5))));
  return result(b.add(b.multiply(b.subtract(x, mean), factor), shift));
}

function gemm(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const { b } = context;
  const flags = {
    transposeLeft: numberOf(context, 'transA', 0) === 1,
    transposeRight: numberOf(context, 'transB', 0) === 1,
  };
  const product = b.matmul(tensorAt(context, inputs, 0), tensorAt(context, inputs, 1), flags);
  const [alpha, beta] = [numberOf(context, 'alpha', 1), numberOf(context, 'beta', 1)];
  const scaled = alpha === 1 ? product : b.multiply(product, alpha);
  if (!inputs[2]) return result(scaled);
  const bias = tensorAt(context, inputs, 2);
  return result(b.add(scaled, beta === 1 ? bias : b.multiply(bias, beta)));
}

function relu(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  context.kink(x);
  return result(activations.relu(context.b, x));
}

function leakyRelu(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const { b } = context;
  context.kink(x);
  const slope = numberOf(context, 'alpha', 0.01);
  return result(b.add(b.multiply(x, slope), b.multiply(activations.relu(b, x), 1 - slope)));
}

function flattened(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const shape = shapeOf(inputs[0]);
  const axis = axisOf(context, shape.length, 1);
  return reshaped(context, inputs[0]!, [entryCount(shape.slice(0, axis)), entryCount(shape.slice(axis))]);
}

function transposed(context: NodeContext, inputs: readonly (GraphValue | undefined)[]): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const reversed = x.type.shape.map((_, axis) => x.type.shape.length - 1 - axis);
  return result(context.b.transpose(x, context.node.attributes['perm']?.numbers ?? reversed));
}

function stored(context: NodeContext): readonly GraphValue[] {
  const { attributes } = context.node;
  const value = attributes['value']?.tensor;
  if (value?.type === 'integer') return [{ kind: 'integers', shape: value.shape, data: [...value.data] }];
  const number = attributes['value_float']?.number;
  const data = value?.data ?? (number === undefined ? undefined : Float64Array.of(number));
  if (data) {
    const variable = context.b.constant(tensor(context.dtype, value?.shape ?? [], data));
    return [{ kind: 'tensor', variable, constant: data }];
  }
  const one = attributes['value_int']?.number;
  const integers = attributes['value_ints']?.numbers ?? (one === undefined ? undefined : [one]);
  if (!integers) return refuse(context, 'only tensors and numbers are known constants');
  return [{ kind: 'integers', shape: one === undefined ? [integers.length] : [], data: integers }];
}

const gelu: GraphOperator = (context, inputs) => {
  if (context.node.attributes['approximate']?.text !== 'tanh') refuse(context, 'only approximate = tanh is known');
  return result(activations.gelu(context.b, tensorAt(context, inputs, 0)));
};

const unchanged: GraphOperator = (_, [value]) => [value!];

/** The operators that are known, by their names in ONNX. */
const operators: Readonly<Record<string, GraphOperator>> = {
  Gemm: gemm,
  MatMul: (context, inputs) =>
    result(matrixProduct(context, tensorAt(context, inputs, 0), tensorAt(context, inputs, 1))),
  Add: binary(
    (b, x, y) => b.add(x, y),
    (x, y) => x + y,
  ),
  Sub: binary(
    (b, x, y) => b.subtract(x, y),
    (x, y) => x - y,
  ),
  Mul: binary(
    (b, x, y) => b.multiply(x, y),
    (x, y) => x * y,
  ),
  Div: binary(
    (b, x, y) => b.divide(x, y),
    (x, y) => Math.trunc(x / y),
  ),
  Pow: power,
  Neg: unary((b, x) => b.negate(x)),
  Sqrt: unary((b, x) => b.sqrt(x)),
  Exp: unary((b, x) => b.exp(x)),
  Log: unary((b, x) => b.log(x)),
  Tanh: unary(activations.tanh),
  Sigmoid: unary(activations.sigmoid),
  Softplus: unary(activations.softplus),
  Sin: unary(activations.sin),
  Cos: unary((b, x) => b.cos(x)),
  Relu: relu,
  LeakyRelu: leakyRelu,
  Gelu: gelu,
  Softmax: (context, inputs) => {
    const x = tensorAt(context, inputs, 0);
    const { centred, total } = softmaxParts(context, x, axisOf(context, x.type.shape.length, -1));
    return result(context.b.divide(context.b.exp(centred), total));
  },
  LogSoftmax: (context, inputs) => {
    const x = tensorAt(context, inputs, 0);
    const { centred, total } = softmaxParts(context, x, axisOf(context, x.type.shape.length, -1));
    return result(context.b.subtract(centred, context.b.log(total)));
  },
  ReduceMean: reduction(true),
  ReduceSum: reduction(false),
  Conv: (context, inputs) =>
    result(
      convolution(
        context,
        tensorAt(context, inputs, 0),
        tensorAt(context, inputs, 1),
        inputs[2] && tensorAt(context, inputs, 2),
      ),
    ),
  AveragePool: (context, inputs) => result(averagePool(context, tensorAt(context, inputs, 0))),
  MaxPool: (context, inputs) => result(maxPool(context, tensorAt(context, inputs, 0))),
  GlobalAveragePool: (context, inputs) => {
    const x = tensorAt(context, inputs, 0);
    const axes = x.type.shape.map((_, axis) => axis).slice(2);
    return result(meanOver(context.b, x, axes));
  },
  BatchNormalization: normalisedBatch,
  LayerNormalization: normalisedLayer,
  Flatten: flattened,
  Reshape: (context, inputs) => reshaped(context, inputs[0]!, integersAt(context, inputs, 1) ?? []),
  Transpose: transposed,
  Squeeze: withoutAxes,
  Unsqueeze: withAxes,
  Concat: concatenated,
  Split: split,
  Slice: sliced,
  Gather: gathered,
  Shape: (_, [value]) => {
    const shape = shapeOf(value);
    return [{ kind: 'integers', shape: [shape.length], data: shape }];
  },
  Constant: stored,
  Identity: unchanged,
  Dropout: unchanged,
  Cast: unchanged,
};

/** The names of the operators that are known. */
export const knownOperators = Object.keys(operators) as readonly string[];
