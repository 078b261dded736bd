import type { Engine } from '../engine/index.ts';
import type { FisherPoint } from './fisher-point.ts';
import { type DenseMatrix, matrixProduct } from './matrix-product.ts';
import type { OutputFactors } from './output-factors.ts';
import { type SampleGradientSource, sampleGradientSource } from './sample-gradients.ts';

/** How much of J is held at once. */
export interface RowBlocks {
  /** Numbers in one block of its rows; 2^23 unless told. */
  readonly block?: number;
  /** Numbers in all blocks that are kept, 2^26 unless told; what is beyond is computed again for each block that meets it. */
  readonly kept?: number;
}

/** Rows of J, the first of them numbered `first`, in float64 whatever they were computed in. */
interface Block extends DenseMatrix {
  readonly first: number;
}

/**
 * J J^T of the map psi whose differential the factors give, [M, M] with M = samples times rows of factors, the sample first:
 * entry (n r, m s) is <J_n^T w_rn, J_m^T w_sm> / N. It costs one backward pass of each sample by each row and one product of
 * matrices, where products with unit vectors would send M of them through all samples.
 */
export async function sampleGramMatrix(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
  { block: blockNumbers = 2 ** 23, kept: keptNumbers = 2 ** 26 }: RowBlocks = {},
): Promise<Float64Array> {
  const { theta } = point;
  const each = factors.rows.length;
  const side = factors.samples * each;
  const together = Math.max(1, Math.min(factors.samples, Math.floor(blockNumbers / (each * theta.length))));
  const source = sampleGradientSource(point, factors, engine);
  const gram = new Float64Array(side * side);
  const kept = new Map<number, Block>();
  let held = 0;
  try {
    for (let start = 0; start < factors.samples; start += together) {
      const block = await rowsOf(source, start, Math.min(together, factors.samples - start));
      held += block.data.length;
      if (held <= keptNumbers) kept.set(start, block);
      for (let other = 0; other <= start; other += together) {
        const known = other === start ? block : (kept.get(other) ?? (await rowsOf(source, other, together)));
        const { data } = await matrixProduct(engine, block, known, { transposeRight: true });
        place(gram, side, [block, known], data, factors.samples);
      }
    }
    return gram;
  } finally {
    await source.dispose();
  }
}

async function rowsOf(source: SampleGradientSource, start: number, samples: number): Promise<Block> {
  const { rows } = await source.of(start, samples);
  const each = rows.length;
  const columns = rows[0]!.length / samples;
  const data = new Float64Array(each * rows[0]!.length);
  rows.forEach((row, r) => {
    for (let n = 0; n < samples; n += 1)
      data.set(row.subarray(n * columns, (n + 1) * columns), (n * each + r) * columns);
  });
  return { first: start * each, rows: samples * each, columns, data };
}

/** Writes the products of the rows of two blocks over the number of samples, and their mirror image. */
function place(
  gram: Float64Array,
  side: number,
  [a, b]: readonly [Block, Block],
  products: Float64Array,
  samples: number,
): void {
  for (let i = 0; i < a.rows; i += 1) {
    const row = (a.first + i) * side;
    for (let j = 0; j < b.rows; j += 1) {
      const value = products[i * b.rows + j]! / samples;
      gram[row + b.first + j] = value;
      gram[(b.first + j) * side + a.first + i] = value;
    }
  }
}
