import type { Solution, SolveOptions } from './conjugate-gradients.ts';
import { dot, norm, type Vector } from './euclidean.ts';

/** A symmetric positive definite operator, applied to several vectors at once. */
export type BlockOperator = (vectors: readonly Float64Array[]) => Promise<readonly Vector[]>;

/** One right-hand side on its way. */
interface Iteration {
  readonly value: Float64Array;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly length: number;
  square: number;
  steps: number;
  outcome: Solution['outcome'] | undefined;
}

/**
 * Solves A x = b for several right-hand sides by conjugate gradients, each for itself, with one product of the operator
 * with all directions that are still on their way. The same numbers as `conjugateGradients` for each.
 */
export async function blockConjugateGradients(
  operator: BlockOperator,
  rights: readonly Vector[],
  { tolerance, maxSteps }: SolveOptions,
): Promise<readonly Solution[]> {
  const iterations = rights.map(begin);
  for (;;) {
    for (const iteration of iterations) {
      if (iteration.outcome) continue;
      if (Math.sqrt(iteration.square) <= tolerance * iteration.length) iteration.outcome = 'converged';
      else if (iteration.steps >= maxSteps) iteration.outcome = 'max-steps';
    }
    const active = iterations.filter(({ outcome }) => outcome === undefined);
    if (active.length === 0) break;
    const images = await operator(active.map(({ direction }) => direction));
    active.forEach((iteration, k) => {
      advance(iteration, images[k]!);
    });
  }
  return iterations.map(({ value, outcome, steps, residual, square, length }) => ({
    value,
    outcome: outcome!,
    steps,
    residual,
    relativeResidual: square === 0 ? 0 : Math.sqrt(square) / length,
  }));
}

function begin(right: Vector): Iteration {
  const residual = Float64Array.from(right);
  return {
    value: new Float64Array(right.length),
    residual,
    direction: Float64Array.from(right),
    length: norm(right),
    square: dot(residual, residual),
    steps: 0,
    outcome: undefined,
  };
}

function advance(iteration: Iteration, image: Vector): void {
  const { value, residual, direction, square } = iteration;
  iteration.steps += 1;
  const curvature = dot(direction, image);
  if (!(curvature > 0)) {
    iteration.outcome = 'indefinite';
    return;
  }
  const step = square / curvature;
  let next = 0;
  for (let i = 0; i < value.length; i += 1) {
    value[i] = value[i]! + step * direction[i]!;
    const entry = residual[i]! - step * image[i]!;
    residual[i] = entry;
    next += entry * entry;
  }
  const mix = next / square;
  for (let i = 0; i < value.length; i += 1) direction[i] = residual[i]! + mix * direction[i]!;
  iteration.square = next;
}
