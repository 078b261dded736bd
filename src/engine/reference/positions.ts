import type { Shape } from '../../program/index.ts';

/**
 * The position `offset + sum_i index_i * strides_i` of every index of `shape`, in row-major order of the indices.
 * Transpose, broadcast, slice, pad, concatenate and the reductions are all this map, read or written through.
 */
export function positions(shape: Shape, strides: readonly number[], offset = 0): Int32Array {
  let result = Int32Array.of(offset);
  shape.forEach((size, axis) => {
    const step = strides[axis]!;
    const next = new Int32Array(result.length * size);
    result.forEach((position, i) => {
      for (let k = 0; k < size; k++) next[i * size + k] = position + k * step;
    });
    result = next;
  });
  return result;
}
