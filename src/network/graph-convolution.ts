import { type Builder, entryCount, tensor, type Variable } from '../program/index.ts';
import { activations } from './activation.ts';
import { refuse } from './graph-input.ts';
import type { NodeContext } from './graph-value.ts';
import { isPadded, padded, sliceAxis, viewsAlong, type Window, windowOf } from './graph-window.ts';

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
  const rows = entryCount(kernel) * depth;
  const rank = kernel.length;
  const share = outputs / groups;
  // [...kernel, channels] within a group, last axis of the kernel first, as `patches` has them.
  const order = [0, ...Array.from({ length: rank }, (_, k) => rank + 1 - k), 1];
  const turned = b.transpose(weights, order);
  const seen = patches(b, x, window);
  const product =
    groups === 1
      ? b.matmul(b.reshape(turned, [outputs, rows]), b.reshape(seen, [rows, places]))
      : b.matmul(b.reshape(turned, [groups, share, rows]), byGroup(b, seen, { groups, depth, places }));
  const joined = b.reshape(product, [outputs, places]);
  const shifted = bias ? b.add(joined, b.reshape(bias, [outputs, 1])) : joined;
  return b.reshape(shifted, [1, outputs, ...window.sizes]);
}

/**
 * What a window sees, [area, channels, ...sizes], axis by axis: the offsets along the last axis vary slowest. So a window of
 * n x n entries takes 2 n slices and no more copies than n^2.
 */
function patches(b: Builder, x: Variable, window: Window): Variable {
  let seen = padded(b, x, window);
  window.kernel.forEach((_, spatial) => {
    seen = b.concatenate(viewsAlong(b, seen, spatial, window), 0);
  });
  return seen;
}

/** Patches [area, groups * depth, ...] as [groups, area * depth, places]. */
function byGroup(
  b: Builder,
  seen: Variable,
  { groups, depth, places }: { readonly groups: number; readonly depth: number; readonly places: number },
): Variable {
  const area = seen.type.shape[0]!;
  const apart = b.transpose(b.reshape(seen, [area, groups, depth, places]), [1, 0, 2, 3]);
  return b.reshape(apart, [groups, area * depth, places]);
}

function poolWindow(context: NodeContext, x: Variable): Window {
  const kernel = context.node.attributes['kernel_shape']?.numbers;
  if (!kernel) return refuse(context, 'kernel_shape is missing');
  return windowOf(context, x.type.shape.slice(2), kernel);
}

/** The sum over a window, axis by axis; windows side by side are summed where they lie. */
function windowSum(b: Builder, x: Variable, window: Window): Variable {
  let sum = padded(b, x, window);
  window.kernel.forEach((size, spatial) => {
    const axis = spatial + 2;
    const { shape } = sum.type;
    const count = window.sizes[spatial]!;
    if (window.strides[spatial] === size && window.dilations[spatial] === 1) {
      const used = sliceAxis(b, sum, axis, 0, count * size);
      sum = b.reduceSum(b.reshape(used, [...shape.slice(0, axis), count, size, ...shape.slice(axis + 1)]), [axis + 1]);
    } else {
      sum = viewsAlong(b, sum, spatial, window).reduce((total, view) => b.add(total, view));
    }
  });
  return sum;
}

/** The mean over a window; what lies outside counts with count_include_pad only. */
export function averagePool(context: NodeContext, x: Variable): Variable {
  const { b, node, dtype } = context;
  const window = poolWindow(context, x);
  const sum = windowSum(b, x, window);
  if (!isPadded(window) || node.attributes['count_include_pad']?.number === 1)
    return b.divide(sum, entryCount(window.kernel));
  const spatial = x.type.shape.slice(2);
  const ones = tensor(dtype, [1, 1, ...spatial], new Float64Array(entryCount(spatial)).fill(1));
  return b.divide(sum, b.broadcast(windowSum(b, b.constant(ones), window), sum.type.shape));
}

/** The maximum over a window, pair by pair: max(x, y) = y + relu(x - y), which has a kink where both are equal. */
export function maxPool(context: NodeContext, x: Variable): Variable {
  const { b, dtype } = context;
  const window = poolWindow(context, x);
  if (isPadded(window)) {
    const spatial = x.type.shape.slice(2);
    const ones = b.constant(tensor(dtype, [1, 1, ...spatial], new Float64Array(entryCount(spatial)).fill(1)));
    return maskedMaximum(context, padded(b, x, window), padded(b, ones, window), window);
  }
  let largest = x;
  window.kernel.forEach((_, spatial) => {
    largest = viewsAlong(b, largest, spatial, window).reduce((known, view) => {
      const gap = b.subtract(known, view);
      context.kink(gap);
      return b.add(view, activations.relu(b, gap));
    });
  });
  return largest;
}

/** The maximum over what is inside: x is 0 outside, where the mask is 0. */
function maskedMaximum(context: NodeContext, x: Variable, mask: Variable, window: Window): Variable {
  const { b } = context;
  let [largest, inside] = [x, mask];
  window.kernel.forEach((_, spatial) => {
    const masks = viewsAlong(b, inside, spatial, window);
    const views = viewsAlong(b, largest, spatial, window);
    [largest, inside] = views.slice(1).reduce<readonly [Variable, Variable]>(
      ([known, seen], view, k) => {
        const own = masks[k + 1]!;
        const both = b.multiply(seen, own);
        const gap = b.multiply(b.subtract(known, view), both);
        context.kink(gap);
        const alone = b.multiply(known, b.subtract(1, own));
        return [b.add(b.add(view, activations.relu(b, gap)), alone), b.subtract(b.add(seen, own), both)];
      },
      [views[0]!, masks[0]!],
    );
  });
  return largest;
}
