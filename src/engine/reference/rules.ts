import {
  type Attributes,
  binaryFunctions,
  entryCount,
  type Primitive,
  type Shape,
  strides,
  type Tensor,
  type TensorType,
  unaryFunctions,
} from '../../program/index.ts';
import { positions } from './positions.ts';

/** What a primitive computes: the entries of the result, given operands, attributes A and the result's type. */
export type Meaning<A> = (operands: readonly Tensor[], attributes: A, result: TensorType) => Float64Array;

function unary(f: (x: number) => number): Meaning<unknown> {
  return ([operand]) => Float64Array.from(operand!.data, f);
}

function binary(f: (x: number, y: number) => number): Meaning<unknown> {
  return ([left, right]) => Float64Array.from(left!.data, (x, i) => f(x, right!.data[i]!));
}

/** Reads the operand at the given positions. */
function gather(operand: Tensor, from: Int32Array): Float64Array {
  return Float64Array.from(from, (position) => operand.data[position]!);
}

/** Combines each entry of the operand into the entry of the result that lies under it. */
function reduction(
  start: number,
  combine: (x: number, y: number) => number,
): Meaning<{ readonly axes: readonly number[] }> {
  return ([operand], { axes }, { shape }) => {
    const kept = strides(shape);
    const under = operand!.shape.map((_, axis) => (axes.includes(axis) ? 0 : kept.shift()!));
    const result = new Float64Array(entryCount(shape)).fill(start);
    positions(operand!.shape, under).forEach((position, i) => {
      result[position] = combine(result[position]!, operand!.data[i]!);
    });
    return result;
  };
}

/** Writes each part into zeros of the given shape, its first entry at the index `corner`. */
function place(
  parts: readonly { readonly tensor: Tensor; readonly corner: readonly number[] }[],
  shape: Shape,
): Float64Array {
  const result = new Float64Array(entryCount(shape));
  const steps = strides(shape);
  for (const { tensor, corner } of parts) {
    const offset = corner.reduce((sum, index, axis) => sum + index * steps[axis]!, 0);
    positions(tensor.shape, steps, offset).forEach((position, i) => {
      result[position] = tensor.data[i]!;
    });
  }
  return result;
}

function concatenate(operands: readonly Tensor[], axis: number, shape: Shape): Float64Array {
  let start = 0;
  const parts = operands.map((tensor) => {
    const corner = shape.map((_, i) => (i === axis ? start : 0));
    start += tensor.shape[axis]!;
    return { tensor, corner };
  });
  return place(parts, shape);
}

function matmul(
  [left, right]: readonly Tensor[],
  { transposeLeft, transposeRight }: Attributes['matmul'],
  { shape }: TensorType,
): Float64Array {
  const [m, n] = shape.slice(-2) as [number, number];
  const k = left!.shape.at(transposeLeft ? -2 : -1)!;
  const [leftRow, leftColumn] = transposeLeft ? [1, m] : [k, 1];
  const [rightRow, rightColumn] = transposeRight ? [1, k] : [n, 1];
  const result = new Float64Array(entryCount(shape));
  for (let batch = 0; batch < result.length / (m * n); batch++) {
    for (let i = 0; i < m; i++) {
      const row = result.subarray((batch * m + i) * n, (batch * m + i + 1) * n);
      for (let l = 0; l < k; l++) {
        const x = left!.data[batch * m * k + i * leftRow + l * leftColumn]!;
        const start = batch * k * n + l * rightRow;
        for (let j = 0; j < n; j++) row[j] = row[j]! + x * right!.data[start + j * rightColumn]!;
      }
    }
  }
  return result;
}

/** The definition of every primitive, in float64. */
export const meanings: { readonly [P in Primitive]: Meaning<Attributes[P]> } = {
  add: binary(binaryFunctions.add),
  subtract: binary(binaryFunctions.subtract),
  multiply: binary(binaryFunctions.multiply),
  divide: binary(binaryFunctions.divide),
  negate: unary(unaryFunctions.negate),
  exp: unary(unaryFunctions.exp),
  log: unary(unaryFunctions.log),
  sqrt: unary(unaryFunctions.sqrt),
  tanh: unary(unaryFunctions.tanh),
  sin: unary(unaryFunctions.sin),
  cos: unary(unaryFunctions.cos),
  erf: unary(unaryFunctions.erf),
  sign: unary(unaryFunctions.sign),
  stopGradient: unary(unaryFunctions.stopGradient),
  matmul,
  transpose: ([operand], { permutation }, { shape }) => {
    const steps = strides(operand!.shape);
    return gather(
      operand!,
      positions(
        shape,
        permutation.map((axis) => steps[axis]!),
      ),
    );
  },
  reshape: ([operand]) => Float64Array.from(operand!.data),
  broadcast: ([operand], { shape, axes }) => {
    const steps = strides(operand!.shape);
    return gather(
      operand!,
      positions(
        shape,
        shape.map((_, axis) => (axes.includes(axis) ? steps[axes.indexOf(axis)]! : 0)),
      ),
    );
  },
  reduceSum: reduction(0, (x, y) => x + y),
  reduceMax: reduction(Number.NEGATIVE_INFINITY, Math.max),
  concatenate: (operands, { axis }, { shape }) => concatenate(operands, axis, shape),
  slice: ([operand], { start }, { shape }) => {
    const steps = strides(operand!.shape);
    return gather(
      operand!,
      positions(
        shape,
        steps,
        start.reduce((sum, index, axis) => sum + index * steps[axis]!, 0),
      ),
    );
  },
  pad: ([operand], { low }, { shape }) => place([{ tensor: operand!, corner: low }], shape),
  constant: (_, { value }) => Float64Array.from(value.data),
};
