import { choleskySolve, choleskyTriangle } from './cholesky.ts';
import type { Solution } from './conjugate-gradients.ts';
import { norm, type Vector } from './euclidean.ts';
import { type GramMatrix, smallerGram } from './gram-matrix.ts';
import type { Immersion } from './immersion.ts';

/** Solutions of A x = b for several right-hand sides. */
export type BlockSolver = (rights: readonly Vector[]) => Promise<readonly Solution[]>;

/**
 * Solves with the smaller Gram matrix of an immersion plus its damping by a Cholesky factor, made when it is first wanted:
 * exact to rounding, and 2 n^2 multiplications for each right-hand side after n^3 / 6.
 *
 * @throws DomainError, when it is first used, if the damping is lost beside the largest eigenvalue.
 */
export function factoredSolver(immersion: Immersion): BlockSolver {
  let factored: Promise<{ readonly gram: GramMatrix; readonly triangle: Float64Array }> | undefined;
  const factor = async () => {
    const gram = await smallerGram(immersion);
    const damped = Float64Array.from(gram.matrix);
    for (let i = 0; i < gram.side; i += 1)
      damped[i * (gram.side + 1)] = damped[i * (gram.side + 1)]! + immersion.damping;
    return { gram, triangle: choleskyTriangle(damped, gram.side) };
  };
  return async (rights) => {
    factored ??= factor();
    const { gram, triangle } = await factored;
    const solutions = choleskySolve(triangle, gram.side, rights);
    const residuals = residualsOf(gram, immersion.damping, rights, solutions);
    return solutions.map((value, i) => {
      const [residual, length] = [residuals[i]!, norm(rights[i]!)];
      const relativeResidual = length === 0 ? 0 : norm(residual) / length;
      return { value, outcome: 'converged', steps: 0, residual, relativeResidual };
    });
  };
}

/** b - (A + damping) x. */
function residualsOf(
  { matrix, side }: GramMatrix,
  damping: number,
  rights: readonly Vector[],
  solutions: readonly Float64Array[],
): Float64Array[] {
  const residuals = rights.map((right) => Float64Array.from(right));
  for (let i = 0; i < side; i += 1) {
    const row = matrix.subarray(i * side, (i + 1) * side);
    solutions.forEach((x, s) => {
      let sum = damping * x[i]!;
      for (let k = 0; k < side; k += 1) sum += row[k]! * x[k]!;
      residuals[s]![i] = residuals[s]![i]! - sum;
    });
  }
  return residuals;
}
