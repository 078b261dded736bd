import { DomainError, InputError } from '../errors.ts';
import { normalVector, randomSource } from '../network/index.ts';
import { conjugateGradients, type Solution, type SolveOptions } from './conjugate-gradients.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import type { Immersion } from './immersion.ts';
import { type Estimate, pairMean } from './jackknife.ts';

/** How to estimate: how many draws (the error falls as 1 / sqrt draws), from which seed, and how exactly to solve. */
export interface EstimateOptions {
  /** Number m of draws, at least 3; m (m - 1) / 2 pairs come of them. */
  readonly draws: number;
  readonly seed: number;
  /** Relative residual of the linear solves; 1e-6 unless told. */
  readonly tolerance?: number;
  /** Most conjugate-gradient steps of one solve; 10,000 unless told. */
  readonly maxSteps?: number;
  /** Called after each draw with the estimate so far (null until there are three draws). */
  readonly progress?: (state: {
    readonly step: number;
    readonly steps: number;
    readonly estimate: Estimate | null;
  }) => void;
}

/** A scalar curvature estimated by sampling, with what is needed to judge it. */
export interface CurvatureEstimate extends Estimate {
  readonly draws: number;
  readonly pairs: number;
  /** Linear solves, and conjugate-gradient steps altogether. */
  readonly solves: number;
  readonly solverSteps: number;
  /** The largest relative residual of any solve. */
  readonly worstResidual: number;
  /**
   * A bound on the error of `value` from stopping the solves inside its quadratic forms, |r|^2 / damping on average; null
   * without damping. The draws themselves have the covariance G^-1 up to the relative residual.
   */
  readonly truncation: number | null;
  /** `truncated` if some solve ran out of steps before it reached the tolerance. */
  readonly outcome: 'converged' | 'truncated';
}

/**
 * Estimates the scalar curvature of the induced metric G = J^T J + damping without forming any matrix. For independent
 * v, w with law Normal(0, G^-1),
 *
 *   E[ <II(v, v), II(w, w)> - |II(v, w)|^2 ] = R,   <II(a, b), II(c, d)> = <D(a, b), D(c, d)> - gamma(a, b)^T G^-1 gamma(c, d),
 *
 * with D the second derivative of the immersion and gamma(a, b) = J^T D(a, b). A draw is z = G^-1 (J^T xi + sqrt(damping)
 * eta) with xi, eta standard normal. All pairs of m draws are used: 2 m solves for the draws and their II(z, z), one
 * solve for each pair. The mean over pairs is unbiased but for the truncation of the solves; its standard error is a
 * jackknife over draws. Memory is linear in draws * (parameters + ambient). Same options and engine, same numbers.
 *
 * @throws InputError if there are fewer than three draws.
 * @throws DomainError if a solve finds the metric not positive definite to working precision.
 */
export async function estimateScalarCurvature(
  immersion: Immersion,
  options: EstimateOptions,
): Promise<CurvatureEstimate> {
  const { draws, seed, progress } = options;
  if (!Number.isInteger(draws) || draws < 3) throw new InputError(`An estimate needs 3 or more draws, got ${draws}.`);
  const ledger = new Ledger({ tolerance: options.tolerance ?? 1e-6, maxSteps: options.maxSteps ?? 10_000 });
  const sampled: Draw[] = [];
  const pairs: Float64Array[] = [];
  let truncation = 0;
  for (let i = 0; i < draws; i += 1) {
    const draw = await drawVector(immersion, ledger, seed, i);
    const row = new Float64Array(i);
    for (let j = 0; j < i; j += 1) {
      const other = sampled[j]!;
      const mixed = await secondForm(immersion, ledger, draw.vector, other.vector);
      row[j] = inner(draw.form, other.form) - inner(mixed, mixed);
      truncation += norm(draw.form.residual) * norm(other.form.residual) + dot(mixed.residual, mixed.residual);
    }
    pairs.push(row);
    sampled.push(draw);
    progress?.({ step: i + 1, steps: draws, estimate: i >= 2 ? pairMean(pairs) : null });
  }
  const count = (draws * (draws - 1)) / 2;
  return {
    ...pairMean(pairs),
    draws,
    pairs: count,
    solves: ledger.solves,
    solverSteps: ledger.steps,
    worstResidual: ledger.worst,
    truncation: immersion.damping > 0 ? truncation / (count * immersion.damping) : null,
    outcome: ledger.truncated ? 'truncated' : 'converged',
  };
}

/** A draw z of Normal(0, G^-1) and its II(z, z). */
interface Draw {
  readonly vector: Float64Array;
  readonly form: SecondForm;
}

/** II(v, w), implicitly: D = D(v, w), gamma = J^T D, and the solution of G s = gamma with its residual. */
interface SecondForm {
  readonly jet: Vector;
  readonly gamma: Vector;
  readonly solution: Float64Array;
  readonly residual: Float64Array;
}

async function drawVector(immersion: Immersion, ledger: Ledger, seed: number, index: number): Promise<Draw> {
  const random = randomSource(seed, index);
  const pulled = await immersion.codifferential(normalVector(random, immersion.ambient));
  const noise = normalVector(random, immersion.parameters);
  const right = combine(1, pulled, Math.sqrt(immersion.damping), noise);
  const vector = (await ledger.solve(immersion, right)).value;
  return { vector, form: await secondForm(immersion, ledger, vector, vector) };
}

async function secondForm(immersion: Immersion, ledger: Ledger, v: Float64Array, w: Float64Array): Promise<SecondForm> {
  const jet = await immersion.jet(v, w);
  const gamma = await immersion.codifferential(jet);
  const { value, residual } = await ledger.solve(immersion, gamma);
  return { jet, gamma, solution: value, residual };
}

/**
 * <II, II'>. The second summand makes the quadratic form err by the product of both residuals rather than by one: with
 * s = G^-1 (gamma - r), gamma^T G^-1 gamma' = gamma^T s' + s^T r' + r^T G^-1 r'.
 */
function inner(a: SecondForm, b: SecondForm): number {
  return dot(a.jet, b.jet) - dot(a.gamma, b.solution) - dot(a.solution, b.residual);
}

/** Solves, and keeps count of what the solves cost and how exact they were. */
class Ledger {
  readonly #options: SolveOptions;
  solves = 0;
  steps = 0;
  worst = 0;
  truncated = false;

  constructor(options: SolveOptions) {
    this.#options = options;
  }

  async solve(immersion: Immersion, right: Vector): Promise<Solution> {
    const solution = await conjugateGradients((vector) => immersion.metric(vector), right, this.#options);
    if (solution.outcome === 'indefinite') {
      throw new DomainError(
        'Conjugate gradients met a direction in which the metric is not positive: it is singular to working precision. ' +
          'Raise the damping, or use float64.',
      );
    }
    this.solves += 1;
    this.steps += solution.steps;
    this.worst = Math.max(this.worst, solution.relativeResidual);
    this.truncated ||= solution.outcome === 'max-steps';
    return solution;
  }
}
