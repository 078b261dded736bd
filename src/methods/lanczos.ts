import { dot, norm, scale, type Vector } from './euclidean.ts';
import type { Tridiagonal } from './symmetric-eigenvalues.ts';

/**
 * The tridiagonal matrix of a symmetric operator on the Krylov space of a start vector, with all vectors kept orthogonal
 * [Golub-Van Loan, 10.3.4]: its eigenvalues approach those of the operator from inside, the extreme ones first, and with
 * their weights they are the Gauss quadrature of the operator's spectral measure at the start vector. Fewer rows than
 * `steps` where the Krylov space ends.
 */
export async function lanczos(
  operator: (vector: Float64Array) => Promise<Vector>,
  start: Vector,
  steps: number,
): Promise<Tridiagonal> {
  const basis: Float64Array[] = [scale(1 / norm(start), start)];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let size = 0;
  for (let k = 0; k < steps; k += 1) {
    const vector = basis[k]!;
    const next = Float64Array.from(await operator(vector));
    const entry = dot(vector, next);
    diagonal.push(entry);
    size = Math.max(size, norm(next));
    for (let pass = 0; pass < 2; pass += 1) {
      for (const known of basis) {
        const share = dot(known, next);
        for (let i = 0; i < next.length; i += 1) next[i] = next[i]! - share * known[i]!;
      }
    }
    const length = norm(next);
    if (k + 1 === steps || length <= 1e-13 * size) break;
    beside.push(length);
    basis.push(scale(1 / length, next));
  }
  return { diagonal: Float64Array.from(diagonal), beside: Float64Array.from(beside) };
}
