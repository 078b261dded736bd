import { dot, norm, type Vector } from './euclidean.ts';
import type { Lasting } from './resumable.ts';

/** A symmetric positive definite operator that is known by its products alone. */
export type LinearOperator = (vector: Float64Array) => Promise<Vector>;

/** When to stop: at `|b - A x| <= tolerance |b|`, or after `maxSteps` products. */
export interface SolveOptions {
  readonly tolerance: number;
  readonly maxSteps: number;
}

/** Where a solve stands after some steps. */
export interface ConjugateGradientState {
  readonly steps: number;
  readonly value: Float64Array;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
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
 * approached from below and with the *square* of the residual. Progress is that of the logarithm of the residual.
 */
export async function conjugateGradients(
  operator: LinearOperator,
  right: Vector,
  { tolerance, maxSteps, resume, checkpoint, progress }: SolveOptions & Lasting<ConjugateGradientState>,
): Promise<Solution> {
  const size = right.length;
  const value = resume?.value.slice() ?? new Float64Array(size);
  const residual = resume?.residual.slice() ?? Float64Array.from(right);
  const direction = resume?.direction.slice() ?? Float64Array.from(right);
  const goal = tolerance * norm(right);
  let square = dot(residual, residual);
  const finish = (outcome: Solution['outcome'], steps: number): Solution => {
    const length = Math.sqrt(square);
    return { value, outcome, steps, residual, relativeResidual: length === 0 ? 0 : length / norm(right) };
  };
  for (let steps = resume?.steps ?? 0; ; steps += 1) {
    if (Math.sqrt(square) <= goal) return finish('converged', steps);
    if (steps >= maxSteps) return finish('max-steps', steps);
    const image = await operator(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) return finish('indefinite', steps + 1);
    const length = square / curvature;
    for (let i = 0; i < size; i += 1) {
      value[i] = value[i]! + length * direction[i]!;
      residual[i] = residual[i]! - length * image[i]!;
    }
    const next = dot(residual, residual);
    const mix = next / square;
    for (let i = 0; i < size; i += 1) direction[i] = residual[i]! + mix * direction[i]!;
    square = next;
    checkpoint?.({ steps: steps + 1, value: value.slice(), residual: residual.slice(), direction: direction.slice() });
    progress?.(fractionDone(Math.sqrt(square) / norm(right), tolerance));
  }
}

/** How far the logarithm of a relative residual has come on its way to that of the tolerance, between 0 and 1. */
function fractionDone(relativeResidual: number, tolerance: number): number {
  return Math.min(1, Math.max(0, Math.log(relativeResidual) / Math.log(tolerance)));
}
