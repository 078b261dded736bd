import type { Engine } from '../engine/index.ts';
import type { ParameterBlock } from '../network/index.ts';
import { basisVector, dot } from './euclidean.ts';
import type { FisherPoint } from './fisher-point.ts';
import type { DenseRows } from './gram-matrix.ts';
import type { BlockMap, Immersion } from './immersion.ts';
import { forEachLayerCotangent, type LayerCotangent } from './layer-cotangents.ts';
import type { OutputFactors } from './output-factors.ts';
import type { Lasting } from './resumable.ts';
import { type DiagonalStart, sampledDiagonal } from './sample-squares.ts';

/** A symmetric block of a matrix on the parameters of a layer. */
export interface DiagonalBlock extends ParameterBlock {
  /** Row-major, `size` squared. */
  readonly matrix: Float64Array;
}

/**
 * The diagonal of the Fisher matrix from output factors. In a dense network that of a weight (i, j) is
 * (1/N) sum_rn delta_rni^2 a_nj^2, one backward pass for each row of factors; in a graph it is `sampledDiagonal`.
 */
export async function factoredDiagonal(
  point: FisherPoint,
  factors: OutputFactors,
  engine: Engine,
  lasting: Lasting<DiagonalStart> = {},
): Promise<Float64Array> {
  if (point.model.network.kind === 'graph') return sampledDiagonal(point, factors, engine, lasting);
  const { resume, checkpoint, progress } = lasting;
  const diagonal = resume?.diagonal.slice() ?? new Float64Array(point.theta.length);
  const visit = (layers: readonly LayerCotangent[], row: number): void => {
    let start = 0;
    for (const { inputs, outputs, input, cotangent } of layers) {
      const bias = start + inputs * outputs;
      for (let n = 0; n < factors.samples; n += 1) {
        for (let i = 0; i < outputs; i += 1) {
          const square = cotangent[n * outputs + i]! ** 2 / factors.samples;
          if (square === 0) continue;
          const row = start + i * inputs;
          for (let j = 0; j < inputs; j += 1)
            diagonal[row + j] = diagonal[row + j]! + square * input[n * inputs + j]! ** 2;
          diagonal[bias + i] = diagonal[bias + i]! + square;
        }
      }
      start = bias + outputs;
    }
    // The sums grow with every row: a state must not.
    if (checkpoint) checkpoint({ done: row + 1, diagonal: diagonal.slice() });
    progress?.((row + 1) / factors.rows.length);
  };
  await forEachLayerCotangent(point, factors, engine, visit, resume?.done);
  return diagonal;
}

/** The diagonal of J^T J of any immersion: the squared lengths of the columns of J, one product each. */
export async function jacobianDiagonal(
  { many, parameters }: Immersion,
  { resume, checkpoint, progress }: Lasting<DiagonalStart> = {},
): Promise<Float64Array> {
  const diagonal = resume?.diagonal.slice() ?? new Float64Array(parameters);
  const together = 32;
  for (let first = resume?.done ?? 0; first < parameters; first += together) {
    const units = Array.from({ length: Math.min(together, parameters - first) }, (_, k) =>
      basisVector(parameters, first + k),
    );
    (await many.differential(units)).forEach((column, k) => {
      diagonal[first + k] = dot(column, column);
    });
    const done = first + units.length;
    checkpoint?.({ done, diagonal });
    progress?.(done / parameters);
  }
  return diagonal;
}

/** The blocks of a symmetric operator on R^p on the parameters of each layer, from products with unit vectors. */
export async function diagonalBlocks(
  operator: BlockMap,
  blocks: readonly ParameterBlock[],
  parameters: number,
  { resume, checkpoint, progress }: Lasting<readonly DenseRows[]> = {},
): Promise<readonly DiagonalBlock[]> {
  const found: DiagonalBlock[] = [];
  const together = 32;
  for (const block of blocks) {
    const known = resume?.[found.length];
    const matrix = known?.matrix.slice() ?? new Float64Array(block.size ** 2);
    const before = found.map((one) => ({ done: one.size, matrix: one.matrix }));
    for (let first = known?.done ?? 0; first < block.size; first += together) {
      const units = Array.from({ length: Math.min(together, block.size - first) }, (_, k) => {
        const unit = new Float64Array(parameters);
        unit[block.start + first + k] = 1;
        return unit;
      });
      (await operator(units)).forEach((image, k) => {
        matrix.set(image.slice(block.start, block.start + block.size), (first + k) * block.size);
      });
      const done = first + units.length;
      checkpoint?.([...before, { done, matrix }]);
      progress?.((block.start + done) / parameters);
    }
    found.push({ ...block, matrix });
  }
  return found;
}
