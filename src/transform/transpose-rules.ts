import { ShapeError } from '../errors.ts';
import type { Attributes, Builder, Primitive, TensorType, Variable } from '../program/index.ts';

/** An application of a primitive, linear in the operands that are undefined here; the others have their values. */
export interface Transposed<A> {
  readonly operands: readonly (Variable | undefined)[];
  readonly types: readonly TensorType[];
  readonly attributes: A;
  /** The cotangent of the result. */
  readonly cotangent: Variable;
}

/** The transpose of a primitive as a linear map: the cotangent of each operand, undefined for those with values. */
export type TransposeRule<A> = (b: Builder, application: Transposed<A>) => readonly (Variable | undefined)[];

/** Explains why a program cannot be transposed. */
export function notLinear(what: string): ShapeError {
  return new ShapeError(`transpose: ${what} is not linear in the inputs to transpose. Linearize the program first.`);
}

function nonlinear(primitive: Primitive): TransposeRule<unknown> {
  return () => {
    throw notLinear(primitive);
  };
}

/** x + y with both linear; with one of them given it is affine, not linear. */
function additive(
  primitive: 'add' | 'subtract',
  second: (b: Builder, cotangent: Variable) => Variable,
): TransposeRule<unknown> {
  return (b, { operands, cotangent }) => {
    if (operands.some((operand) => operand !== undefined)) throw notLinear(`${primitive} of a fixed operand`);
    return [cotangent, second(b, cotangent)];
  };
}

/** For a bilinear primitive with one operand given: `left` and `right` write the cotangent of that side. */
function bilinear<A>(
  primitive: Primitive,
  left: (b: Builder, g: Variable, y: Variable, attributes: A) => Variable,
  right: (b: Builder, g: Variable, x: Variable, attributes: A) => Variable,
): TransposeRule<A> {
  return (b, { operands: [x, y], attributes, cotangent }) => {
    if (x === undefined && y === undefined) throw notLinear(`${primitive} of two varying operands`);
    return [y && left(b, cotangent, y, attributes), x && right(b, cotangent, x, attributes)];
  };
}

function otherAxes(rank: number, axes: readonly number[]): number[] {
  return Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !axes.includes(axis));
}

function concatenated(
  b: Builder,
  { types, operands, attributes: { axis }, cotangent }: Transposed<Attributes['concatenate']>,
): (Variable | undefined)[] {
  let start = 0;
  return types.map((type, i) => {
    if (operands[i] !== undefined) throw notLinear('concatenate with a fixed operand');
    const corner = type.shape.map((_, k) => (k === axis ? start : 0));
    start += type.shape[axis]!;
    return b.slice(
      cotangent,
      corner,
      type.shape.map((size, k) => corner[k]! + size),
    );
  });
}

/** The transpose of every primitive; those that are never linear say so. */
export const transposeRules: { readonly [P in Primitive]: TransposeRule<Attributes[P]> } = {
  add: additive('add', (_, cotangent) => cotangent),
  subtract: additive('subtract', (b, cotangent) => b.negate(cotangent)),
  multiply: bilinear(
    'multiply',
    (b, g, y) => b.multiply(g, y),
    (b, g, x) => b.multiply(x, g),
  ),
  divide: (b, { operands: [, y], cotangent }) => {
    if (y === undefined) throw notLinear('divide by a varying operand');
    return [b.divide(cotangent, y), undefined];
  },
  negate: (b, { cotangent }) => [b.negate(cotangent)],
  exp: nonlinear('exp'),
  log: nonlinear('log'),
  sqrt: nonlinear('sqrt'),
  tanh: nonlinear('tanh'),
  sin: nonlinear('sin'),
  cos: nonlinear('cos'),
  erf: nonlinear('erf'),
  sign: nonlinear('sign'),
  stopGradient: nonlinear('stopGradient'),
  matmul: bilinear(
    'matmul',
    (b, g, y, { transposeLeft, transposeRight }) =>
      transposeLeft
        ? b.matmul(y, g, { transposeLeft: transposeRight, transposeRight: true })
        : b.matmul(g, y, { transposeRight: !transposeRight }),
    (b, g, x, { transposeLeft, transposeRight }) =>
      transposeRight
        ? b.matmul(g, x, { transposeLeft: true, transposeRight: transposeLeft })
        : b.matmul(x, g, { transposeLeft: !transposeLeft }),
  ),
  transpose: (b, { attributes: { permutation }, cotangent }) => [
    b.transpose(
      cotangent,
      permutation.map((_, axis) => permutation.indexOf(axis)),
    ),
  ],
  reshape: (b, { types, cotangent }) => [b.reshape(cotangent, types[0]!.shape)],
  broadcast: (b, { attributes: { shape, axes }, cotangent }) => [b.reduceSum(cotangent, otherAxes(shape.length, axes))],
  reduceSum: (b, { types, attributes: { axes }, cotangent }) => [
    b.broadcast(cotangent, types[0]!.shape, otherAxes(types[0]!.shape.length, axes)),
  ],
  reduceMax: nonlinear('reduceMax'),
  concatenate: concatenated,
  slice: (b, { types, attributes: { start, limit }, cotangent }) => [
    b.pad(
      cotangent,
      start,
      types[0]!.shape.map((size, i) => size - limit[i]!),
    ),
  ],
  pad: (b, { types, attributes: { low }, cotangent }) => [
    b.slice(
      cotangent,
      low,
      types[0]!.shape.map((size, i) => low[i]! + size),
    ),
  ],
  constant: nonlinear('constant'),
};
