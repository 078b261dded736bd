import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import { evaluate } from '../engine/index.ts';
import { DomainError } from '../errors.ts';
import type { HeadGeometry } from '../network/index.ts';
import { tensor } from '../program/index.ts';
import type { Vector } from './euclidean.ts';

/**
 * What a head's Riemannian geometry is at given outputs, row by row: to second order the map
 * psi(z) = L (z - origin) + L Gamma(z - origin, z - origin) / 2 has there the metric I = L^T L and the connection Gamma of
 * the head, and is flat; what differs is the curvature, which third cumulants give.
 */
export interface OsculatingFrame {
  /** L at each row, [rows, size, size], upper triangular. */
  readonly frame: Float64Array;
  /** L^k_m Gamma^m_ab, [rows, size, size, size]. */
  readonly bend: Float64Array;
  /** The third cumulants in the orthonormal frame L^-1, [rows, size, size, size]. */
  readonly cumulants: Float64Array;
}

/**
 * The osculating frame at outputs z: [rows, size].
 *
 * @throws DomainError where the metric of the head is not positive definite, or not finite, in float64.
 */
export function osculatingFrame(geometry: HeadGeometry, z: Vector): OsculatingFrame {
  const { size } = geometry;
  const rows = z.length / size;
  const columns = Object.fromEntries(
    Array.from({ length: size }, (_, a) => [
      `z${a + 1}`,
      tensor(
        'float64',
        [rows],
        Float64Array.from({ length: rows }, (__, row) => z[row * size + a]!),
      ),
    ]),
  );
  const values = evaluate(geometry.connection(rows, 'float64'), columns);
  const at = (name: string, row: number): number => values[name]!.data[row]!;
  const sorted = (...indices: readonly number[]): string => [...indices].sort((a, b) => a - b).join('_');
  const frame = new Float64Array(rows * size ** 2);
  const bend = new Float64Array(rows * size ** 3);
  const cumulants = new Float64Array(rows * size ** 3);
  for (let row = 0; row < rows; row += 1) {
    const metric = grid(size, (a, b) => at(`g_${sorted(a, b)}`, row));
    const triangle = upperRoot(metric, row);
    const inverse = solve(triangle, Matrix.eye(size));
    frame.set(triangle.to1DArray(), row * size ** 2);
    for (let a = 0; a < size; a += 1) {
      const christoffel = grid(size, (k, b) => at(`c_${k}_${sorted(a, b)}`, row));
      const bent = triangle.mmul(christoffel);
      // T(E_a, ., .) with E_a = column a of L^-1.
      const slice = grid(size, (b, c) => {
        let sum = 0;
        for (let k = 0; size > 1 && k < size; k += 1) sum += inverse.get(k, a) * at(`t_${sorted(k, b, c)}`, row);
        return sum;
      });
      const turned = inverse.transpose().mmul(slice).mmul(inverse);
      for (let k = 0; k < size; k += 1) {
        for (let b = 0; b < size; b += 1) {
          bend[row * size ** 3 + (k * size + a) * size + b] = bent.get(k, b);
          cumulants[row * size ** 3 + (a * size + k) * size + b] = turned.get(k, b);
        }
      }
    }
  }
  return { frame, bend, cumulants };
}

/**
 * R(x, y, x, y) summed over rows, for x, y: [rows, size] in the orthonormal frame of each row:
 * (|T(x, y)|^2 - <T(x, x), T(y, y)>) / 4, the curvature of an exponential family from its third cumulants
 * [Amari, Nagaoka 2000, section 3.1].
 */
export function cumulantCurvature(cumulants: Float64Array, size: number, x: Vector, y: Vector): number {
  if (size === 1) return 0;
  let total = 0;
  const contracted = (row: number, c: number, v: Vector, w: Vector): number => {
    let sum = 0;
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        sum += cumulants[((row * size + a) * size + b) * size + c]! * v[row * size + a]! * w[row * size + b]!;
      }
    }
    return sum;
  };
  for (let row = 0; row < x.length / size; row += 1) {
    for (let c = 0; c < size; c += 1) {
      total += contracted(row, c, x, y) ** 2 - contracted(row, c, x, x) * contracted(row, c, y, y);
    }
  }
  return total / 4;
}

function grid(size: number, entry: (i: number, j: number) => number): Matrix {
  return new Matrix(Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => entry(i, j))));
}

function upperRoot(metric: Matrix, row: number): Matrix {
  const finite = metric.to1DArray().every(Number.isFinite);
  const decomposition = finite ? new CholeskyDecomposition(metric) : undefined;
  if (decomposition?.isPositiveDefinite()) return decomposition.lowerTriangularMatrix.transpose();
  throw new DomainError(
    `The Fisher metric of the head is ${finite ? 'not positive definite' : 'not finite'} in float64 at the outputs of ` +
      `group ${row}: the outputs are too large. Use smaller weights.`,
  );
}
