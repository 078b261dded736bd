import { DomainError } from '../errors.ts';
import type { Vector } from './euclidean.ts';

/**
 * The Cholesky triangle L of a positive definite matrix A = L L^T, row-major; n^3 / 6 multiplications.
 *
 * @throws DomainError if A is not positive definite to working precision.
 */
export function choleskyTriangle(matrix: Float64Array, size: number): Float64Array {
  const triangle = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const row = triangle.subarray(i * size, (i + 1) * size);
    let rest = matrix[i * size + i]!;
    for (let j = 0; j < i; j += 1) {
      let sum = matrix[i * size + j]!;
      const other = j * size;
      for (let k = 0; k < j; k += 1) sum -= row[k]! * triangle[other + k]!;
      row[j] = sum / triangle[other + j]!;
      rest -= row[j]! ** 2;
    }
    if (!(rest > 1e-14 * matrix[i * size + i]!)) throw nearlySingular();
    row[i] = Math.sqrt(rest);
  }
  return triangle;
}

/** What to say of a metric whose factor breaks down. */
export function nearlySingular(): DomainError {
  return new DomainError(
    'The metric is singular to working precision: its damping is lost beside its largest eigenvalue. Raise the damping, ' +
      'or use float64.',
  );
}

/** The solutions of L L^T x = b for several right-hand sides, which share each row of L that is read. */
export function choleskySolve(triangle: Float64Array, size: number, rights: readonly Vector[]): Float64Array[] {
  const solutions = rights.map((right) => Float64Array.from(right));
  for (let i = 0; i < size; i += 1) {
    const row = triangle.subarray(i * size, i * size + i + 1);
    for (const x of solutions) {
      let sum = x[i]!;
      for (let k = 0; k < i; k += 1) sum -= row[k]! * x[k]!;
      x[i] = sum / row[i]!;
    }
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = triangle.subarray(i * size, i * size + i + 1);
    for (const x of solutions) {
      const value = x[i]! / row[i]!;
      x[i] = value;
      for (let k = 0; k < i; k += 1) x[k] = x[k]! - value * row[k]!;
    }
  }
  return solutions;
}
