import { ShapeError } from '../errors.ts';
import { type Attributes, describeAttributes, type NoAttributes, type Primitive } from './equation.ts';
import {
  describeType,
  entryCount,
  isSize,
  type Shape,
  sameShape,
  sameType,
  type TensorType,
  tensorType,
} from './tensor.ts';

/** The typing rule of a primitive with attributes A: its statement in words, and the result type, undefined where the rule is broken. */
export interface TypeRule<A> {
  readonly statement: string;
  readonly arity: number | 'one or more';
  readonly result: (operands: readonly TensorType[], attributes: A) => TensorType | undefined;
}

function elementwise(arity: 1 | 2): TypeRule<NoAttributes> {
  return {
    statement:
      arity === 2 ? 'two operands of the same type; the result has it too' : 'the result has the type of the operand',
    arity,
    result: (operands) => (operands.every((type) => sameType(type, operands[0]!)) ? operands[0] : undefined),
  };
}

function reduction(): TypeRule<Attributes['reduceSum']> {
  return {
    statement: 'axes are distinct, increasing axes of the operand; they disappear',
    arity: 1,
    result: ([operand], { axes }) =>
      increasingAxes(axes, operand!.shape.length)
        ? tensorType(
            operand!.dtype,
            operand!.shape.filter((_, axis) => !axes.includes(axis)),
          )
        : undefined,
  };
}

function increasingAxes(axes: readonly number[], rank: number): boolean {
  return axes.every((axis, i) => Number.isInteger(axis) && axis < rank && axis > (i === 0 ? -1 : axes[i - 1]!));
}

function matmulShape(
  left: Shape,
  right: Shape,
  { transposeLeft, transposeRight }: Attributes['matmul'],
): Shape | undefined {
  const [batch, rank] = [left.slice(0, -2), left.length];
  if (rank < 2 || right.length !== rank || !sameShape(batch, right.slice(0, -2))) return undefined;
  const [m, inner] = transposeLeft ? [left[rank - 1]!, left[rank - 2]!] : [left[rank - 2]!, left[rank - 1]!];
  const [k, n] = transposeRight ? [right[rank - 1]!, right[rank - 2]!] : [right[rank - 2]!, right[rank - 1]!];
  return inner === k ? [...batch, m, n] : undefined;
}

function concatenatedShape(shapes: readonly Shape[], axis: number): Shape | undefined {
  const first = shapes[0]!;
  const agree = shapes.every(
    (shape) => shape.length === first.length && shape.every((size, i) => i === axis || size === first[i]),
  );
  if (!agree || !Number.isInteger(axis) || axis < 0 || axis >= first.length) return undefined;
  return first.map((size, i) => (i === axis ? shapes.reduce((sum, shape) => sum + shape[axis]!, 0) : size));
}

/** The typing rule of every primitive. */
export const typeRules: { readonly [P in Primitive]: TypeRule<Attributes[P]> } = {
  add: elementwise(2),
  subtract: elementwise(2),
  multiply: elementwise(2),
  divide: elementwise(2),
  negate: elementwise(1),
  exp: elementwise(1),
  log: elementwise(1),
  sqrt: elementwise(1),
  tanh: elementwise(1),
  sin: elementwise(1),
  cos: elementwise(1),
  erf: elementwise(1),
  sign: elementwise(1),
  stopGradient: elementwise(1),
  matmul: {
    statement: '[..., m, k] x [..., k, n] -> [..., m, n] (after the transpose flags), equal dtypes and leading axes',
    arity: 2,
    result: ([left, right], attributes) => {
      const shape = matmulShape(left!.shape, right!.shape, attributes);
      return shape && left!.dtype === right!.dtype ? tensorType(left!.dtype, shape) : undefined;
    },
  },
  transpose: {
    statement: 'permutation is a permutation of the axes of the operand',
    arity: 1,
    result: ([operand], { permutation }) =>
      permutation.length === operand!.shape.length &&
      increasingAxes(
        [...permutation].sort((a, b) => a - b),
        permutation.length,
      )
        ? tensorType(
            operand!.dtype,
            permutation.map((axis) => operand!.shape[axis]!),
          )
        : undefined,
  },
  reshape: {
    statement: 'the new shape has positive integer sizes and as many entries as the operand',
    arity: 1,
    result: ([operand], { shape }) =>
      shape.every(isSize) && entryCount(shape) === entryCount(operand!.shape)
        ? tensorType(operand!.dtype, shape)
        : undefined,
  },
  broadcast: {
    statement:
      'shape has positive integer sizes; axes increase, one per axis of the operand, and shape[axes[i]] is the size of operand axis i',
    arity: 1,
    result: ([operand], { shape, axes }) =>
      shape.every(isSize) &&
      axes.length === operand!.shape.length &&
      increasingAxes(axes, shape.length) &&
      axes.every((axis, i) => shape[axis] === operand!.shape[i])
        ? tensorType(operand!.dtype, shape)
        : undefined,
  },
  reduceSum: reduction(),
  reduceMax: reduction(),
  concatenate: {
    statement: 'operands of one dtype whose shapes agree except along axis',
    arity: 'one or more',
    result: (operands, { axis }) => {
      const shape = concatenatedShape(
        operands.map((type) => type.shape),
        axis,
      );
      return shape && operands.every((type) => type.dtype === operands[0]!.dtype)
        ? tensorType(operands[0]!.dtype, shape)
        : undefined;
    },
  },
  slice: {
    statement: 'start and limit have one integer per axis, 0 <= start < limit <= size',
    arity: 1,
    result: ([operand], { start, limit }) =>
      start.length === operand!.shape.length &&
      limit.length === operand!.shape.length &&
      operand!.shape.every(
        (size, i) =>
          Number.isInteger(start[i]) &&
          Number.isInteger(limit[i]) &&
          0 <= start[i]! &&
          start[i]! < limit[i]! &&
          limit[i]! <= size,
      )
        ? tensorType(
            operand!.dtype,
            limit.map((end, i) => end - start[i]!),
          )
        : undefined,
  },
  pad: {
    statement: 'low and high have one non-negative integer per axis',
    arity: 1,
    result: ([operand], { low, high }) =>
      low.length === operand!.shape.length &&
      high.length === operand!.shape.length &&
      [...low, ...high].every((count) => Number.isInteger(count) && count >= 0)
        ? tensorType(
            operand!.dtype,
            operand!.shape.map((size, i) => low[i]! + size + high[i]!),
          )
        : undefined,
  },
  constant: {
    statement: 'no operands; the value has as many entries as its shape says and the array of its dtype',
    arity: 0,
    result: (_, { value }) =>
      value.data.length === entryCount(value.shape) &&
      value.data instanceof (value.dtype === 'float64' ? Float64Array : Float32Array)
        ? tensorType(value.dtype, value.shape)
        : undefined,
  },
};

/** The type of `primitive[attributes](operands)`. Throws ShapeError naming primitive, operand types and the rule. */
export function resultType<P extends Primitive>(
  primitive: P,
  operands: readonly TensorType[],
  attributes: Attributes[P],
): TensorType {
  const rule: TypeRule<Attributes[P]> = typeRules[primitive];
  const arityHolds = rule.arity === 'one or more' ? operands.length > 0 : operands.length === rule.arity;
  const type = arityHolds ? rule.result(operands, attributes) : undefined;
  if (type) return type;
  const application = `${primitive}${describeAttributes(attributes)}(${operands.map(describeType).join(', ')})`;
  throw new ShapeError(`${application} is ill-typed. Rule of ${primitive}: ${rule.statement}.`);
}
