import type { Engine } from '../engine/index.ts';
import { normalHead, outputCount } from '../network/index.ts';
import { fisherImmersion } from './fisher-immersion.ts';
import type { FisherPoint } from './fisher-point.ts';
import { type DenseRows, denseOperator, outputGramMatrix } from './gram-matrix.ts';
import type { Lasting } from './resumable.ts';
import { lastingEigenvalues } from './symmetric-eigenvalues.ts';

/** The neural tangent kernel of a network on its samples, and what it needs of the point. */
export interface TangentKernel {
  readonly samples: number;
  readonly outputs: number;
  readonly parameters: number;
  /**
   * Theta[(n, c), (m, d)] = <grad h_c(x_n), grad h_d(x_m)>, row-major with n before c, [samples * outputs] squared; null
   * where only the spectrum was wanted and J^T J is smaller.
   */
  readonly matrix: Float64Array | null;
  /** Its eigenvalues, largest first, as many as samples * outputs. */
  readonly eigenvalues: readonly number[];
}

/** How the two parts of a tangent kernel go on. */
export interface TangentKernelOptions {
  /** The rows of the matrix. */
  readonly rows?: Lasting<DenseRows>;
  /** Its eigenvalues. */
  readonly eigenvalues?: (fraction: number) => void;
}

/**
 * The neural tangent kernel J J^T of the outputs h at a point [Jacot-Gabriel-Hongler 2018]. J^T J has the same nonzero
 * eigenvalues; over the number of samples it is the Fisher matrix of the unit normal head. Where only the spectrum is wanted
 * the smaller of the two is computed.
 */
export async function tangentKernel(
  point: FisherPoint,
  engine: Engine,
  wanted: 'matrix' | 'spectrum' = 'matrix',
  { rows, eigenvalues: reduction }: TangentKernelOptions = {},
): Promise<TangentKernel> {
  const { network } = point.model;
  const { samples } = point;
  const outputs = outputCount(network);
  const immersion = await fisherImmersion({ ...point, model: { network, head: normalHead() }, damping: 0 }, engine);
  try {
    const { parameters, ambient, many } = immersion;
    const byParameters = wanted === 'spectrum' && parameters < ambient;
    const side = byParameters ? parameters : ambient;
    const gram = byParameters
      ? await denseOperator(many.metric, parameters, rows)
      : await outputGramMatrix(immersion, rows);
    // The immersion is h over the root of the number of samples.
    const matrix = gram.map((entry) => samples * entry);
    const ascending = await lastingEigenvalues(matrix, side, reduction);
    const nonzero = Array.from(ascending.toReversed(), (value) => Math.max(0, value));
    const eigenvalues = Array.from({ length: ambient }, (_, i) => nonzero[i] ?? 0);
    return { samples, outputs, parameters, matrix: byParameters ? null : matrix, eigenvalues };
  } finally {
    await immersion.dispose();
  }
}

/** The kernel of one output: the block Theta[(n, c), (m, c)] of a kernel matrix, [samples] squared. */
export function outputKernel(matrix: Float64Array, samples: number, outputs: number, output: number): Float64Array {
  const block = new Float64Array(samples * samples);
  const side = samples * outputs;
  for (let n = 0; n < samples; n += 1) {
    for (let m = 0; m < samples; m += 1) {
      block[n * samples + m] = matrix[(n * outputs + output) * side + m * outputs + output]!;
    }
  }
  return block;
}
