import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { basisVector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import { type DenseMatrix, matrixProduct } from './matrix-product.ts';

/** The Jacobian J of an immersion as a dense matrix, [ambient, parameters], one differential per column. */
export async function denseJacobian(immersion: Immersion): Promise<Matrix> {
  const { data, rows, columns } = await jacobianColumns(immersion);
  return Matrix.from1DArray(rows, columns, data).transpose();
}

/** The transposed Jacobian, [parameters, ambient]: row k is the derivative of psi by theta_k. */
export async function jacobianColumns({ parameters, ambient, many, columns }: Immersion): Promise<DenseMatrix> {
  if (columns) return { data: await columns(), rows: parameters, columns: ambient };
  const data = new Float64Array(parameters * ambient);
  const together = 64;
  for (let first = 0; first < parameters; first += together) {
    const units = Array.from({ length: Math.min(together, parameters - first) }, (_, k) =>
      basisVector(parameters, first + k),
    );
    (await many.differential(units)).forEach((column, k) => {
      data.set(column, (first + k) * ambient);
    });
  }
  return { data, rows: parameters, columns: ambient };
}

/** The Fisher matrix F = J^T J, undamped, [parameters, parameters]: for parameters up to a few thousand. */
export async function fisherMatrix(immersion: Immersion): Promise<Matrix> {
  const columns = await jacobianColumns(immersion);
  const { data } = await matrixProduct(immersion.secondDerivative.engine, columns, columns, { transposeRight: true });
  return Matrix.from1DArray(immersion.parameters, immersion.parameters, data);
}

/** What the spectrum of a Fisher matrix F says about it. */
export interface FisherSpectrum {
  /** Eigenvalues of F, largest first. */
  readonly eigenvalues: readonly number[];
  /** tr F. */
  readonly trace: number;
  readonly lambdaMax: number;
  /** Number of eigenvalues of F above 1e-12 lambdaMax. */
  readonly rank: number;
  /** log det (F + damping); -Infinity where that is singular. */
  readonly logDetMetric: number;
}

/**
 * The spectrum of the Fisher matrix, from the singular values of J, so that eigenvalues are exact to rounding relative
 * to the square root of the largest rather than to the largest.
 */
export async function fisherSpectrum(immersion: Immersion): Promise<FisherSpectrum> {
  const { parameters, damping } = immersion;
  const jacobian = await denseJacobian(immersion);
  const { diagonal } = new SingularValueDecomposition(jacobian, {
    autoTranspose: true,
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const squares = diagonal.map((value) => value * value).sort((a, b) => b - a);
  const eigenvalues = Array.from({ length: parameters }, (_, i) => squares[i] ?? 0);
  const lambdaMax = eigenvalues[0]!;
  const rank = eigenvalues.filter((value) => value > 1e-12 * lambdaMax).length;
  return {
    eigenvalues,
    lambdaMax,
    trace: eigenvalues.reduce((sum, value) => sum + value, 0),
    rank,
    logDetMetric: logDeterminant(eigenvalues, rank, damping),
  };
}

/** log det (F + damping) from all eigenvalues of F, largest first: without damping -Infinity below full rank, whatever rounding left. */
export function logDeterminant(eigenvalues: readonly number[], rank: number, damping: number): number {
  if (rank < eigenvalues.length && !(damping > 0)) return Number.NEGATIVE_INFINITY;
  return eigenvalues.reduce((sum, value) => sum + Math.log(value + damping), 0);
}
