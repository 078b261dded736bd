import type { Builder, Variable } from '../program/index.ts';
import { refuse } from './graph-input.ts';
import type { NodeContext } from './graph-value.ts';

/** How a window moves over the spatial axes of [1, channels, ...sizes]. */
export interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Before and after each axis. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The sizes of the result. */
  readonly sizes: readonly number[];
}

/**
 * The window of a node's attributes `strides`, `dilations`, `pads`, `auto_pad` and `ceil_mode`, of a kernel of the given size.
 *
 * @throws UnsupportedError if it does not fit, or overhangs.
 */
export function windowOf(
  context: Pick<NodeContext, 'node'>,
  spatial: readonly number[],
  kernel: readonly number[],
): Window {
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

/** x with zeros around it, as many as the window asks for. */
export function padded(b: Builder, x: Variable, { low, high }: Window): Variable {
  return isPadded({ low, high }) ? b.pad(x, [0, 0, ...low], [0, 0, ...high]) : x;
}

/** Whether a window reaches over the edge. */
export function isPadded({ low, high }: Pick<Window, 'low' | 'high'>): boolean {
  return [...low, ...high].some((size) => size > 0);
}

/**
 * What each entry of a window sees along one spatial axis: for each of its offsets there the entries of x, padded, at that
 * offset from where the window stands. A window of several axes is one of each after the other.
 */
export function viewsAlong(
  b: Builder,
  x: Variable,
  spatial: number,
  { kernel, strides, dilations, sizes }: Window,
): Variable[] {
  return Array.from({ length: kernel[spatial]! }, (_, step) =>
    strided(b, x, spatial + 2, { start: step * dilations[spatial]!, count: sizes[spatial]!, step: strides[spatial]! }),
  );
}

/** The entries start, start + step, ... along an axis: a slice, or one column of a slice cut into rows of `step`. */
export function strided(
  b: Builder,
  x: Variable,
  axis: number,
  { start, count, step }: { readonly start: number; readonly count: number; readonly step: number },
): Variable {
  const { shape } = x.type;
  if (step === 1) return sliceAxis(b, x, axis, start, start + count);
  // Columns of the same rows are slices of one value, and their transposes side by side make it again.
  const column = start % step;
  const first = start - column;
  const end = first + count * step;
  const missing = Math.max(0, end - shape[axis]!);
  const zeros = shape.map(() => 0);
  const longer = missing > 0 ? b.pad(x, zeros, zeros.with(axis, missing)) : x;
  const rows = sliceAxis(b, longer, axis, first, end);
  const cut = b.reshape(rows, [...shape.slice(0, axis), count, step, ...shape.slice(axis + 1)]);
  const taken = sliceAxis(b, cut, axis + 1, column, column + 1);
  return b.reshape(taken, shape.with(axis, count));
}

/** The entries from `start` to `limit` - 1 along an axis. */
export function sliceAxis(b: Builder, x: Variable, axis: number, start: number, limit: number): Variable {
  const { shape } = x.type;
  return b.slice(
    x,
    shape.map((_, k) => (k === axis ? start : 0)),
    shape.map((size, k) => (k === axis ? limit : size)),
  );
}
