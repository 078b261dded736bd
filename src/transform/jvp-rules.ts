import { UnsupportedError } from '../errors.ts';
import type { Attributes, Builder, Primitive, Variable } from '../program/index.ts';

/** A derivative that is known to be zero is undefined: no equation is written for it. */
export type Tangent = Variable | undefined;

/** An application of a primitive with attributes A, with the tangents of its operands, at least one of them nonzero. */
export interface Differentiated<A> {
  readonly operands: readonly Variable[];
  readonly attributes: A;
  readonly result: Variable;
  readonly tangents: readonly Tangent[];
}

/** The differential of a primitive: the tangent of the result, linear in the tangents of the operands. */
export type JvpRule<A> = (b: Builder, application: Differentiated<A>) => Tangent;

/** For a primitive f of one variable: dy = f'(x) dx, where `slope` writes f'(x) from x and y = f(x). */
function chain(slope: (b: Builder, x: Variable, y: Variable) => Variable): JvpRule<unknown> {
  return (b, { operands, result, tangents }) => b.multiply(tangents[0]!, slope(b, operands[0]!, result));
}

/** For a linear primitive of one operand: the same primitive applied to the tangent. */
function linear<P extends 'transpose' | 'reshape' | 'broadcast' | 'reduceSum' | 'slice' | 'pad'>(
  primitive: P,
): JvpRule<Attributes[P]> {
  return (b, { attributes, tangents }) => b.emit(primitive, [tangents[0]!], attributes);
}

function sum(b: Builder, terms: readonly Tangent[]): Tangent {
  const present = terms.filter((term) => term !== undefined);
  return present.length === 0 ? undefined : present.reduce((total, term) => b.add(total, term));
}

/** For a bilinear primitive: d(x * y) = dx * y + x * dy. */
function product(
  multiply: (left: Variable, right: Variable) => Variable,
  b: Builder,
  { operands, tangents }: Differentiated<unknown>,
): Tangent {
  const [x, y] = operands as readonly [Variable, Variable];
  const [dx, dy] = tangents;
  return sum(b, [dx && multiply(dx, y), dy && multiply(x, dy)]);
}

/** Nonzero tangents padded to their place and added, so that the result stays linear where others are zero. */
function concatenated(
  b: Builder,
  { attributes: { axis }, operands, result, tangents }: Differentiated<Attributes['concatenate']>,
): Tangent {
  const present = tangents.filter((tangent) => tangent !== undefined);
  if (present.length === tangents.length) return b.concatenate(present, axis);
  let start = 0;
  const placed = operands.map(({ type }, i) => {
    const low = type.shape.map((_, k) => (k === axis ? start : 0));
    start += type.shape[axis]!;
    const high = type.shape.map((size, k) => result.type.shape[k]! - size - low[k]!);
    return tangents[i] && b.pad(tangents[i], low, high);
  });
  return sum(b, placed);
}

/** The differential of every primitive. */
export const jvpRules: { readonly [P in Primitive]: JvpRule<Attributes[P]> } = {
  add: (b, { tangents }) => sum(b, tangents),
  subtract: (b, { tangents: [dx, dy] }) => (dx && dy ? b.subtract(dx, dy) : (dx ?? b.negate(dy!))),
  multiply: (b, application) => product(b.multiply, b, application),
  divide: (b, { operands, result, tangents: [dx, dy] }) => {
    const change = dy && b.multiply(result, dy);
    return b.divide(dx && change ? b.subtract(dx, change) : (dx ?? b.negate(change!)), operands[1]!);
  },
  negate: (b, { tangents }) => b.negate(tangents[0]!),
  exp: chain((_, __, y) => y),
  log: (b, { operands, tangents }) => b.divide(tangents[0]!, operands[0]!),
  sqrt: chain((b, _, y) => b.divide(0.5, y)),
  tanh: chain((b, _, y) => b.subtract(1, b.multiply(y, y))),
  sin: chain((b, x) => b.cos(x)),
  cos: chain((b, x) => b.negate(b.sin(x))),
  erf: chain((b, x) => b.multiply(b.exp(b.negate(b.multiply(x, x))), 2 / Math.sqrt(Math.PI))),
  sign: () => undefined,
  stopGradient: () => undefined,
  matmul: (b, application) => product((left, right) => b.matmul(left, right, application.attributes), b, application),
  transpose: linear('transpose'),
  reshape: linear('reshape'),
  broadcast: linear('broadcast'),
  reduceSum: linear('reduceSum'),
  reduceMax: () => {
    throw new UnsupportedError(
      'reduceMax has no derivative here: take it of stopGradient(operand), as the shift of a softmax allows.',
    );
  },
  concatenate: concatenated,
  slice: linear('slice'),
  pad: linear('pad'),
  constant: () => undefined,
};
