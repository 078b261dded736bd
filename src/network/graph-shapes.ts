import { entryCount, strides, tensor } from '../program/index.ts';
import {
  axesOf,
  axisOf,
  type GraphInputs,
  type GraphOperator,
  integersAt,
  refuse,
  result,
  shapeOf,
  tensorAt,
} from './graph-input.ts';
import { type GraphValue, type NodeContext, positions } from './graph-value.ts';

/** A new shape for the entries of a value: 0 keeps a size, -1 stands for what is left. */
export function reshaped(context: NodeContext, value: GraphValue, wanted: readonly number[]): readonly GraphValue[] {
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

export function flattened(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const shape = shapeOf(inputs[0]);
  const axis = axisOf(context, shape.length, 1);
  return reshaped(context, inputs[0]!, [entryCount(shape.slice(0, axis)), entryCount(shape.slice(axis))]);
}

export function withoutAxes(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
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

export function withAxes(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const shape = [...shapeOf(inputs[0])];
  const given = context.node.attributes['axes']?.numbers ?? integersAt(context, inputs, 1) ?? [];
  const rank = shape.length + given.length;
  const axes = given.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
  for (const axis of axes) shape.splice(axis, 0, 1);
  return reshaped(context, inputs[0]!, shape);
}

/** The axes in the order of `perm`, or reversed. */
export function transposed(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const shape = shapeOf(inputs[0]);
  const reversed = shape.map((_, axis) => shape.length - 1 - axis);
  const order = context.node.attributes['perm']?.numbers ?? reversed;
  const [value] = inputs;
  if (value?.kind !== 'integers') return result(context.b.transpose(tensorAt(context, inputs, 0), order));
  const steps = strides(shape);
  const target = order.map((axis) => shape[axis]!);
  const places = positions(target).map((place) => place.reduce((sum, at, i) => sum + at * steps[order[i]!]!, 0));
  return [{ kind: 'integers', shape: target, data: places.map((place) => value.data[place]!) }];
}

/** The value repeated to a shape, as NumPy broadcasts. */
export function expanded(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const x = tensorAt(context, inputs, 0);
  const wanted = integersAt(context, inputs, 1) ?? [];
  const rank = Math.max(wanted.length, x.type.shape.length);
  const at = (shape: readonly number[], axis: number): number => shape[axis - rank + shape.length] ?? 1;
  const target = Array.from({ length: rank }, (_, axis) => Math.max(at(x.type.shape, axis), at(wanted, axis)));
  return result(context.b.broadcast(x, target));
}

/** The sizes of a value. */
export const sizes: GraphOperator = (_, [value]) => {
  const shape = shapeOf(value);
  return [{ kind: 'integers', shape: [shape.length], data: shape }];
};

/** The tensor or numbers in the attributes of the node. */
export function stored(context: NodeContext): readonly GraphValue[] {
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

/** One number, 0 unless `value` is another, repeated to a known shape. */
export function filled(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const shape = integersAt(context, inputs, 0) ?? [];
  const value = context.node.attributes['value']?.tensor;
  const entries = new Float64Array(entryCount(shape)).fill(value?.data[0] ?? 0);
  if (value?.type === 'integer') return [{ kind: 'integers', shape, data: [...entries] }];
  return [{ kind: 'tensor', variable: context.b.constant(tensor(context.dtype, shape, entries)), constant: entries }];
}

/** Another format of numbers: known ones become integers where that is what is asked for. */
export const cast: GraphOperator = ({ node }, [value]) => {
  const whole = [6, 7].includes(node.attributes['to']?.number ?? 1);
  if (!whole || value?.kind !== 'tensor' || !value.constant) return [value!];
  return [{ kind: 'integers', shape: shapeOf(value), data: Array.from(value.constant, Math.trunc) }];
};
