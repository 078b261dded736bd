import type { Attributes, Builder, ElementwiseUnary, Primitive, Shape, Variable } from '../program/index.ts';

/** Where the batch axis stands: before all others, or after them. */
export type BatchAxis = 'first' | 'last';

/** An application of a primitive in which some operands, at least one, have a batch axis more than its typing rule sees. */
export interface Batched<A> {
  readonly operands: readonly Variable[];
  /** Which operands have the batch axis. */
  readonly batched: readonly boolean[];
  /** The size of the batch axis. */
  readonly size: number;
  readonly axis: BatchAxis;
  readonly attributes: A;
}

/** The primitive applied to each entry of the batch: the result has the batch axis in the same place. */
export type VmapRule<A> = (b: Builder, application: Batched<A>) => Variable;

/** A list with one entry for each axis, with that of the batch axis besides. */
export function withBatch<T>(list: readonly T[], entry: T, axis: BatchAxis): T[] {
  return axis === 'first' ? [entry, ...list] : [...list, entry];
}

/** Where axes of one entry of the batch stand in all of it. */
function shiftedAxes(axes: readonly number[], axis: BatchAxis): readonly number[] {
  return axis === 'first' ? axes.map((one) => one + 1) : axes;
}

/** A value that is the same for all of the batch, repeated along its axis. */
export function repeated(b: Builder, value: Variable, size: number, axis: BatchAxis): Variable {
  const { shape } = value.type;
  return b.broadcast(
    value,
    withBatch(shape, size, axis),
    shiftedAxes(
      shape.map((_, i) => i),
      axis,
    ),
  );
}

/** All operands with the batch axis, the others repeated along it. */
function aligned(b: Builder, { operands, batched, size, axis }: Batched<unknown>): Variable[] {
  return operands.map((operand, i) => (batched[i] ? operand : repeated(b, operand, size, axis)));
}

/** For an elementwise primitive: the same on all the entries. */
function entrywise<P extends 'add' | 'subtract' | 'multiply' | 'divide' | ElementwiseUnary>(
  primitive: P,
): VmapRule<Attributes[P]> {
  return (b, application) => b.emit(primitive, aligned(b, application), application.attributes);
}

/** For a primitive of one operand that moves or sums its entries: the same, its attributes counting the batch axis. */
function shifted<P extends 'transpose' | 'reshape' | 'broadcast' | 'reduceSum' | 'reduceMax' | 'slice' | 'pad'>(
  primitive: P,
  shift: (attributes: Attributes[P], size: number, axis: BatchAxis) => Attributes[P],
): VmapRule<Attributes[P]> {
  return (b, { operands, attributes, size, axis }) => b.emit(primitive, [operands[0]!], shift(attributes, size, axis));
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
function matmul(b: Builder, application: Batched<Attributes['matmul']>): Variable {
  if (application.axis === 'last') return matmulLast(b, application);
  const { operands, batched, size, attributes } = application;
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

/**
 * With the batch as last axis, columns stand side by side as they are: a matrix times a batch moves nothing. A batch times a
 * matrix is (R^T L^T)^T, where a single row needs no transposition either.
 */
function matmulLast(b: Builder, { operands, batched, size, attributes }: Batched<Attributes['matmul']>): Variable {
  const [left, right] = operands as readonly [Variable, Variable];
  const { transposeLeft, transposeRight } = attributes;
  const rank = batched[0] ? left.type.shape.length - 1 : left.type.shape.length;
  if (batched[0] && batched[1]) {
    const product = b.matmul(moveAxis(b, left, rank, 0), moveAxis(b, right, rank, 0), attributes);
    return moveAxis(b, product, 0, rank);
  }
  // [..., inner, outer, size] to [..., inner, outer * size].
  const columns = (many: Variable, innerIsFirst: boolean): Variable =>
    mergeAxes(b, innerIsFirst ? many : exchanged(b, many, rank - 2), rank - 1);
  if (batched[1]) {
    const product = b.matmul(left, columns(right, !transposeRight), { transposeLeft });
    return splitAxis(b, product, rank - 1, [product.type.shape[rank - 1]! / size, size]);
  }
  const product = b.matmul(right, columns(left, transposeLeft), { transposeLeft: !transposeRight });
  return exchanged(b, splitAxis(b, product, rank - 1, [product.type.shape[rank - 1]! / size, size]), rank - 2);
}

/** Axes `axis` and `axis + 1` exchanged. */
function exchanged(b: Builder, operand: Variable, axis: number): Variable {
  const { shape } = operand.type;
  if (shape[axis] === 1 || shape[axis + 1] === 1) {
    return b.reshape(operand, [...shape.slice(0, axis), shape[axis + 1]!, shape[axis]!, ...shape.slice(axis + 2)]);
  }
  return moveAxis(b, operand, axis, axis + 1);
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
  erf: entrywise('erf'),
  sign: entrywise('sign'),
  stopGradient: entrywise('stopGradient'),
  matmul,
  transpose: shifted('transpose', ({ permutation }, _, axis) => ({
    permutation: withBatch(shiftedAxes(permutation, axis), axis === 'first' ? 0 : permutation.length, axis),
  })),
  reshape: shifted('reshape', ({ shape }, size, axis) => ({ shape: withBatch(shape, size, axis) })),
  broadcast: shifted('broadcast', ({ shape, axes }, size, axis) => ({
    shape: withBatch(shape, size, axis),
    axes: withBatch(shiftedAxes(axes, axis), axis === 'first' ? 0 : shape.length, axis),
  })),
  reduceSum: shifted('reduceSum', ({ axes }, _, axis) => ({ axes: shiftedAxes(axes, axis) })),
  reduceMax: shifted('reduceMax', ({ axes }, _, axis) => ({ axes: shiftedAxes(axes, axis) })),
  concatenate: (b, application) => {
    const { attributes, axis } = application;
    return b.concatenate(aligned(b, application), attributes.axis + (axis === 'first' ? 1 : 0));
  },
  slice: shifted('slice', ({ start, limit }, size, axis) => ({
    start: withBatch(start, 0, axis),
    limit: withBatch(limit, size, axis),
  })),
  pad: shifted('pad', ({ low, high }, _, axis) => ({ low: withBatch(low, 0, axis), high: withBatch(high, 0, axis) })),
  constant: (b, { attributes: { value }, size, axis }) => repeated(b, b.constant(value), size, axis),
};
