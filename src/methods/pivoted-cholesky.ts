import { dot } from './euclidean.ts';

/** S = L L^T up to what was left out: L has its rows in the order of S, and its pivot rows are lower triangular. */
export interface PivotedCholesky {
  /** The pivots in the order in which they were taken. */
  readonly pivots: readonly number[];
  /** L, row-major, `size` rows of `size` entries, of which the first `pivots.length` count. */
  readonly factor: Float64Array;
}

/**
 * The Cholesky factor of a positive semidefinite matrix with the largest remaining diagonal entry as the next pivot
 * [Higham 2002, 10.3], about rank^2 size multiplications. It ends where that entry is at most `least`, or at `most` pivots;
 * the number of pivots is then the numerical rank. Row-major, `size` squared.
 */
export function pivotedCholesky(
  matrix: Float64Array,
  size: number,
  least: number,
  most: number = size,
): PivotedCholesky {
  const factor = new Float64Array(size * size);
  const rest = Float64Array.from({ length: size }, (_, i) => matrix[i * size + i]!);
  const pivots: number[] = [];
  const open = new Set(Array.from(rest, (_, i) => i));
  while (pivots.length < most) {
    const k = pivots.length;
    let pivot = -1;
    for (const i of open) if (pivot < 0 || rest[i]! > rest[pivot]!) pivot = i;
    if (pivot < 0 || !(rest[pivot]! > least)) break;
    open.delete(pivot);
    pivots.push(pivot);
    const root = Math.sqrt(rest[pivot]!);
    const known = factor.subarray(pivot * size, pivot * size + k);
    for (const i of open) {
      const start = i * size;
      const entry = (matrix[start + pivot]! - dot(factor.subarray(start, start + k), known)) / root;
      factor[start + k] = entry;
      rest[i] = rest[i]! - entry * entry;
    }
    factor[pivot * size + k] = root;
  }
  return { pivots, factor };
}

/** The pivot rows of a factor: a lower triangle, row-major, as many rows as pivots. */
export function pivotTriangle({ pivots, factor }: PivotedCholesky): Float64Array {
  const rank = pivots.length;
  const size = Math.sqrt(factor.length);
  const triangle = new Float64Array(rank * rank);
  pivots.forEach((pivot, k) => {
    triangle.set(factor.subarray(pivot * size, pivot * size + k + 1), k * rank);
  });
  return triangle;
}

/** The inverse of a lower triangular matrix, row-major: about size^3 / 6 multiplications. */
export function inverseTriangle(triangle: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const row = inverse.subarray(i * size, i * size + i + 1);
    for (let j = 0; j < i; j += 1) {
      const share = triangle[i * size + j]!;
      const known = inverse.subarray(j * size, j * size + j + 1);
      for (let c = 0; c <= j; c += 1) row[c] = row[c]! - share * known[c]!;
    }
    const pivot = triangle[i * size + i]!;
    for (let c = 0; c < i; c += 1) row[c] = row[c]! / pivot;
    row[i] = 1 / pivot;
  }
  return inverse;
}
