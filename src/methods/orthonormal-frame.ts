import type { Engine } from '../engine/index.ts';
import { choleskyTriangle, nearlySingular } from './cholesky.ts';
import { jacobianColumns } from './fisher-matrix.ts';
import type { Immersion } from './immersion.ts';
import { type DenseMatrix, matrixProduct } from './matrix-product.ts';
import { inverseTriangle, pivotedCholesky, pivotTriangle } from './pivoted-cholesky.ts';
import { refusedRank, type SingularMetric } from './tangent-frame.ts';

/** A frame of the tangent space and the projection onto its normal space, as matrices. */
export interface OrthonormalFrame {
  /** The parameters that span the tangent space, in the order in which they were taken. */
  readonly pivots: readonly number[];
  /** p with damping, else the rank of J. */
  readonly rank: number;
  /** The rows are vectors of parameters e_a, orthonormal in the metric: [rank, p]. */
  readonly vectors: DenseMatrix;
  /** The rows are J e_a: [rank, M]. */
  readonly images: DenseMatrix;
  readonly normal: NormalProjection;
}

/**
 * How normal parts (P w, .) of (w, 0) are multiplied with each other: as (rows w) . (rows w'), which cancels nothing, or as
 * w . w' - (rows w) . (rows w').
 */
export interface NormalProjection {
  readonly kind: 'kept' | 'removed';
  /** [k, M]. */
  readonly rows: DenseMatrix;
}

/**
 * An orthonormal frame by Cholesky factors of G = J^T J + damping, with products by the engine: some p^2 M operations, for p and M up to
 * some thousands, where the singular values of `tangentFrame` take minutes. The first pivots make a frame, a second factor
 * makes it orthonormal to rounding [CholeskyQR2, Yamamoto et al. 2015]. Without damping a pivot counts as zero at 1e-12 of
 * the largest, and the parameters left out are those that the others can stand in for.
 *
 * The normal space: with damping and M <= p by damping (J J^T + damping)^-1; without damping, if it is smaller than the
 * tangent space, by a basis of itself; else by what is left of the tangent space.
 *
 * @throws DomainError for a singular metric with `refuse`, with its rank; or if the metric is singular to working precision.
 */
export async function orthonormalFrame(
  immersion: Immersion,
  engine: Engine,
  singular: SingularMetric = 'refuse',
): Promise<OrthonormalFrame> {
  const { parameters, ambient, damping } = immersion;
  const columns = await jacobianColumns(immersion);
  const gram = await matrixProduct(engine, columns, columns, { transposeRight: true });
  addToDiagonal(gram, damping);
  const first = pivotedCholesky(gram.data, parameters, 1e-12 * largestDiagonal(gram));
  const { pivots } = first;
  const rank = pivots.length;
  if (rank < parameters && damping > 0) throw nearlySingular();
  if (rank < parameters && singular === 'refuse') throw refusedRank(rank, parameters);
  const start = square(inverseTriangle(pivotTriangle(first), rank), rank);
  const chosen = gathered(columns, pivots);
  const nearly = await matrixProduct(engine, start, chosen);
  const overlap = await matrixProduct(engine, nearly, nearly, { transposeRight: true });
  if (damping > 0) {
    const rest = await matrixProduct(engine, start, start, { transposeRight: true });
    for (let i = 0; i < overlap.data.length; i += 1) overlap.data[i] = overlap.data[i]! + damping * rest.data[i]!;
  }
  const correction = square(inverseTriangle(choleskyTriangle(overlap.data, rank), rank), rank);
  const coefficients = await matrixProduct(engine, correction, start);
  const images = await matrixProduct(engine, correction, nearly);
  const vectors = { data: scattered(coefficients, pivots, parameters), rows: rank, columns: parameters };
  return {
    pivots,
    rank,
    vectors,
    images,
    normal: await projection({ columns, images, rank, ambient, damping }, engine),
  };
}

interface Parts {
  readonly columns: DenseMatrix;
  readonly images: DenseMatrix;
  readonly rank: number;
  readonly ambient: number;
  readonly damping: number;
}

async function projection(parts: Parts, engine: Engine): Promise<NormalProjection> {
  const { columns, images, rank, ambient, damping } = parts;
  if (damping > 0 && ambient <= rank) {
    const gram = await matrixProduct(engine, columns, columns, { transposeLeft: true });
    addToDiagonal(gram, damping);
    const root = Math.sqrt(damping);
    const inverse = inverseTriangle(choleskyTriangle(gram.data, ambient), ambient);
    return {
      kind: 'kept',
      rows: square(
        inverse.map((entry) => root * entry),
        ambient,
      ),
    };
  }
  if (damping === 0 && ambient - rank <= rank) {
    const projector = await matrixProduct(engine, images, images, { transposeLeft: true });
    for (let i = 0; i < projector.data.length; i += 1) projector.data[i] = -projector.data[i]!;
    addToDiagonal(projector, 1);
    // A projector has the eigenvalues 0 and 1, so that pivots far from both are of the second kind.
    const { pivots, factor } = pivotedCholesky(projector.data, ambient, 1e-10, ambient - rank);
    const count = pivots.length;
    const data = new Float64Array(count * ambient);
    for (let i = 0; i < ambient; i += 1)
      for (let k = 0; k < count; k += 1) data[k * ambient + i] = factor[i * ambient + k]!;
    return { kind: 'kept', rows: { data, rows: count, columns: ambient } };
  }
  return { kind: 'removed', rows: images };
}

function square(data: Float64Array, size: number): DenseMatrix {
  return { data, rows: size, columns: size };
}

function addToDiagonal({ data, rows }: DenseMatrix, value: number): void {
  for (let i = 0; i < rows; i += 1) data[i * rows + i] = data[i * rows + i]! + value;
}

function largestDiagonal({ data, rows }: DenseMatrix): number {
  let largest = 0;
  for (let i = 0; i < rows; i += 1) largest = Math.max(largest, data[i * rows + i]!);
  return largest;
}

/** Some rows of a matrix. */
function gathered({ data, columns }: DenseMatrix, chosen: readonly number[]): DenseMatrix {
  const rows = new Float64Array(chosen.length * columns);
  chosen.forEach((row, k) => {
    rows.set(data.subarray(row * columns, (row + 1) * columns), k * columns);
  });
  return { data: rows, rows: chosen.length, columns };
}

/** The rows of a matrix as vectors of `size` numbers, column k at place `places[k]`. */
function scattered({ data, rows, columns }: DenseMatrix, places: readonly number[], size: number): Float64Array {
  const wide = new Float64Array(rows * size);
  for (let i = 0; i < rows; i += 1)
    for (let k = 0; k < columns; k += 1) wide[i * size + places[k]!] = data[i * columns + k]!;
  return wide;
}
