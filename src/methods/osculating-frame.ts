import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import { evaluate } from '../engine/index.ts';
import { DomainError } from '../errors.ts';
import type { HeadGeometry } from '../network/index.ts';
import { tensor } from '../program/index.ts';
import type { Vector } from './euclidean.ts';

/**
 * What a head's Riemannian geometry is at given outputs, row by row: to second order the map
 * psi(z) = L (z - origin) + L Gamma(z - origin, z - origin) / 2 has there the metric I = L^T L and the connection Gamma of
 * the head, and is flat; what differs is the curvature, which third cumulants give in an exponential family.
 */
export interface OsculatingFrame {
  /** L at each row, [rows, size, size], upper triangular. */
  readonly frame: Float64Array;
  /** L^k_m Gamma^m_ab, [rows, size, size, size]. */
  readonly bend: Float64Array;
  readonly curvature: FrameCurvature;
}

/**
 * The curvature of the head in the orthonormal frame L^-1 of each row: by third cumulants, [rows, size, size, size], of a full
 * exponential family, else R(E_a, E_b, E_c, E_d) itself, [rows, size, size, size, size].
 */
export type FrameCurvature =
  | { readonly kind: 'flat' }
  | { readonly kind: 'cumulants' | 'riemann'; readonly tensor: Float64Array };

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
  const components = new Float64Array(
    geometry.curvature === 'flat' ? 0 : rows * size ** tensorRank[geometry.curvature],
  );
  for (let row = 0; row < rows; row += 1) {
    const metric = grid(size, (a, b) => at(`g_${sorted(a, b)}`, row));
    const triangle = upperRoot(metric, row);
    const inverse = solve(triangle, Matrix.eye(size));
    frame.set(triangle.to1DArray(), row * size ** 2);
    for (let a = 0; a < size; a += 1) {
      const bent = triangle.mmul(grid(size, (k, b) => at(`c_${k}_${sorted(a, b)}`, row)));
      for (let k = 0; k < size; k += 1)
        for (let b = 0; b < size; b += 1) bend[row * size ** 3 + (k * size + a) * size + b] = bent.get(k, b);
    }
    if (geometry.curvature === 'cumulants') {
      const lowered = (a: number, b: number, c: number): number => at(`t_${sorted(a, b, c)}`, row);
      components.set(
        inFrame(
          flattened(size, 3, ([a, b, c]) => lowered(a!, b!, c!)),
          inverse,
        ),
        row * size ** 3,
      );
    }
    if (geometry.curvature === 'riemann') {
      const mixed = (k: number, l: number, i: number, j: number): number =>
        i === j ? 0 : i < j ? at(`r_${k}_${l}_${i}_${j}`, row) : -at(`r_${k}_${l}_${j}_${i}`, row);
      const lowered = flattened(size, 4, ([k, l, i, j]) => {
        let sum = 0;
        for (let m = 0; m < size; m += 1) sum += metric.get(k!, m) * mixed(m, l!, i!, j!);
        return sum;
      });
      components.set(inFrame(lowered, inverse), row * size ** 4);
    }
  }
  const { curvature: kind } = geometry;
  return { frame, bend, curvature: kind === 'flat' ? { kind } : { kind, tensor: components } };
}

const tensorRank = { cumulants: 3, riemann: 4 } as const;

/** The components of a tensor of this rank, row-major, all indices down. */
function flattened(size: number, rank: number, entry: (indices: readonly number[]) => number): Float64Array {
  return Float64Array.from({ length: size ** rank }, (_, at) =>
    entry(Array.from({ length: rank }, (__, place) => Math.floor(at / size ** (rank - 1 - place)) % size)),
  );
}

/** The components in another frame, whose vectors are the columns: each index in turn, which then stands last. */
function inFrame(tensor: Float64Array, columns: Matrix): Float64Array {
  const size = columns.rows;
  const rest = tensor.length / size;
  let turned = tensor;
  for (let index = 1; index < tensor.length; index *= size) {
    const next = new Float64Array(tensor.length);
    for (let other = 0; other < rest; other += 1)
      for (let a = 0; a < size; a += 1)
        for (let k = 0; k < size; k += 1)
          next[other * size + a] = next[other * size + a]! + columns.get(k, a) * turned[k * rest + other]!;
    turned = next;
  }
  return turned;
}

/**
 * R(x, y, x, y) summed over rows, for x, y: [rows, size] in the orthonormal frame of each row. Spheres are positive.
 */
export function frameCurvature(curvature: FrameCurvature, size: number, x: Vector, y: Vector): number {
  switch (curvature.kind) {
    case 'flat':
      return 0;
    case 'cumulants':
      return cumulantCurvature(curvature.tensor, size, x, y);
    case 'riemann':
      return riemannCurvature(curvature.tensor, size, x, y);
  }
}

function riemannCurvature(riemann: Float64Array, size: number, x: Vector, y: Vector): number {
  let total = 0;
  for (let row = 0; row < x.length / size; row += 1) {
    // x and y in turns fill the four places, the last one first.
    let rest: Float64Array = riemann.subarray(row * size ** 4, (row + 1) * size ** 4);
    for (const vector of [y, x, y, x]) {
      const less = new Float64Array(rest.length / size);
      for (let i = 0; i < rest.length; i += 1)
        less[Math.floor(i / size)] = less[Math.floor(i / size)]! + rest[i]! * vector[row * size + (i % size)]!;
      rest = less;
    }
    total += rest[0]!;
  }
  return total;
}

/**
 * R(x, y, x, y) summed over rows, for x, y: [rows, size] in the orthonormal frame of each row:
 * (|T(x, y)|^2 - <T(x, x), T(y, y)>) / 4, the curvature of an exponential family from its third cumulants
 * [Amari, Nagaoka 2000, section 3.1].
 */
export function cumulantCurvature(cumulants: Float64Array, size: number, x: Vector, y: Vector): number {
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
