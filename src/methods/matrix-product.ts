import { Matrix } from 'ml-matrix';
import type { Engine } from '../engine/index.ts';
import { buildProgram, tensor, tensorType } from '../program/index.ts';

/** A dense matrix, row-major. */
export interface DenseMatrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Which operand is transposed first. */
export interface ProductFlags {
  readonly transposeLeft?: boolean;
  readonly transposeRight?: boolean;
}

/** The product of two dense matrices in float64, by the engine where that has float64. */
export async function matrixProduct(
  engine: Engine,
  left: DenseMatrix,
  right: DenseMatrix,
  flags: ProductFlags = {},
): Promise<DenseMatrix> {
  const rows = flags.transposeLeft ? left.columns : left.rows;
  const columns = flags.transposeRight ? right.rows : right.columns;
  if (!engine.dtypes.includes('float64')) return { data: plainProduct(left, right, flags), rows, columns };
  const types = {
    left: tensorType('float64', [left.rows, left.columns]),
    right: tensorType('float64', [right.rows, right.columns]),
  };
  const executable = await engine.compile(
    buildProgram('matrix product', types, (b, given) => ({ product: b.matmul(given.left, given.right, flags) })),
  );
  try {
    const { product } = await executable.run({
      left: tensor('float64', types.left.shape, left.data),
      right: tensor('float64', types.right.shape, right.data),
    });
    return { data: product!.data as Float64Array, rows, columns };
  } finally {
    await executable.dispose();
  }
}

function plainProduct(left: DenseMatrix, right: DenseMatrix, flags: ProductFlags): Float64Array {
  const a = Matrix.from1DArray(left.rows, left.columns, left.data);
  const b = Matrix.from1DArray(right.rows, right.columns, right.data);
  const product = (flags.transposeLeft ? a.transpose() : a).mmul(flags.transposeRight ? b.transpose() : b);
  return Float64Array.from(product.to1DArray());
}
