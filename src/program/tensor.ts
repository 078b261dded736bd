import { ShapeError } from '../errors.ts';

/** The number formats of tensors: IEEE binary64 and binary32. */
export type Dtype = 'float64' | 'float32';

/** The size along each axis, outermost first; `[]` is a scalar. Every size is a positive integer. */
export type Shape = readonly number[];

/** What is known of a tensor before any number is: its number format and its shape. */
export interface TensorType {
  readonly dtype: Dtype;
  readonly shape: Shape;
}

/**
 * An array of numbers, row-major (the last axis varies fastest): entry (i, j) of shape [m, n] is `data[i * n + j]`.
 * `data` is a Float64Array for float64 and a Float32Array for float32. Treat it as immutable.
 */
export interface Tensor extends TensorType {
  readonly data: Float64Array | Float32Array;
}

/** Whether a number can be the size of an axis: a positive integer. */
export function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size > 0;
}

/** The type `dtype[shape]`, for example `tensorType('float64', [500, 784])`. Throws ShapeError on a size that is no positive integer. */
export function tensorType(dtype: Dtype, shape: Shape = []): TensorType {
  for (const size of shape) {
    if (!isSize(size)) {
      throw new ShapeError(`a shape has positive integer sizes; [${shape.join(',')}] does not. Leave out empty axes.`);
    }
  }
  return Object.freeze({ dtype, shape: Object.freeze([...shape]) });
}

/**
 * A tensor of the given type. A typed array of the right format is taken over without a copy; any other list of
 * numbers is copied (and rounded, for float32). Throws ShapeError where the number of entries is not the shape's.
 */
export function tensor(dtype: Dtype, shape: Shape, entries: readonly number[] | Float64Array | Float32Array): Tensor {
  const type = tensorType(dtype, shape);
  if (entries.length !== entryCount(shape)) {
    throw new ShapeError(
      `${describeType(type)} has ${entryCount(shape)} entries; ${entries.length} came. Give them row by row, flattened.`,
    );
  }
  const format = dtype === 'float64' ? Float64Array : Float32Array;
  return { ...type, data: entries instanceof format ? entries : format.from(entries) };
}

/** A rank-0 tensor. */
export function scalar(value: number, dtype: Dtype = 'float64'): Tensor {
  return tensor(dtype, [], [value]);
}

/** The number of entries of a tensor of this shape: the product of its sizes, 1 for a scalar. */
export function entryCount(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The distance in `data` between neighbours along each axis: the products of the sizes to the right. */
export function strides(shape: Shape): number[] {
  const result = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) result[axis] = result[axis + 1]! * shape[axis + 1]!;
  return result;
}

/** Whether two shapes have the same sizes in the same order. */
export function sameShape(left: Shape, right: Shape): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis]);
}

/** Whether two types agree in number format and shape. */
export function sameType(left: TensorType, right: TensorType): boolean {
  return left.dtype === right.dtype && sameShape(left.shape, right.shape);
}

/** The type as printed everywhere, for example `float64[500,10]`. */
export function describeType(type: TensorType): string {
  return `${type.dtype}[${type.shape.join(',')}]`;
}
