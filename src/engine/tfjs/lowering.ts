import type * as tfjs from '@tensorflow/tfjs-core';
import { UnsupportedError } from '../../errors.ts';
import {
  type Attributes,
  type Equation,
  entryCount,
  type Primitive,
  type Shape,
  sameShape,
  type TensorType,
} from '../../program/index.ts';
import { broadcastShape, erfByArithmetic, mergeAxes, repeatedShape } from '../index.ts';

/** The functions of TensorFlow.js: its core package, or a native binding that re-exports it. */
export type Tf = typeof tfjs;

/** What of a backend decides which operations are fast and right on it. */
export interface Traits {
  /**
   * Whether only a product of two matrices as they lie is fast: transposed operands are written out, the products of a
   * batch done one by one, and sums over leading axes are products with ones. On WebAssembly these are 5 to 40 times
   * faster than the operations of that name.
   */
  readonly plainProductsOnly: boolean;
  /** Whether the operation sign takes numbers up to 1e-7 for zero, as it does on WebAssembly. */
  readonly coarseSign: boolean;
}

/** A variable as an operand: its type, and the shape in which it is held, which broadcasts to the one of the type. */
export interface Operand {
  readonly type: TensorType;
  readonly held: Shape;
}

/** A primitive made ready for operands of known types. */
export interface Step {
  /** The shape in which the result is held: repeated entries may be left out, see `repeatedShape`. */
  readonly held: Shape;
  /** How many entries there are of tensors that live only while it runs. */
  readonly scratch: number;
  /** Makes a tensor of its own, never an operand itself, so that each may be disposed of alone. */
  readonly compute: (tf: Tf, operands: readonly tfjs.Tensor[]) => tfjs.Tensor;
}

type Lowering<A> = (operands: readonly Operand[], attributes: A, result: TensorType, traits: Traits) => Step;

/** XNNPACK, under the WebAssembly backend, broadcasts over no more axes than these. */
const largestRank = 6;

/** Below this many multiplications the products of a batch are cheaper in one call than one by one. */
const smallProduct = 2 ** 16;

function unary(operation: (tf: Tf, x: tfjs.Tensor) => tfjs.Tensor): Lowering<unknown> {
  return ([operand]) => ({
    held: operand!.held,
    scratch: 0,
    compute: (tf, [x]) => operation(tf, x!),
  });
}

function binary(operation: (tf: Tf, x: tfjs.Tensor, y: tfjs.Tensor) => tfjs.Tensor): Lowering<unknown> {
  return ([left, right]) => {
    const held = broadcastShape(left!.held, right!.held);
    const meet = meeting(left!.held, right!.held, operation);
    return { held, scratch: 0, compute: (tf, [x, y]) => meet(tf, x!, y!) };
  };
}

/** An elementwise operation on operands of two shapes that broadcast together, over as few axes as it takes. */
function meeting(
  left: Shape,
  right: Shape,
  operation: (tf: Tf, x: tfjs.Tensor, y: tfjs.Tensor) => tfjs.Tensor,
): (tf: Tf, x: tfjs.Tensor, y: tfjs.Tensor) => tfjs.Tensor {
  const shape = broadcastShape(left, right);
  if (shape.length <= largestRank) return operation;
  const [x, y] = mergeAxes(left, right).map((merged) => [...merged]) as [number[], number[]];
  if (x.length > largestRank) {
    throw new UnsupportedError(
      `tfjs: shapes [${left}] and [${right}] repeat along axes that alternate more than ${largestRank} times, which TensorFlow.js cannot broadcast. The engines reference and onnx can.`,
    );
  }
  return (tf, a, b) => tf.reshape(operation(tf, tf.reshape(a, x), tf.reshape(b, y)), [...shape]);
}

/** The operand with all its entries: itself, or a product with ones, since that repeats faster than the tile operation. */
function full({ type, held }: Operand): { scratch: number; spread: (tf: Tf, x: tfjs.Tensor) => tfjs.Tensor } {
  if (sameShape(held, type.shape)) return { scratch: 0, spread: (_, x) => x };
  const repeat = meeting(held, type.shape, (tf, x, ones) => tf.mul(x, ones));
  return { scratch: 2 * entryCount(type.shape), spread: (tf, x) => repeat(tf, x, tf.ones([...type.shape])) };
}

