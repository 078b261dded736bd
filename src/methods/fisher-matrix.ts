import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { basisVector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';

/** The Jacobian J of an immersion as a dense matrix, [ambient, parameters], one differential per column. */
export async function denseJacobian(immersion: Immersion): Promise<Matrix> {
  const { parameters, ambient } = immersion;
  const jacobian = Matrix.zeros(ambient, parameters);
  const block = 64;
  for (let start = 0; start < parameters; start += block) {
    const count = Math.min(block, parameters - start);
    const units = Array.from({ length: count }, (_, k) => basisVector(parameters, start + k));
    (await immersion.many.differential(units)).forEach((column, k) => {
      for (let n = 0; n < ambient; n += 1) jacobian.set(n, start + k, column[n]!);
    });
  }
  return jacobian;
}

/** The Fisher matrix F = J^T J, undamped, [parameters, parameters]: for parameters up to a few thousand. */
export async function fisherMatrix(immersion: Immersion): Promise<Matrix> {
  const jacobian = await denseJacobian(immersion);
  return jacobian.transpose().mmul(jacobian);
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
