import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import { conjugateGradients } from './conjugate-gradients.ts';
import { basisVector, combine, norm, scale, type Vector } from './euclidean.ts';
import type { MovingMetric } from './moving-metric.ts';
import { refuseOverflow } from './overflow.ts';
import type { Lasting } from './resumable.ts';
import { type IntegrationState, integrate } from './runge-kutta.ts';

/** Where a geodesic stands, plain data: the integration, and the last acceleration, from which the next solve begins. */
export interface GeodesicState {
  readonly integration: IntegrationState;
  readonly acceleration: Float64Array | null;
}

/** What to do with a metric without full rank; see {@link exponentialMap}. */
export interface ExponentialMapOptions extends Lasting<GeodesicState> {
  readonly singular?: 'refuse' | 'quotient';
  /** The error of each step over the length of the way; 1e-9 unless told, 1e-4 in float32. */
  readonly tolerance?: number;
  /** Most steps of the integration; 2000 unless told. */
  readonly maxSteps?: number;
}

/** A geodesic from where a metric starts. */
export interface FisherGeodesic {
  /** Its points at the times asked for, as many as were reached. */
  readonly points: readonly { readonly time: number; readonly theta: Float64Array; readonly velocity: Float64Array }[];
  /** |v| at the start: the length of the geodesic up to time t is t |v|. */
  readonly speed: number;
  /** The largest relative change of the speed at the points, which is constant on a geodesic. */
  readonly drift: number;
  /** The rank of the metric at the start; null where it is damped or was not computed. */
  readonly rank: number | null;
  readonly outcome: 'converged' | 'max-steps' | 'step-too-small';
  readonly steps: number;
}

/** Up to this many parameters the metric is a matrix. */
const denseParameters = 400;

/** An eigenvalue this far below the largest counts as zero, as in a rank. */
const zero = { float64: 1e-12, float32: 1e-6 };

/**
 * The exponential map exp_theta(t v) at increasing times t, by integrating the geodesic equation
 * G theta'' = -Gamma(theta', theta') of a metric from where it starts. A metric of lower rank is refused, or understood as that of
 * the quotient by its null space: then the acceleration is the least that solves the equation, and the image of the curve,
 * though not the curve, does not depend on that choice. Beyond 400 parameters the metric is known by products alone and needs a
 * damping.
 *
 * @throws DomainError for a singular metric with `refuse`, with its rank, and where the direction has length zero or none that is finite.
 */
export async function exponentialMap(
  metric: MovingMetric,
  direction: Vector,
  times: readonly number[],
  {
    singular = 'refuse',
    tolerance = metric.dtype === 'float64' ? 1e-9 : 1e-4,
    maxSteps = 2000,
    progress,
    resume,
    checkpoint,
  }: ExponentialMapOptions = {},
): Promise<FisherGeodesic> {
  const { parameters: size, start } = metric;
  const squared = await metric.squaredSpeed(start, direction);
  refuseOverflow(squared, 'the direction has squared length');
  if (!(squared > 0)) {
    throw new DomainError(
      'The direction has length zero: it is zero, or no output changes along it. Take another, or add damping to one that is not zero.',
    );
  }
  const { solve, rank, guess } = await solver(metric, singular, tolerance);
  guess.vector = resume?.acceleration ?? undefined;
  const end = times.at(-1) ?? 0;
  // In time over the whole way, so that both halves of the state are displacements.
  const state = new Float64Array(2 * size);
  state.set(start);
  state.set(scale(end, direction), size);
  const field = async (y: Float64Array): Promise<Float64Array> => {
    const [theta, v] = [y.subarray(0, size), y.subarray(size)];
    const slope = new Float64Array(2 * size);
    slope.set(v);
    slope.set(await solve(theta, scale(-1, await metric.christoffel(theta, v))), size);
    return slope;
  };
  const { values, outcome, steps } = await integrate(
    field,
    state,
    times.map((time) => time / (end || 1)),
    {
      tolerance,
      scale: end * norm(direction),
      maxSteps,
      reached: (fraction) => progress?.(fraction),
      resume: resume?.integration,
      checkpoint: (integration) => checkpoint?.({ integration, acceleration: guess.vector ?? null }),
    },
  );
  const points: FisherGeodesic['points'][number][] = [];
  let drift = 0;
  for (const [k, y] of values.entries()) {
    const theta = y.slice(0, size);
    const velocity = end === 0 ? Float64Array.from(direction) : scale(1 / end, y.subarray(size));
    drift = Math.max(drift, Math.abs(Math.sqrt((await metric.squaredSpeed(theta, velocity)) / squared) - 1));
    points.push({ time: times[k]!, theta, velocity });
  }
  return { points, speed: Math.sqrt(squared), drift, rank, outcome, steps };
}

