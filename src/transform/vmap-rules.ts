import type { Attributes, Builder, Primitive, Shape, Variable } from '../program/index.ts';

/** An application of a primitive in which some operands, at least one, have a leading batch axis more than its typing rule sees. */
export interface Batched<A> {
  readonly operands: readonly Variable[];
  /** Which operands have the batch axis. */
  readonly batched: readonly boolean[];
  /** The size of the batch axis. */
  readonly size: number;
  readonly attributes: A;
}

/** The primitive applied to each entry of the batch: the result has the leading batch axis. */
export type VmapRule<A> = (b: Builder, application: Batched<A>) => Variable;

/** All operands with the batch axis, the others repeated along it. */
function aligned(b: Builder, { operands, batched, size }: Batched<unknown>): Variable[] {
  return operands.map((operand, i) => (batched[i] ? operand : b.broadcast(operand, [size, ...operand.type.shape])));
}

/** For an elementwise primitive: the same on all the entries. */
function entrywise<P extends 'add' | 'subtract' | 'multiply' | 'divide' | UnaryPrimitive>(
  primitive: P,
): VmapRule<Attributes[P]> {
  return (b, application) => b.emit(primitive, aligned(b, application), application.attributes);
}

type UnaryPrimitive = 'negate' | 'exp' | 'log' | 'sqrt' | 'tanh' | 'sin' | 'cos' | 'sign' | 'stopGradient';

/** For a primitive of one operand that moves or sums its entries: the same, its attributes counting the batch axis. */
function shifted<P extends 'transpose' | 'reshape' | 'broadcast' | 'reduceSum' | 'reduceMax' | 'slice' | 'pad'>(
  primitive: P,
  shift: (attributes: Attributes[P], size: number) => Attributes[P],
): VmapRule<Attributes[P]> {
  return (b, { operands, attributes, size }) => b.emit(primitive, [operands[0]!], shift(attributes, size));
}

function later(axes: readonly number[]): number[] {
  return axes.map((axis) => axis + 1);
}

/** The operand with one axis taken out and put back so that it becomes axis `to`. */
function moveAxis(b: Builder, operand: Variable, from: number, to: number): Variable {
  const permutation = operand.type.shape.map((_, axis) => axis);
  permutation.splice(to, 0, ...permutation.splice(from, 1));
  return from === to ? operand : b.transpose(operand, permutation);
}

/** The operand with `axis` and the one after it made one. */
function mergeAxes(b: Builder, operand: Variable, axis: number): Variable {
  const { shape } = operand.type;
  const merged = [...shape.slice(0, axis), shape[axis]! * shape[axis + 1]!, ...shape.slice(axis + 2)];
  return b.reshape(operand, merged);
}

function splitAxis(b: Builder, operand: Variable, axis: number, parts: Shape): Variable {
  const { shape } = operand.type;
  return b.reshape(operand, [...shape.slice(0, axis), ...parts, ...shape.slice(axis + 1)]);
}

/**
 * With one operand in the batch, one larger product: its rows (the left operand) or columns (the right one) for all entries
 * of the batch side by side, so that many right-hand sides meet a matrix at once. With both, a product for each.
 */
function matmul(b: Builder, { operands, batched, size, attributes }: Batched<Attributes['matmul']>): Variable {
  const [left, right] = operands as readonly [Variable, Variable];
  if (batched[0] && batched[1]) return b.matmul(left, right, attributes);
  const rank = Math.min(left.type.shape.length, right.type.shape.length);
  const many = batched[0] ? left : right;
  const outerIsLast = batched[0] ? attributes.transposeLeft : !attributes.transposeRight;
  const outer = outerIsLast ? rank - 1 : rank - 2;
  const merged = mergeAxes(b, moveAxis(b, many, 0, outer), outer);
  const product = batched[0] ? b.matmul(merged, right, attributes) : b.matmul(left, merged, attributes);
  const place = batched[0] ? rank - 2 : rank - 1;
  const columns = product.type.shape[place]! / size;
  return moveAxis(b, splitAxis(b, product, place, [size, columns]), place, 0);
}

/** How every primitive acts on a batch. */
export const vmapRules: { readonly [P in Primitive]: VmapRule<Attributes[P]> } = {
  add: entrywise('add'),
  subtract: entrywise('subtract'),
  multiply: entrywise('multiply'),
  divide: entrywise('divide'),
  negate: entrywise('negate'),
  exp: entrywise('exp'),
  log: entrywise('log'),
  sqrt: entrywise('sqrt'),
  tanh: entrywise('tanh'),
  sin: entrywise('sin'),
  cos: entrywise('cos'),
  sign: entrywise('sign'),
  stopGradient: entrywise('stopGradient'),
  matmul,
  transpose: shifted('transpose', ({ permutation }) => ({ permutation: [0, ...later(permutation)] })),
  reshape: shifted('reshape', ({ shape }, size) => ({ shape: [size, ...shape] })),
  broadcast: shifted('broadcast', ({ shape, axes }, size) => ({ shape: [size, ...shape], axes: [0, ...later(axes)] })),
  reduceSum: shifted('reduceSum', ({ axes }) => ({ axes: later(axes) })),
  reduceMax: shifted('reduceMax', ({ axes }) => ({ axes: later(axes) })),
  concatenate: (b, application) => b.concatenate(aligned(b, application), application.attributes.axis + 1),
  slice: shifted('slice', ({ start, limit }, size) => ({ start: [0, ...start], limit: [size, ...limit] })),
  pad: shifted('pad', ({ low, high }) => ({ low: [0, ...low], high: [0, ...high] })),
  constant: (b, { attributes: { value }, size }) => b.broadcast(b.constant(value), [size, ...value.shape]),
};
