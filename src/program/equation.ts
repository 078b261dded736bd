import { describeType, type Shape, type Tensor, type TensorType } from './tensor.ts';

/** The attributes of a primitive that has none. */
export type NoAttributes = Readonly<Record<string, never>>;

/**
 * The closed set of primitives, each with its attributes. Everything else is composed of these (softmax, mean, dot
 * products, losses). A new name here makes every rule table that lacks it fail to compile. What each one computes is
 * defined by `engine/reference`; its typing rule is in `typeRules`.
 *
 * - elementwise, operands of one type: `add subtract multiply divide`; `negate exp log sqrt tanh sin cos erf`
 * - `sign`: -1, 0 or 1, with derivative zero also at 0, where it has none; |x| = x sign(x). What it is of NaN is left open
 * - `stopGradient`: the identity, whose derivative is zero by decree
 * - `matmul`: product of the last two axes, [..., m, k] x [..., k, n]; `transposeLeft` reads the left operand as
 *   [..., k, m], `transposeRight` the right one as [..., n, k]; leading axes are equal (a batch)
 * - `transpose`: axis i of the result is axis `permutation[i]` of the operand
 * - `reshape`: the same entries in row-major order under a new shape
 * - `broadcast`: axis i of the operand becomes axis `axes[i]` of the result (axes increase); the others repeat it
 * - `reduceSum`, `reduceMax`: over `axes`, which disappear; `reduceMax` has no derivative: take it of a stopGradient
 * - `concatenate`: one or more operands along `axis`
 * - `slice`: entries `start[i] <= index < limit[i]` along each axis i
 * - `pad`: zeros before (`low`) and after (`high`) along each axis; the transpose of slice
 * - `constant`: no operands; the tensor `value`
 */
export interface Attributes {
  readonly add: NoAttributes;
  readonly subtract: NoAttributes;
  readonly multiply: NoAttributes;
  readonly divide: NoAttributes;
  readonly negate: NoAttributes;
  readonly exp: NoAttributes;
  readonly log: NoAttributes;
  readonly sqrt: NoAttributes;
  readonly tanh: NoAttributes;
  readonly sin: NoAttributes;
  readonly cos: NoAttributes;
  readonly erf: NoAttributes;
  readonly sign: NoAttributes;
  readonly stopGradient: NoAttributes;
  readonly matmul: { readonly transposeLeft: boolean; readonly transposeRight: boolean };
  readonly transpose: { readonly permutation: readonly number[] };
  readonly reshape: { readonly shape: Shape };
  readonly broadcast: { readonly shape: Shape; readonly axes: readonly number[] };
  readonly reduceSum: { readonly axes: readonly number[] };
  readonly reduceMax: { readonly axes: readonly number[] };
  readonly concatenate: { readonly axis: number };
  readonly slice: { readonly start: readonly number[]; readonly limit: readonly number[] };
  readonly pad: { readonly low: readonly number[]; readonly high: readonly number[] };
  readonly constant: { readonly value: Tensor };
}

/** The name of a primitive operation. */
export type Primitive = keyof Attributes;

/** The primitives that act on one operand entry by entry and have no attributes. */
export type ElementwiseUnary =
  | 'negate'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'tanh'
  | 'sin'
  | 'cos'
  | 'erf'
  | 'sign'
  | 'stopGradient';

/** The primitives that act on two operands of one type entry by entry. */
export type ElementwiseBinary = 'add' | 'subtract' | 'multiply' | 'divide';

/** A value of a program: assigned once, by an input or by an equation. Ids count inputs first, then equations. */
export interface Variable {
  readonly id: number;
  readonly type: TensorType;
}

/** `result = primitive[attributes](operands)` for one primitive P. */
export interface EquationOf<P extends Primitive> {
  readonly primitive: P;
  readonly attributes: Attributes[P];
  readonly operands: readonly Variable[];
  readonly result: Variable;
}

/** One assignment of a program; `primitive` tells the cases apart. */
export type Equation = { readonly [P in Primitive]: EquationOf<P> }[Primitive];

/** In messages constants are shown by their first entries. */
const shownEntries = 8;

function describeTensor(value: Tensor, most: number): string {
  // String keeps every double apart but -0 from 0.
  const shown = Array.from(value.data.subarray(0, most), (x) => (Object.is(x, -0) ? '-0' : String(x))).join(', ');
  return `${describeType(value)}{${shown}${value.data.length > most ? ', ...' : ''}}`;
}

function describeAttribute(value: unknown, most: number): string {
  if (Array.isArray(value)) return `[${value.join(',')}]`;
  return typeof value === 'object' && value !== null ? describeTensor(value as Tensor, most) : String(value);
}

/**
 * The attributes of an equation as printed after its primitive: `{axes=[0,1]}`, or nothing where there are none. Constants
 * longer than `most` entries, 8 unless told, are printed by their first ones.
 */
export function describeAttributes(attributes: Equation['attributes'], most: number = shownEntries): string {
  const entries = Object.entries(attributes).map(([name, value]) => `${name}=${describeAttribute(value, most)}`);
  return entries.length === 0 ? '' : `{${entries.join(' ')}}`;
}
