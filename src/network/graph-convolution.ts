import { UnsupportedError } from '../errors.ts';
import { type Builder, entryCount, tensor, type Variable } from '../program/index.ts';
import { activations } from './activation.ts';
import type { NodeContext } from './graph-value.ts';

/** How a window moves over the spatial axes of [1, channels, ...sizes]. */
interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Before and after each axis. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The sizes of the result. */
  readonly sizes: readonly number[];
}

function refuse({ node }: NodeContext, what: string): never {
  throw new UnsupportedError(`operator ${node.operator} of node "${node.name}": ${what}.`);
}

function windowOf(context: NodeContext, spatial: readonly number[], kernel: readonly number[]): Window {
  const { attributes } = context.node;
  const ones = kernel.map(() => 1);
  const strides = attributes['strides']?.numbers ?? ones;
  const dilations = attributes['dilations']?.numbers ?? ones;
  const reach = kernel.map((size, axis) => (size - 1) * dilations[axis]! + 1);
  const mode = attributes['auto_pad']?.text ?? 'NOTSET';
  const { low, high } = padding(mode, attributes['pads']?.numbers, spatial, strides, reach);
  const room = spatial.map((size, axis) => size + low[axis]! + high[axis]! - reach[axis]!);
  if (attributes['ceil_mode']?.number && room.some((space, axis) => space % strides[axis]! !== 0))
    refuse(context, 'ceil_mode with a window that overhangs is not known');
  const sizes = room.map((space, axis) => Math.floor(space / strides[axis]!) + 1);
  if (sizes.some((size) => size < 1)) refuse(context, `a window of [${reach}] does not fit into [${spatial}]`);
  return { kernel, strides, dilations, low, high, sizes };
}

function padding(
  mode: string,
  pads: readonly number[] | undefined,
  spatial: readonly number[],
  strides: readonly number[],
  reach: readonly number[],
): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const rank = spatial.length;
  if (mode === 'NOTSET' || mode === 'VALID') {
    const given = (mode === 'NOTSET' && pads) || Array<number>(2 * rank).fill(0);
    return { low: given.slice(0, rank), high: given.slice(rank) };
  }
  const total = spatial.map((size, axis) =>
    Math.max(0, (Math.ceil(size / strides[axis]!) - 1) * strides[axis]! + reach[axis]! - size),
  );
  const less = total.map((sum) => Math.floor(sum / 2));
  const more = total.map((sum, axis) => sum - less[axis]!);
  return mode === 'SAME_UPPER' ? { low: less, high: more } : { low: more, high: less };
}

/** The offsets of the entries of a window, the last axis fastest. */
function offsets(kernel: readonly number[]): number[][] {
  return kernel.reduce<number[][]>(
    (list, size) => list.flatMap((start) => Array.from({ length: size }, (_, k) => [...start, k])),
    [[]],
  );
}

/** What each entry of the window sees: for each offset the tensor [1, channels, ...sizes] of the entries at it. */
function views(b: Builder, x: Variable, { kernel, strides, dilations, low, high, sizes }: Window): Variable[] {
  const padded = [...low, ...high].some((size) => size > 0) ? b.pad(x, [0, 0, ...low], [0, 0, ...high]) : x;
  return offsets(kernel).map((offset) => {
    let view = padded;
    offset.forEach((step, i) => {
      view = strided(b, view, i + 2, { start: step * dilations[i]!, count: sizes[i]!, step: strides[i]! });
    });
    return view;
  });
}

/** The entries start, start + step, ... along an axis: a slice, or the first column of a slice cut into rows of `step`. */
function strided(
  b: Builder,
  x: Variable,
  axis: number,
  { start, count, step }: { readonly start: number; readonly count: number; readonly step: number },
): Variable {
  const { shape } = x.type;
  const at = (value: number, other: (size: number, k: number) => number): number[] =>
    shape.map((size, k) => (k === axis ? value : other(size, k)));
  const take = (from: Variable, limit: number): Variable =>
    b.slice(
      from,
      at(start, () => 0),
      at(limit, (size) => size),
    );
  if (step === 1) return take(x, start + count);
  const missing = Math.max(0, start + count * step - shape[axis]!);
  const longer =
    missing > 0
      ? b.pad(
          x,
          shape.map(() => 0),
          at(missing, () => 0),
        )
      : x;
  const rows = take(longer, start + count * step);
  const cut = b.reshape(rows, [...shape.slice(0, axis), count, step, ...shape.slice(axis + 1)]);
  const first = b.slice(
    cut,
    cut.type.shape.map(() => 0),
    cut.type.shape.map((size, k) => (k === axis + 1 ? 1 : size)),
  );
  return b.reshape(first, [...shape.slice(0, axis), count, ...shape.slice(axis + 1)]);
}

