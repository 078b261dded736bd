import { type Shape, strides } from '../program/index.ts';
import { axisOf, type GraphInputs, integersAt, numberOf, refuse, result, shapeOf, tensorAt } from './graph-input.ts';
import { type GraphValue, type NodeContext, positions } from './graph-value.ts';
import { strided } from './graph-window.ts';

/** Where a slice begins along each axis, how many entries it takes and how far apart. */
interface SlicePlan {
  readonly starts: readonly number[];
  readonly counts: readonly number[];
  readonly steps: readonly number[];
}

/** A part of each axis named, from `starts` to `ends` by `steps`. */
export function sliced(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const shape = shapeOf(inputs[0]);
  const { starts, counts, steps } = slicePlan(context, inputs, shape);
  const [value] = inputs;
  if (value?.kind === 'integers') {
    const places = strides(shape);
    const data = positions(counts).map(
      (position) =>
        value.data[position.reduce((sum, at, axis) => sum + (starts[axis]! + at * steps[axis]!) * places[axis]!, 0)]!,
    );
    return [{ kind: 'integers', shape: counts, data }];
  }
  if (steps.some((step) => step < 1)) refuse(context, 'steps backwards are not known');
  let x = tensorAt(context, inputs, 0);
  starts.forEach((start, axis) => {
    x = strided(context.b, x, axis, { start, count: counts[axis]!, step: steps[axis]! });
  });
  return result(x);
}

function slicePlan(context: NodeContext, inputs: GraphInputs, shape: Shape): SlicePlan {
  const { attributes } = context.node;
  const from = attributes['starts']?.numbers ?? integersAt(context, inputs, 1) ?? [];
  const to = attributes['ends']?.numbers ?? integersAt(context, inputs, 2) ?? [];
  const named = attributes['axes']?.numbers ?? integersAt(context, inputs, 3) ?? from.map((_, axis) => axis);
  const by = integersAt(context, inputs, 4) ?? from.map(() => 1);
  const [starts, counts, steps] = [shape.map(() => 0), [...shape], shape.map(() => 1)];
  named.forEach((given, i) => {
    const axis = given < 0 ? given + shape.length : given;
    const size = shape[axis]!;
    const step = by[i]!;
    const place = (index: number): number => (index < 0 ? index + size : index);
    const [least, most] = step > 0 ? [0, size] : [-1, size - 1];
    const within = (index: number): number => Math.min(most, Math.max(least, place(index)));
    starts[axis] = within(from[i]!);
    counts[axis] = Math.max(0, Math.ceil((within(to[i]!) - starts[axis]) / step));
    steps[axis] = step;
    if (counts[axis] === 0) refuse(context, `nothing is left of axis ${axis}, of size ${size}`);
  });
  return { starts, counts, steps };
}

/** Zeros, or another known number, around a value. */
export function paddedWith(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b, node } = context;
  const mode = node.attributes['mode']?.text ?? 'constant';
  if (mode !== 'constant') refuse(context, `padding by ${mode} is not known; pad with a constant`);
  const x = tensorAt(context, inputs, 0);
  const rank = x.type.shape.length;
  const pads = node.attributes['pads']?.numbers ?? integersAt(context, inputs, 1) ?? [];
  const named = integersAt(context, inputs, 3) ?? x.type.shape.map((_, axis) => axis);
  const given = inputs[2];
  const value = given ? (given.kind === 'integers' ? given.data : given.constant)?.[0] : numberOf(context, 'value', 0);
  if (value === undefined) return refuse(context, 'the padding must be a known number');
  if (pads.some((count) => count < 0)) refuse(context, 'padding by less than nothing is not known; use Slice');
  const [low, high] = [x.type.shape.map(() => 0), x.type.shape.map(() => 0)];
  named.forEach((axis, i) => {
    low[axis < 0 ? axis + rank : axis] = pads[i]!;
    high[axis < 0 ? axis + rank : axis] = pads[named.length + i]!;
  });
  // What is outside is 0 after the shift.
  return result(value === 0 ? b.pad(x, low, high) : b.add(b.pad(b.subtract(x, value), low, high), value));
}

/** The entries along an axis at known indices. */
export function gathered(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
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

/** Values side by side along an axis. */
export function concatenated(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  if (inputs.every((value) => value?.kind === 'integers')) {
    const data = inputs.flatMap((value) => (value?.kind === 'integers' ? [...value.data] : []));
    return [{ kind: 'integers', shape: [data.length], data }];
  }
  const parts = inputs.map((_, place) => tensorAt(context, inputs, place));
  return result(context.b.concatenate(parts, axisOf(context, parts[0]!.type.shape.length, 0)));
}

/** A value cut into parts along an axis. */
export function split(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
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
