import { InputError } from '../errors.ts';
import { randomSource } from '../network/index.ts';
import type { Vector } from './euclidean.ts';
import type { BlockMap, Immersion } from './immersion.ts';
import { type Estimate, sampleMean } from './jackknife.ts';
import { lanczos } from './lanczos.ts';
import type { Resumable } from './resumable.ts';
import { tridiagonalEigenvalues, type WeightedEigenvalues } from './symmetric-eigenvalues.ts';

/** A value that is exact, or estimated with a standard error. */
export interface SpectralValue {
  readonly value: number;
  readonly standardError: number | null;
}

/** What the spectrum of F says at one damping. */
export interface DampedSpectrum {
  readonly damping: number;
  /** tr F (F + damping)^-1, the number of directions that F dominates; the rank without damping. */
  readonly effectiveDimension: SpectralValue;
  /** log det (F + damping); -Infinity where that is singular. */
  readonly logDet: SpectralValue;
}

/** The spectrum of F at several dampings from all its eigenvalues. An eigenvalue below 1e-12 of the largest counts as 0. */
export function exactDampedSpectra(eigenvalues: readonly number[], dampings: readonly number[]): DampedSpectrum[] {
  const least = 1e-12 * Math.max(0, ...eigenvalues.slice(0, 1));
  const sum = (f: (value: number) => number): SpectralValue => ({
    value: eigenvalues.reduce((total, value) => total + f(value), 0),
    standardError: null,
  });
  return dampings.map((damping) => ({
    damping,
    effectiveDimension: sum((value) => (value > least ? value / (value + damping) : 0)),
    logDet: sum((value) => Math.log((value > least ? value : 0) + damping)),
  }));
}

/** How to sample a spectrum. */
export interface QuadratureOptions extends Resumable<readonly WeightedEigenvalues[]> {
  /** Random start vectors, at least 2; 16 unless told. */
  readonly vectors?: number;
  /** Lanczos steps from each; 80 unless told. */
  readonly steps?: number;
  readonly seed: number;
  readonly progress?: (done: number, vectors: number) => void;
}

/** The spectrum of a large F, sampled. */
export interface SampledSpectrum {
  readonly trace: Estimate;
  /** The largest eigenvalues, as many as the steps have settled, largest first. */
  readonly largest: readonly number[];
  readonly damped: readonly DampedSpectrum[];
  /** The share of eigenvalues of F below each threshold, with its standard error. */
  readonly cumulative: readonly { readonly below: number; readonly share: Estimate }[];
}

/**
 * Stochastic Lanczos quadrature [Ubaru-Chen-Saad 2017]: for random signs x in R^n, n times the Gauss quadrature of
 * x^T f(A) x / n is an estimate of tr f(A), A the smaller of J^T J and J J^T; the larger one has zeros besides. Standard
 * errors are over the start vectors; the error of the quadrature itself falls geometrically with the steps.
 *
 * @throws InputError if fewer than two vectors or steps are asked for, or a damping is not positive.
 */
export async function sampledSpectrum(
  immersion: Immersion,
  dampings: readonly number[],
  options: QuadratureOptions,
): Promise<SampledSpectrum> {
  const { vectors = 16, steps = 80, seed, progress, resume, checkpoint } = options;
  if (vectors < 2 || steps < 2)
    throw new InputError(`A quadrature needs 2 or more vectors and steps; got ${vectors}, ${steps}.`);
  const undamped = dampings.find((damping) => !(damping > 0));
  if (undamped !== undefined)
    throw new InputError(
      `A sampled spectrum needs positive dampings, since it cannot tell 0 from tiny; got ${undamped}.`,
    );
  const { parameters, ambient, many } = immersion;
  const operator: BlockMap = ambient <= parameters ? many.gram : many.metric;
  const size = Math.min(parameters, ambient);
  const measures = [...(resume ?? [])];
  for (let i = measures.length; i < vectors; i += 1) {
    const random = randomSource(seed, i);
    const start = Float64Array.from({ length: size }, () => (random.uniform() < 0.5 ? -1 : 1));
    const product = async (vector: Float64Array): Promise<Vector> => (await operator([vector]))[0]!;
    measures.push(tridiagonalEigenvalues(await lanczos(product, start, Math.min(steps, size))));
    checkpoint?.([...measures]);
    progress?.(i + 1, vectors);
  }
  const estimate = (f: (value: number) => number): Estimate =>
    sampleMean(measures.map(({ values, weights }) => size * values.reduce((sum, x, i) => sum + weights[i]! * f(x), 0)));
  const zeros = parameters - size;
  const lambdaMax = Math.max(...measures.map(({ values }) => values.at(-1)!));
  const present = (x: number): number => Math.max(0, x);
  return {
    trace: estimate((x) => x),
    largest: settled(measures),
    damped: dampings.map((damping) => {
      const logDet = estimate((x) => Math.log(present(x) + damping));
      return {
        damping,
        effectiveDimension: estimate((x) => present(x) / (present(x) + damping)),
        logDet: { ...logDet, value: logDet.value + zeros * Math.log(damping) },
      };
    }),
    cumulative: Array.from({ length: 13 }, (_, k) => {
      const below = lambdaMax * 10 ** (-12 + k);
      const { value, standardError } = estimate((x) => (x < below ? 1 : 0));
      return { below, share: { value: (value + zeros) / parameters, standardError: standardError / parameters } };
    }),
  };
}

/** The leading values that all start vectors agree on to 1e-6: those have converged. */
function settled(measures: readonly WeightedEigenvalues[]): number[] {
  const found: number[] = [];
  for (let k = 0; ; k += 1) {
    const values = measures.map((measure) => measure.values.at(-1 - k));
    if (values.some((value) => value === undefined)) return found;
    const [least, most] = [Math.min(...(values as number[])), Math.max(...(values as number[]))];
    if (!(most - least <= 1e-6 * most)) return found;
    found.push(most);
  }
}