/**
 * A convolution of x [1, channels, ...] with weights [outputs, channels / groups, ...kernel], in one matrix product for each
 * group: its rows are the outputs, its columns the places.
 */
export function convolution(
  context: NodeContext,
  x: Variable,
  weights: Variable,
  bias: Variable | undefined,
): Variable {
  const { b, node } = context;
  const [outputs, depth, ...kernel] = weights.type.shape as readonly [number, number, ...number[]];
  const groups = node.attributes['group']?.number ?? 1;
  const window = windowOf(context, x.type.shape.slice(2), kernel);
  const places = entryCount(window.sizes);
  const area = entryCount(kernel);
  // [area, channels, places], so that the entries of a window come before its channels.
  const patches = b.concatenate(
    views(b, x, window).map((view) => b.reshape(view, [1, depth * groups, places])),
    0,
  );
  const rank = weights.type.shape.length;
  const order = [0, ...Array.from({ length: rank - 2 }, (_, k) => k + 2), 1];
  const rows = b.reshape(b.transpose(weights, order), [outputs, area * depth]);
  const parts = Array.from({ length: groups }, (_, g) => {
    const share = outputs / groups;
    const own = groups === 1 ? rows : b.slice(rows, [g * share, 0], [(g + 1) * share, area * depth]);
    const seen = groups === 1 ? patches : b.slice(patches, [0, g * depth, 0], [area, (g + 1) * depth, places]);
    return b.matmul(own, b.reshape(seen, [area * depth, places]));
  });
  const product = parts.length === 1 ? parts[0]! : b.concatenate(parts, 0);
  const shifted = bias ? b.add(product, b.reshape(bias, [outputs, 1])) : product;
  return b.reshape(shifted, [1, outputs, ...window.sizes]);
}

function poolWindow(context: NodeContext, x: Variable): Window {
  const kernel = context.node.attributes['kernel_shape']?.numbers;
  if (!kernel) return refuse(context, 'kernel_shape is missing');
  return windowOf(context, x.type.shape.slice(2), kernel);
}

/** The mean over a window; what lies outside counts with count_include_pad only. */
export function averagePool(context: NodeContext, x: Variable): Variable {
  const { b, node, dtype } = context;
  const window = poolWindow(context, x);
  const sum = views(b, x, window).reduce((total, view) => b.add(total, view));
  const padded = [...window.low, ...window.high].some((size) => size > 0);
  if (!padded || node.attributes['count_include_pad']?.number === 1) return b.divide(sum, entryCount(window.kernel));
  const inside = b.constant(tensor(dtype, [1, 1, ...x.type.shape.slice(2)], ones(entryCount(x.type.shape.slice(2)))));
  return b.divide(
    sum,
    b.broadcast(
      views(b, inside, window).reduce((total, view) => b.add(total, view)),
      sum.type.shape,
    ),
  );
}

function ones(count: number): number[] {
  return Array<number>(count).fill(1);
}

/** The maximum over a window, pair by pair: max(x, y) = y + relu(x - y), which has a kink where both are equal. */
export function maxPool(context: NodeContext, x: Variable): Variable {
  const { b } = context;
  const window = poolWindow(context, x);
  if ([...window.low, ...window.high].some((size) => size > 0)) refuse(context, 'padding of a maximum is not known');
  return views(b, x, window).reduce((largest, view) => {
    const gap = b.subtract(largest, view);
    context.kink(gap);
    return b.add(view, activations.relu(b, gap));
  });
}
