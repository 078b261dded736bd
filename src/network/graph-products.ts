import { entryCount, type Shape, type Variable } from '../program/index.ts';
import { type GraphInputs, numberOf, result, tensorAt } from './graph-input.ts';
import type { GraphValue, NodeContext } from './graph-value.ts';

/** Broadcasts the leading axes of both operands of a matrix product, as NumPy does. */
export function matrixProduct({ b }: NodeContext, left: Variable, right: Variable): Variable {
  const row = left.type.shape.length === 1;
  const column = right.type.shape.length === 1;
  const x = row ? b.reshape(left, [1, left.type.shape[0]!]) : left;
  const y = column ? b.reshape(right, [right.type.shape[0]!, 1]) : right;
  const rank = Math.max(x.type.shape.length, y.type.shape.length);
  const leading = (shape: Shape): number[] => [...Array(rank - shape.length).fill(1), ...shape.slice(0, -2)];
  const [lead, other] = [leading(x.type.shape), leading(y.type.shape)];
  const common = lead.map((size, axis) => Math.max(size, other[axis]!));
  const spread = (variable: Variable): Variable => {
    const shape = [...common, ...variable.type.shape.slice(-2)];
    return b.broadcast(variable, shape);
  };
  // A batch times one matrix is one product of all its rows.
  if (y.type.shape.length === 2 && x.type.shape.length > 2) {
    const rows = entryCount(x.type.shape.slice(0, -1));
    const product = b.matmul(b.reshape(x, [rows, x.type.shape.at(-1)!]), y);
    return b.reshape(product, [...x.type.shape.slice(0, -1), ...(column ? [] : [y.type.shape[1]!])]);
  }
  const product = b.matmul(spread(x), spread(y));
  const shape = product.type.shape;
  if (row) return b.reshape(product, [...shape.slice(0, -2), ...(column ? [] : [shape.at(-1)!])]);
  return column ? b.reshape(product, shape.slice(0, -1)) : product;
}

/** alpha A B + beta C, of transposed A and B if so told. */
export function gemm(context: NodeContext, inputs: GraphInputs): readonly GraphValue[] {
  const { b } = context;
  const flags = {
    transposeLeft: numberOf(context, 'transA', 0) === 1,
    transposeRight: numberOf(context, 'transB', 0) === 1,
  };
  const product = b.matmul(tensorAt(context, inputs, 0), tensorAt(context, inputs, 1), flags);
  const [alpha, beta] = [numberOf(context, 'alpha', 1), numberOf(context, 'beta', 1)];
  const scaled = alpha === 1 ? product : b.multiply(product, alpha);
  if (!inputs[2]) return result(scaled);
  const bias = tensorAt(context, inputs, 2);
  return result(b.add(scaled, beta === 1 ? bias : b.multiply(bias, beta)));
}
