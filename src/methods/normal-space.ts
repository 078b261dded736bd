import { DomainError } from '../errors.ts';
import { blockConjugateGradients } from './block-conjugate-gradients.ts';
import type { Solution } from './conjugate-gradients.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import { factoredSolver } from './factored-solver.ts';
import type { Immersion } from './immersion.ts';

/** How exactly to solve. */
export interface NormalSpaceOptions {
  /** Relative residual of the solves inside quadratic forms, whose error is its square; 1e-4 unless told. */
  readonly tolerance?: number;
  /** Relative residual of the solves that make the draws; the smaller of 1e-6 and `tolerance` unless told. */
  readonly drawTolerance?: number;
  /** Most conjugate-gradient steps of one solve; 10,000 unless told. */
  readonly maxSteps?: number;
  /**
   * Up to this side of the smaller Gram matrix, with damping, solves are by its Cholesky factor, exact to rounding whatever
   * the tolerances. Unless told 1500, or for J J^T what the immersion says.
   */
  readonly factoredSide?: number;
}

/** The normal part P w of (w, 0), implicitly: a solve with its residual. */
export interface NormalForm {
  readonly vector: Vector;
  /** What was solved for, and what was left of it. */
  readonly right: Vector;
  readonly solution: Float64Array;
  readonly residual: Float64Array;
}

/** What the solves cost and how exact they were. */
export interface SolverTally {
  /** Linear solves, and conjugate-gradient steps altogether. */
  readonly solves: number;
  readonly solverSteps: number;
  /** The largest relative residual of any solve. */
  readonly worstResidual: number;
  /** `truncated` if some solve ran out of steps before it reached the tolerance. */
  readonly outcome: 'converged' | 'truncated';
}

/** The normal space of a damped immersion, known by solves alone, and vectors of the law Normal(0, G^-1). */
export interface NormalSpace {
  /** z of the law Normal(0, G^-1) for xi in R^M and eta in R^p of standard normal law. */
  readonly draws: (xi: readonly Vector[], eta: readonly Vector[]) => Promise<readonly Float64Array[]>;
  readonly normalForms: (vectors: readonly Vector[]) => Promise<readonly NormalForm[]>;
  /** <P w, P w'>, with an error of the product of the residuals of both. */
  readonly inner: (a: NormalForm, b: NormalForm) => number;
  /** A bound on that error, by the space of the solves: |r||r'|, or |r||r'| over the least eigenvalue of G. */
  readonly gap: (a: NormalForm, b: NormalForm) => number;
  readonly tally: () => SolverTally;
}

/**
 * The normal space of G = J^T J + damping, by solves in the smaller of two spaces, with a Cholesky factor or by conjugate
 * gradients. With A = J J^T + damping in R^M, the normal part of (w, 0) has the inner products damping w^T A^-1 w', and
 * z = eta / sqrt(damping) + J^T A^-1 (xi - J eta / sqrt(damping)) has the law Normal(0, G^-1), as has
 * z = G^-1 (J^T xi + sqrt(damping) eta), a solve in R^p; there the inner products are w^T w' - (J^T w)^T G^-1 J^T w'.
 *
 * @throws DomainError without damping, for which there is `quotientSpace`, and where a solve finds the metric not positive
 *   definite to working precision.
 */
export function normalSpace(immersion: Immersion, options: NormalSpaceOptions = {}): NormalSpace {
  if (!(immersion.damping > 0)) {
    throw new DomainError(
      'The matrix-free estimate needs a positive damping: without it the metric may be singular, and nothing here would ' +
        'notice. Add damping, or give the estimate a quotientSpace, or use the Gauss equation: these find the rank.',
    );
  }
  return immersion.ambient <= immersion.parameters ? byOutputs(immersion, options) : byParameters(immersion, options);
}

