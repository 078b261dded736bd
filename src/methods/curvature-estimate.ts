import { DomainError, InputError } from '../errors.ts';
import { normalVector, type RandomSource, randomSource } from '../network/index.ts';
import { conjugateGradients, type Solution } from './conjugate-gradients.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import { type Estimate, pairMean } from './jackknife.ts';

/** How to estimate: how many draws (the error falls as 1 / sqrt draws), from which seed, and how exactly to solve. */
export interface EstimateOptions {
  /** Number m of draws, at least 3; m (m - 1) / 2 pairs come of them. */
  readonly draws: number;
  readonly seed: number;
  /** Relative residual of the solves inside quadratic forms, whose error is its square; 1e-4 unless told. */
  readonly tolerance?: number;
  /** Relative residual of the solves that make the draws; the smaller of 1e-6 and `tolerance` unless told. */
  readonly drawTolerance?: number;
  /** Most conjugate-gradient steps of one solve; 10,000 unless told. */
  readonly maxSteps?: number;
  /** Called after each draw with the estimate so far (null until there are three draws). */
  readonly progress?: (state: {
    readonly step: number;
    readonly steps: number;
    readonly estimate: Estimate | null;
  }) => void;
}

/** What sampling produced: the kernel of every pair of draws, and how exact it is. */
export interface CurvaturePairs {
  /** `pairs[i][j]`, j < i, is <II(z_i, z_i), II(z_j, z_j)> - |II(z_i, z_j)|^2. */
  readonly pairs: readonly Float64Array[];
  /** Linear solves, and conjugate-gradient steps altogether. */
  readonly solves: number;
  readonly solverSteps: number;
  /** The largest relative residual of any solve. */
  readonly worstResidual: number;
  /**
   * A bound on the bias that stopping the solves inside the quadratic forms causes: the mean of |r||r'| / damping. The
   * draws themselves have the covariance G^-1 up to `drawTolerance`, relatively.
   */
  readonly truncation: number;
  /** `truncated` if some solve ran out of steps before it reached the tolerance. */
  readonly outcome: 'converged' | 'truncated';
}

/** A scalar curvature estimated by sampling, with what is needed to judge it. */
export interface CurvatureEstimate extends Estimate, Omit<CurvaturePairs, 'pairs'> {
  readonly draws: number;
  /** Number of pairs of draws. */
  readonly pairs: number;
}

/**
 * Estimates the scalar curvature of the induced metric G = J^T J + damping without forming any matrix: the mean of
 * `curvaturePairs` with its standard error, a jackknife over draws. Unbiased but for the truncation of the solves.
 *
 * @throws as `curvaturePairs`.
 */
export async function estimateScalarCurvature(
  immersion: Immersion,
  options: EstimateOptions,
): Promise<CurvatureEstimate> {
  const { pairs, ...quality } = await curvaturePairs(immersion, options);
  return { ...pairMean(pairs), draws: options.draws, pairs: (options.draws * (options.draws - 1)) / 2, ...quality };
}

/**
 * Samples the scalar curvature of G = J^T J + damping. For independent v, w with law Normal(0, G^-1),
 *
 *   E[ Rm(v, w, v, w) + <II(v, v), II(w, w)> - |II(v, w)|^2 ] = R,   <II(a, b), II(c, d)> = <D(a, b), D(c, d)> - gamma(a, b)^T G^-1 gamma(c, d),
 *
 * with D the second derivative of the immersion, gamma(a, b) = J^T D(a, b), and Rm the curvature of the ambient space. A draw is z = G^-1 (J^T xi + sqrt(damping)
 * eta) with xi, eta standard normal, each draw from a random stream of its own. Two solves for each draw, one for each
 * pair; memory is linear in draws * (parameters + ambient).
 *
 * @throws InputError if there are fewer than three draws.
 * @throws DomainError without damping, because the rank of the metric is then unknown, and where a solve finds the metric
 *   not positive definite to working precision.
 */
