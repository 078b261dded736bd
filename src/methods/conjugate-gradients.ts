import { dot, norm, type Vector } from './euclidean.ts';

/** A symmetric positive definite operator that is known by its products alone. */
export type LinearOperator = (vector: Float64Array) => Promise<Vector>;

/** When to stop: at `|b - A x| <= tolerance |b|`, or after `maxSteps` products. */
export interface SolveOptions {
  readonly tolerance: number;
  readonly maxSteps: number;
}

/** The result of an iterative solve of A x = b. */
export interface Solution {
  readonly value: Float64Array;
  /**
   * `converged`: the relative residual is below the tolerance. `max-steps`: it is not yet, raise `maxSteps`. `indefinite`:
   * a direction d with <d, A d> <= 0 appeared, so A is singular, indefinite or too badly conditioned for its dtype.
   */
  readonly outcome: 'converged' | 'max-steps' | 'indefinite';
  readonly steps: number;
  /** b - A x, as the recurrence tracks it. */
  readonly residual: Float64Array;
  /** |b - A x| / |b|; 0 for b = 0. */
  readonly relativeResidual: number;
}

/**
 * Solves A x = b by conjugate gradients from x = 0 [Hestenes-Stiefel 1952].
 *
 * Law (Galerkin): <b, A^-1 b> - <b, x> = <r, A^-1 r> with r the residual, so the quadratic form <b, A^-1 b> is
 * approached from below and with the *square* of the residual.
 */
export async function conjugateGradients(
  operator: LinearOperator,
  right: Vector,
  options: SolveOptions,
): Promise<Solution> {
  const size = right.length;
  const value = new Float64Array(size);
  const residual = Float64Array.from(right);
  const direction = Float64Array.from(right);
  const goal = options.tolerance * norm(right);
  let square = dot(residual, residual);
  const finish = (outcome: Solution['outcome'], steps: number): Solution => {
    const length = Math.sqrt(square);
    return { value, outcome, steps, residual, relativeResidual: length === 0 ? 0 : length / norm(right) };
  };
  for (let steps = 0; ; steps += 1) {
    if (Math.sqrt(square) <= goal) return finish('converged', steps);
    if (steps >= options.maxSteps) return finish('max-steps', steps);
    const image = await operator(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) return finish('indefinite', steps + 1);
    const length = square / curvature;
    let next = 0;
    for (let i = 0; i < size; i += 1) {
      value[i] = value[i]! + length * direction[i]!;
      const entry = residual[i]! - length * image[i]!;
      residual[i] = entry;
      next += entry * entry;
    }
    const mix = next / square;
    for (let i = 0; i < size; i += 1) direction[i] = residual[i]! + mix * direction[i]!;
    square = next;
  }
}