/** A step that needs all the entries of its operands and gives all of its result. */
function dense(
  operands: readonly Operand[],
  { shape }: TensorType,
  scratch: number,
  operation: (tf: Tf, operands: readonly tfjs.Tensor[]) => tfjs.Tensor,
): Step {
  const parts = operands.map(full);
  return {
    held: shape,
    scratch: parts.reduce((sum, part) => sum + part.scratch, scratch),
    compute: (tf, values) =>
      operation(
        tf,
        values.map((value, i) => parts[i]!.spread(tf, value)),
      ),
  };
}

function matmul(
  operands: readonly Operand[],
  { transposeLeft, transposeRight }: Attributes['matmul'],
  result: TensorType,
  { plainProductsOnly }: Traits,
): Step {
  const [left, right] = operands.map((operand) => operand.type.shape) as [Shape, Shape];
  const [m, n] = result.shape.slice(-2) as [number, number];
  const k = left.at(transposeLeft ? -2 : -1)!;
  const batch = entryCount(result.shape) / (m * n);
  if (!plainProductsOnly || (batch > 1 && m * n * k < smallProduct)) {
    return dense(operands, result, 0, (tf, [x, y]) => tf.matMul(x!, y!, transposeLeft, transposeRight));
  }
  const scratch = 2 * (entryCount(left) + entryCount(right)) + (batch > 1 ? entryCount(result.shape) : 0);
  return dense(operands, result, scratch, (tf, [x, y]) => {
    const a = straight(tf, x!, transposeLeft, [batch, m, k]);
    const b = straight(tf, y!, transposeRight, [batch, k, n]);
    const products = Array.from({ length: batch }, (_, i) =>
      tf.matMul(matrixOf(tf, a, i, [m, k]), matrixOf(tf, b, i, [k, n])),
    );
    return tf.reshape(products.length === 1 ? products[0]! : tf.concat(products), [...result.shape]);
  });
}

/** A batch of matrices as [batch, rows, columns], transposed if asked. */
function straight(tf: Tf, x: tfjs.Tensor, transposed: boolean, [batch, rows, columns]: number[]): tfjs.Tensor {
  const matrices = tf.reshape(x, transposed ? [batch!, columns!, rows!] : [batch!, rows!, columns!]);
  return transposed ? tf.transpose(matrices, [0, 2, 1]) : matrices;
}

function matrixOf(tf: Tf, batch: tfjs.Tensor, index: number, shape: [number, number]): tfjs.Tensor2D {
  return tf.reshape(batch.shape[0] === 1 ? batch : tf.slice(batch, [index, 0, 0], [1, ...shape]), shape);
}

function reduceSum(
  operands: readonly Operand[],
  { axes }: Attributes['reduceSum'],
  result: TensorType,
  { plainProductsOnly }: Traits,
): Step {
  const { shape } = operands[0]!.type;
  const columns = entryCount(result.shape);
  const rows = entryCount(shape) / columns;
  const leading = axes.every((axis, i) => axis === i);
  if (plainProductsOnly && leading && rows > 1 && columns > 1) {
    return dense(operands, result, rows, (tf, [x]) =>
      tf.reshape(tf.matMul(tf.ones([1, rows]), tf.reshape(x!, [rows, columns])), [...result.shape]),
    );
  }
  return dense(operands, result, 0, (tf, [x]) => (axes.length === 0 ? tf.clone(x!) : tf.sum(x!, [...axes])));
}

/** Pads one axis after the other, each as the middle one of three, so that no rank is too high. */
function pad(operands: readonly Operand[], { low, high }: Attributes['pad'], result: TensorType): Step {
  const { shape } = operands[0]!.type;
  const size = entryCount(result.shape);
  return dense(operands, result, 2 * size, (tf, [x]) => {
    const padded = shape.reduce((value, length, axis) => {
      if (low[axis] === 0 && high[axis] === 0) return value;
      const after = entryCount(shape.slice(axis + 1));
      return tf.pad(tf.reshape(value, [-1, length, after]), [
        [0, 0],
        [low[axis]!, high[axis]!],
        [0, 0],
      ]);
    }, x!);
    return tf.reshape(padded, [...result.shape]);
  });
}

/**
 * The sign by growing until what is not zero lies beyond 1 or -1: 2^100 twice takes the smallest float32, 2^-149, there.
 * Maximum and minimum keep NaN, which clipByValue does not on WebAssembly.
 */