export async function curvaturePairs(immersion: Immersion, options: EstimateOptions): Promise<CurvaturePairs> {
  const { draws, seed, progress } = options;
  if (!Number.isInteger(draws) || draws < 3) throw new InputError(`An estimate needs 3 or more draws, got ${draws}.`);
  if (!(immersion.damping > 0)) {
    throw new DomainError(
      'The matrix-free estimate needs a positive damping: without it the metric may be singular, and nothing here would ' +
        'notice. Add damping, or use the Gauss equation, which finds the rank.',
    );
  }
  const tolerance = options.tolerance ?? 1e-4;
  const drawTolerance = options.drawTolerance ?? Math.min(1e-6, tolerance);
  const { solve, tally } = countingSolver(immersion, options.maxSteps ?? 10_000);
  const form: Form = (v, w) => secondForm(immersion, (right) => solve(right, tolerance), v, w);
  const ambient = immersion.ambientCurvature ?? (() => 0);
  const sampled: Draw[] = [];
  const pairs: Float64Array[] = [];
  let truncation = 0;
  for (let i = 0; i < draws; i += 1) {
    const right = await drawRightSide(immersion, randomSource(seed, i));
    const vector = (await solve(right, drawTolerance)).value;
    const image = immersion.ambientCurvature ? await immersion.differential(vector) : [];
    const draw: Draw = { vector, image, form: await form(vector, vector) };
    const row = new Float64Array(i);
    for (let j = 0; j < i; j += 1) {
      const other = sampled[j]!;
      const mixed = await form(vector, other.vector);
      row[j] = inner(draw.form, other.form) - inner(mixed, mixed) + ambient(draw.image, other.image);
      truncation += norm(draw.form.residual) * norm(other.form.residual) + dot(mixed.residual, mixed.residual);
    }
    pairs.push(row);
    sampled.push(draw);
    progress?.({ step: i + 1, steps: draws, estimate: i >= 2 ? pairMean(pairs) : null });
  }
  return { pairs, ...tally(), truncation: truncation / (((draws * (draws - 1)) / 2) * immersion.damping) };
}

/** A draw z of Normal(0, G^-1), J z where the ambient space is curved, and II(z, z). */
interface Draw {
  readonly vector: Float64Array;
  readonly image: Vector;
  readonly form: SecondForm;
}

/** II(v, w), implicitly: D = D(v, w), gamma = J^T D, and the solution of G s = gamma with its residual. */
interface SecondForm {
  readonly jet: Vector;
  readonly gamma: Vector;
  readonly solution: Float64Array;
  readonly residual: Float64Array;
}

type Solve = (right: Vector) => Promise<Solution>;
type Form = (v: Float64Array, w: Float64Array) => Promise<SecondForm>;

/** J^T xi + sqrt(damping) eta, which has the law Normal(0, G). */
async function drawRightSide(immersion: Immersion, random: RandomSource): Promise<Float64Array> {
  const pulled = await immersion.codifferential(normalVector(random, immersion.ambient));
  const noise = normalVector(random, immersion.parameters);
  return combine(1, pulled, Math.sqrt(immersion.damping), noise);
}

async function secondForm(immersion: Immersion, solve: Solve, v: Float64Array, w: Float64Array): Promise<SecondForm> {
  const jet = await immersion.jet(v, w);
  const gamma = await immersion.codifferential(jet);
  const { value, residual } = await solve(gamma);
  return { jet, gamma, solution: value, residual };
}

/**
 * <II, II'>. The last summand makes the quadratic form err by the product of both residuals rather than by one of them:
 * with s = G^-1 (gamma - r), gamma^T G^-1 gamma' = gamma^T s' + s^T r' + r^T G^-1 r'.
 */
function inner(a: SecondForm, b: SecondForm): number {
  return dot(a.jet, b.jet) - dot(a.gamma, b.solution) - dot(a.solution, b.residual);
}

type SolverTally = Pick<CurvaturePairs, 'solves' | 'solverSteps' | 'worstResidual' | 'outcome'>;

/** A solver for the metric that counts what its solves cost and how exact they were. */
function countingSolver(
  immersion: Immersion,
  maxSteps: number,
): { readonly solve: (right: Vector, tolerance: number) => Promise<Solution>; readonly tally: () => SolverTally } {
  let counted: SolverTally = { solves: 0, solverSteps: 0, worstResidual: 0, outcome: 'converged' };
  const solve = async (right: Vector, tolerance: number): Promise<Solution> => {
    const solution = await conjugateGradients((vector) => immersion.metric(vector), right, { tolerance, maxSteps });
    if (solution.outcome === 'indefinite') {
      throw new DomainError(
        'Conjugate gradients met a direction in which the metric is not positive: it is singular to working precision. ' +
          'Raise the damping, or use float64.',
      );
    }
    counted = {
      solves: counted.solves + 1,
      solverSteps: counted.solverSteps + solution.steps,
      worstResidual: Math.max(counted.worstResidual, solution.relativeResidual),
      outcome: solution.outcome === 'max-steps' ? 'truncated' : counted.outcome,
    };
    return solution;
  };
  return { solve, tally: () => counted };
}