type Solve = (theta: Vector, right: Float64Array) => Promise<Float64Array>;

/** How to solve G a = b at any theta, and the rank of G at the start. */
async function solver(
  metric: MovingMetric,
  singular: 'refuse' | 'quotient',
  tolerance: number,
): Promise<{ readonly solve: Solve; readonly rank: number | null; readonly guess: Guess }> {
  const { parameters: size, damping, start } = metric;
  const guess: Guess = { vector: undefined };
  if (size > denseParameters) {
    if (damping > 0) return { solve: byProducts(metric, tolerance, guess), rank: null, guess };
    throw new DomainError(
      `The rank of a metric of ${size} parameters is not computed here, the limit is ${denseParameters}, and it may be singular: add damping.`,
    );
  }
  const matrix = async (theta: Vector): Promise<Matrix> => {
    const units = Array.from({ length: size }, (_, i) => basisVector(size, i));
    const rows = await metric.products(theta, units);
    // Products are symmetric up to rounding, decompositions want it exactly.
    return new Matrix(
      Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => (rows[i]![j]! + rows[j]![i]!) / 2),
      ),
    );
  };
  const whole: Solve = async (theta, right) => {
    const decomposition = new CholeskyDecomposition(await matrix(theta));
    if (decomposition.isPositiveDefinite())
      return Float64Array.from(decomposition.solve(Matrix.columnVector(right)).to1DArray());
    throw new DomainError('The metric becomes singular on the way. Add damping, or take the quotient.');
  };
  if (damping > 0) return { solve: whole, rank: null, guess };
  const rank = eigen(await matrix(start), zero[metric.dtype]).kept.length;
  if (rank === size) return { solve: whole, rank, guess };
  if (singular === 'refuse') {
    throw new DomainError(
      `The metric has rank ${rank} in ${size} parameters, so a direction does not determine a geodesic. Add damping, remove the ` +
        'redundant parameters, or ask for geodesics of the quotient by them.',
    );
  }
  return {
    solve: async (theta, right) => pseudoSolution(eigen(await matrix(theta), zero[metric.dtype]), right),
    rank,
    guess,
  };
}

/** The solution before, where a solve begins from it. */
interface Guess {
  vector: Float64Array | undefined;
}

function eigen(matrix: Matrix, least: number) {
  const { realEigenvalues: values, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const kept = values.flatMap((value, i) => (value > least * largest ? [i] : []));
  return { values, vectors, kept };
}

function pseudoSolution({ values, vectors, kept }: ReturnType<typeof eigen>, right: Float64Array): Float64Array {
  const solution = new Float64Array(right.length);
  for (const i of kept) {
    let share = 0;
    for (let k = 0; k < right.length; k += 1) share += vectors.get(k, i) * right[k]!;
    share /= values[i]!;
    for (let k = 0; k < right.length; k += 1) solution[k] = solution[k]! + share * vectors.get(k, i);
  }
  return solution;
}

/** By conjugate gradients from the solution before, which is that at parameters nearby. */
function byProducts(metric: MovingMetric, tolerance: number, guess: Guess): Solve {
  // Below the error of the integration by as much as its stages can add up to.
  const goal = Math.max(metric.dtype === 'float64' ? 1e-13 : 1e-6, tolerance / 100);
  return async (theta, right) => {
    const product = async (v: Float64Array): Promise<Vector> => (await metric.products(theta, [v]))[0]!;
    const before = guess.vector;
    const rest = before ? combine(1, right, -1, await product(before)) : right;
    const share = norm(rest) / norm(right);
    const { value, outcome, relativeResidual } = await conjugateGradients(product, rest, {
      tolerance: share > 0 ? goal / share : 1,
      maxSteps: 5000,
    });
    if (outcome !== 'converged') {
      throw new DomainError(
        `Solving for the acceleration stopped (${outcome}) at a relative residual of ${(relativeResidual * share).toPrecision(2)}: raise the damping.`,
      );
    }
    const solution = before ? combine(1, before, 1, value) : value;
    guess.vector = solution;
    return solution;
  };
}