function signByGrowth(tf: Tf, x: tfjs.Tensor): tfjs.Tensor {
  const grown = (value: tfjs.Tensor): tfjs.Tensor => tf.maximum(tf.minimum(tf.mul(value, 2 ** 100), 1), -1);
  return grown(grown(x));
}

/** erf in arithmetic: TensorFlow.js has it to seven digits only, and not on every backend. */
function composedErf(tf: Tf, x: tfjs.Tensor): tfjs.Tensor {
  return erfByArithmetic<tfjs.Tensor>(x, 'float32', {
    add: (a, b) => tf.add(a, b),
    subtract: (a, b) => tf.sub(a, b),
    multiply: (a, b) => tf.mul(a, b),
    divide: (a, b) => tf.div(a, b),
    minimum: (a, b) => tf.minimum(a, b),
    exp: (a) => tf.exp(a),
    absolute: (a) => tf.abs(a),
  });
}

/** How every primitive is done with TensorFlow.js. */
const lowerings: { readonly [P in Primitive]: Lowering<Attributes[P]> } = {
  add: binary((tf, x, y) => tf.add(x, y)),
  subtract: binary((tf, x, y) => tf.sub(x, y)),
  multiply: binary((tf, x, y) => tf.mul(x, y)),
  divide: binary((tf, x, y) => tf.div(x, y)),
  negate: unary((tf, x) => tf.neg(x)),
  exp: unary((tf, x) => tf.exp(x)),
  log: unary((tf, x) => tf.log(x)),
  sqrt: unary((tf, x) => tf.sqrt(x)),
  tanh: unary((tf, x) => tf.tanh(x)),
  sin: unary((tf, x) => tf.sin(x)),
  cos: unary((tf, x) => tf.cos(x)),
  erf: (operands, attributes, result, traits) => {
    const step = unary(composedErf)(operands, attributes, result, traits);
    return { ...step, scratch: 64 * entryCount(step.held) };
  },
  sign: (operands, attributes, result, traits) => {
    if (!traits.coarseSign) return unary((tf, x) => tf.sign(x))(operands, attributes, result, traits);
    const step = unary(signByGrowth)(operands, attributes, result, traits);
    return { ...step, scratch: 5 * entryCount(step.held) };
  },
  stopGradient: unary((tf, x) => tf.clone(x)),
  matmul,
  transpose: (operands, { permutation }, result) =>
    dense(operands, result, 0, (tf, [x]) => tf.transpose(x!, [...permutation])),
  reshape: (operands, _, result) => dense(operands, result, 0, (tf, [x]) => tf.reshape(x!, [...result.shape])),
  broadcast: ([operand], attributes) => {
    const held = repeatedShape(operand!.held, attributes);
    return { held, scratch: 0, compute: (tf, [x]) => tf.reshape(x!, [...held]) };
  },
  reduceSum,
  reduceMax: (operands, { axes }, result) =>
    dense(operands, result, 0, (tf, [x]) => (axes.length === 0 ? tf.clone(x!) : tf.max(x!, [...axes]))),
  concatenate: (operands, { axis }, result) =>
    dense(operands, result, 0, (tf, values) =>
      values.length === 1 ? tf.clone(values[0]!) : tf.concat([...values], axis),
    ),
  slice: (operands, { start }, result) =>
    dense(operands, result, 0, (tf, [x]) => tf.slice(x!, [...start], [...result.shape])),
  pad,
  constant: (_, { value }) => ({
    held: value.shape,
    scratch: 0,
    compute: (tf) => tf.tensor(value.data as Float32Array, [...value.shape], 'float32'),
  }),
};

/** The step of an equation whose operands are held in the given shapes. Throws UnsupportedError where a broadcast takes too many axes. */
export function lowerToTfjs(equation: Equation, held: readonly Shape[], traits: Traits): Step {
  const lowering = lowerings[equation.primitive] as Lowering<Equation['attributes']>;
  const operands = equation.operands.map(({ type }, i) => ({ type, held: held[i]! }));
  return lowering(operands, equation.attributes, equation.result.type, traits);
}

/** Repeats the entries that a value leaves out. */
export function withAllEntries(operand: Operand): Step {
  const { scratch, spread } = full(operand);
  return { held: operand.type.shape, scratch, compute: (tf, [x]) => spread(tf, x!) };
}
