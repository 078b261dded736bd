import { normalVector, randomSource } from '../network/index.ts';
import type { Vector } from './euclidean.ts';
import { fisherSpectrum, logDeterminant } from './fisher-matrix.ts';
import { smallerGram } from './gram-matrix.ts';
import type { BlockMap, Immersion } from './immersion.ts';
import { type Estimate, sampleMean } from './jackknife.ts';
import { lanczos } from './lanczos.ts';
import { refuseOverflow } from './overflow.ts';
import type { Lasting } from './resumable.ts';
import { symmetricEigenvalues, tridiagonalEigenvalues } from './symmetric-eigenvalues.ts';

/** What is known of a Fisher matrix F before any curvature. */
export interface FisherSummary {
  readonly parameters: number;
  /** M, the number of rows of J. */
  readonly ambient: number;
  /** Number of eigenvalues of F above 1e-12 lambdaMax; null where they are too many to compute. */
  readonly rank: number | null;
  /** min(p, M), which the rank does not exceed. */
  readonly rankBound: number;
  /** The largest eigenvalue of F. */
  readonly lambdaMax: number;
  /** tr F; with a standard error where it is estimated. */
  readonly trace: number;
  readonly traceError: number | null;
  /** log det (F + damping); -Infinity where that is singular, null where it is not computed. */
  readonly logDetMetric: number | null;
  /** All eigenvalues of F, largest first, where they are computed. */
  readonly eigenvalues: readonly number[] | null;
}

/** How to summarise. */
export interface SummaryOptions {
  /** Up to this side of the smaller Gram matrix all eigenvalues are computed; 1500 unless told. */
  readonly exact?: number;
  /** The trace of F where the caller has a way to it that needs no matrix. */
  readonly trace?: () => Promise<number>;
}

/** Up to this side of the smaller Gram matrix all eigenvalues are computed. */
const exactSide = 1500;

/** Up to this side, from singular values of J, which keep the digits of small eigenvalues. */
const singularSide = 120;

/**
 * Rank, trace, largest eigenvalue and determinant of a Fisher matrix: exact where min(p, M) is at most 1500, from the smaller
 * of the two Gram matrices J^T J and J J^T; else the trace as given, or by 64 random vectors, and the largest eigenvalue by Lanczos steps.
 *
 * @throws DomainError if outputs or their derivatives overflow.
 */
export async function fisherSummary(immersion: Immersion, options: SummaryOptions = {}): Promise<FisherSummary> {
  const summary = await computedSummary(immersion, options);
  refuseOverflow(summary.trace);
  refuseOverflow(summary.lambdaMax, 'the Fisher matrix has largest eigenvalue');
  return summary;
}

async function computedSummary(
  immersion: Immersion,
  { exact = exactSide, trace }: SummaryOptions,
): Promise<FisherSummary> {
  const { parameters, ambient, damping, many } = immersion;
  const side = Math.min(parameters, ambient);
  const shape = { parameters, ambient, rankBound: side };
  if (side <= singularSide && Math.max(parameters, ambient) <= 40 * singularSide) {
    const { eigenvalues, trace, lambdaMax, rank, logDetMetric } = await fisherSpectrum(immersion);
    return { ...shape, rank, lambdaMax, trace, traceError: null, logDetMetric, eigenvalues };
  }
  const operator = ambient <= parameters ? many.gram : many.metric;
  if (side > exact) {
    const traces = trace ? { value: await trace(), standardError: null } : await hutchinsonTrace(operator, side);
    const lambdaMax = await largestEigenvalue(operator, side);
    return {
      ...shape,
      rank: null,
      lambdaMax,
      trace: traces.value,
      traceError: traces.standardError,
      logDetMetric: null,
      eigenvalues: null,
    };
  }
  const ascending = symmetricEigenvalues((await smallerGram(immersion)).matrix, side);
  const lambdaMax = ascending.at(-1)!;
  const present = Array.from(ascending.toReversed(), (value) => Math.max(0, value));
  const eigenvalues = Array.from({ length: parameters }, (_, i) => present[i] ?? 0);
  const rank = present.filter((value) => value > 1e-12 * lambdaMax).length;
  return {
    ...shape,
    rank,
    lambdaMax,
    trace: present.reduce((sum, value) => sum + value, 0),
    traceError: null,
    logDetMetric: logDeterminant(eigenvalues, rank, damping),
    eigenvalues,
  };
}

/** The trace of an operator on R^size as the mean of x^T A x over standard normal vectors, 64 unless told [Hutchinson 1990]. */
export async function hutchinsonTrace(
  operator: BlockMap,
  size: number,
  { vectors = 64, resume, checkpoint, progress }: Lasting<readonly number[]> & { readonly vectors?: number } = {},
): Promise<Estimate> {
  const values = [...(resume ?? [])];
  for (let i = values.length; i < vectors; i += 1) {
    const x = normalVector(randomSource(1, i), size);
    const [image] = (await operator([x])) as [Vector];
    values.push(x.reduce((sum, entry, k) => sum + entry * image[k]!, 0));
    checkpoint?.([...values]);
    progress?.((i + 1) / vectors);
  }
  return sampleMean(values);
}

/** The largest eigenvalue, by 60 Lanczos steps: Fisher matrices have few large eigenvalues, far apart. */
async function largestEigenvalue(operator: BlockMap, size: number): Promise<number> {
  const product = async (vector: Float64Array): Promise<Vector> => (await operator([vector]))[0]!;
  const { diagonal, beside } = await lanczos(product, normalVector(randomSource(2), size), Math.min(size, 60));
  return tridiagonalEigenvalues({ diagonal, beside }).values.at(-1)!;
}