/** Solves in R^M. */
function byOutputs(immersion: Immersion, options: NormalSpaceOptions): NormalSpace {
  const { damping, many } = immersion;
  const { solve, tally, tolerance, drawTolerance } = countingSolver(immersion, many.gram, options);
  const root = Math.sqrt(damping);
  return {
    draws: async (xi, eta) => {
      const prior = eta.map((vector) => Float64Array.from(vector, (entry) => entry / root));
      const seen = await many.differential(prior);
      const solutions = await solve(
        xi.map((vector, i) => combine(1, vector, -1, seen[i]!)),
        drawTolerance,
      );
      const pulled = await many.codifferential(solutions.map(({ value }) => value));
      return prior.map((vector, i) => combine(1, vector, 1, pulled[i]!));
    },
    normalForms: async (vectors) => forms(vectors, vectors, await solve(vectors, tolerance)),
    // w^T A^-1 w' = w^T s' + s^T r' + r^T A^-1 r'.
    inner: (a, b) => damping * (dot(a.vector, b.solution) + dot(a.solution, b.residual)),
    gap: (a, b) => norm(a.residual) * norm(b.residual),
    tally,
  };
}

/** Solves in R^p. */
function byParameters(immersion: Immersion, options: NormalSpaceOptions): NormalSpace {
  const { damping, many } = immersion;
  const { solve, tally, tolerance, drawTolerance } = countingSolver(immersion, many.metric, options);
  return {
    draws: async (xi, eta) => {
      const pulled = await many.codifferential(xi);
      const rights = pulled.map((vector, i) => combine(1, vector, Math.sqrt(damping), eta[i]!));
      return (await solve(rights, drawTolerance)).map(({ value }) => value);
    },
    normalForms: async (vectors) => {
      const rights = await many.codifferential(vectors);
      return forms(vectors, rights, await solve(rights, tolerance));
    },
    // gamma^T G^-1 gamma' = gamma^T s' + s^T r' + r^T G^-1 r'.
    inner: (a, b) => dot(a.vector, b.vector) - dot(a.right, b.solution) - dot(a.solution, b.residual),
    gap: (a, b) => (norm(a.residual) * norm(b.residual)) / damping,
    tally,
  };
}

function forms(vectors: readonly Vector[], rights: readonly Vector[], solutions: readonly Solution[]): NormalForm[] {
  return solutions.map(({ value, residual }, i) => ({
    vector: vectors[i]!,
    right: rights[i]!,
    solution: value,
    residual,
  }));
}

/** A solver for a damped operator that counts what its solves cost and how exact they were. */
function countingSolver(
  immersion: Immersion,
  operator: (vectors: readonly Vector[]) => Promise<readonly Vector[]>,
  { tolerance = 1e-4, drawTolerance = Math.min(1e-6, tolerance), maxSteps = 10_000, factoredSide }: NormalSpaceOptions,
) {
  const { damping, ambient, parameters } = immersion;
  const largest = factoredSide ?? (ambient <= parameters ? (immersion.factoredSide ?? 1500) : 1500);
  const factored = damping > 0 && Math.min(ambient, parameters) <= largest ? factoredSolver(immersion) : undefined;
  let counted: SolverTally = { solves: 0, solverSteps: 0, worstResidual: 0, outcome: 'converged' };
  const damped = async (vectors: readonly Float64Array[]): Promise<readonly Vector[]> =>
    (await operator(vectors)).map((image, i) => combine(1, image, damping, vectors[i]!));
  const solve = async (rights: readonly Vector[], goal: number): Promise<readonly Solution[]> => {
    const solutions = factored
      ? await factored(rights)
      : await blockConjugateGradients(damped, rights, { tolerance: goal, maxSteps });
    for (const { outcome, steps, relativeResidual } of solutions) {
      if (outcome === 'indefinite') {
        throw new DomainError(
          'Conjugate gradients met a direction in which the metric is not positive: it is singular to working ' +
            'precision. Raise the damping, or use float64.',
        );
      }
      counted = {
        solves: counted.solves + 1,
        solverSteps: counted.solverSteps + steps,
        worstResidual: Math.max(counted.worstResidual, relativeResidual),
        outcome: outcome === 'max-steps' ? 'truncated' : counted.outcome,
      };
    }
    return solutions;
  };
  return { solve, tolerance, drawTolerance, tally: () => counted };
}
