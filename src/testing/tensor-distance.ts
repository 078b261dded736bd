import type { Dtype, Tensor } from '../program/index.ts';
import { tensor } from '../program/index.ts';

/** Machine epsilon: the distance from 1 to the next number. */
export const machineEpsilon: Readonly<Record<Dtype, number>> = { float64: 2 ** -52, float32: 2 ** -23 };

/** The tensor rounded to another number format. */
export function rounded(value: Tensor, dtype: Dtype): Tensor {
  return tensor(dtype, value.shape, value.data);
}

/** Every entry of a record of tensors, rounded to another number format. */
export function allRounded(values: Readonly<Record<string, Tensor>>, dtype: Dtype): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value, dtype)]));
}

/** The largest distance between entries; equal infinities and NaN on both sides count as no distance. */
export function worstDifference(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let worst = left.length === right.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < left.length; i++) {
    if (Object.is(left[i], right[i]) || left[i] === right[i]) continue;
    const difference = Math.abs(left[i]! - right[i]!);
    worst = Math.max(worst, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
  }
  return worst;
}
