import { DomainError } from '../errors.ts';
import { normalVector, randomSource } from '../network/index.ts';
import { combine, dot, norm, type Vector } from './euclidean.ts';
import { smallerGram } from './gram-matrix.ts';
import type { Immersion } from './immersion.ts';
import type { NormalForm, NormalSpace } from './normal-space.ts';
import { pivotedCholesky } from './pivoted-cholesky.ts';
import { refusedVaryingRank } from './tangent-frame.ts';

/** The image manifold of an undamped immersion, whose rank may be smaller than p and M. */
export interface QuotientSpace {
  /** The rank of J, the dimension of the image manifold. */
  readonly rank: number;
  /** Its normal space, and vectors z with J z of the standard normal law on its tangent space. */
  readonly space: NormalSpace;
  /** The part of a vector of parameters that J does not see. */
  readonly nullPart: (v: Vector) => Promise<Float64Array>;
}

/**
 * Eigenvalues of J^T J, relative to the largest: at most the first count as zero, at least the second do not. The inverse of one
 * that is smaller would make rounding of J J^T part of the curvature: in float32 1e-7 of the largest leaves a tenth.
 */
const certain = { zero: 1e-12, present: { float64: 1e-10, float32: 1e-6 } };

/**
 * The image manifold of J without damping, where the rank of J is certain and locally constant: by the range of the smaller
 * of J J^T and J^T J, of side at most some 1500, whatever the larger one. `eigenvalues` are those of J^T J, largest first.
 * An orthonormal basis Q of the range comes from a pivoted Cholesky factor K = L L^T, L = Q R^T; then Q Q^T projects and
 * K^+ = Q (R^T R)^-1 Q^T.
 *
 * Where the rank is locally constant, second derivatives along null directions are tangent, so that curvature does not depend
 * on which vector of parameters stands for a tangent vector.
 *
 * @throws DomainError if some eigenvalue is neither zero nor present for certain, or the rank grows nearby.
 */
export async function quotientSpace(immersion: Immersion, eigenvalues: readonly number[]): Promise<QuotientSpace> {
  const rank = certainRank(immersion, eigenvalues);
  const { on, side, matrix } = await smallerGram(immersion);
  const range = rangeOf(matrix, side, rank);
  const found = on === 'outputs' ? byRows(immersion, range) : byColumns(immersion, range);
  if (rank < immersion.parameters) await refuseGrowth(immersion, found);
  return found;
}

function certainRank({ parameters, damping, dtype }: Immersion, eigenvalues: readonly number[]): number {
  if (damping > 0) throw new DomainError('A damped metric is regular: there is no quotient to take.');
  const largest = eigenvalues[0] ?? 0;
  const present = certain.present[dtype];
  const doubtful = eigenvalues.find((value) => value > certain.zero * largest && value < present * largest);
  if (doubtful !== undefined) {
    const share = (doubtful / largest).toPrecision(2);
    throw new DomainError(
      `The range of the metric is not certain in ${dtype}: an eigenvalue is ${share} of the largest, and without damping those of the ` +
        `${parameters} must be below ${certain.zero} of it or above ${present}. Add damping, take float64, or fewer parameters and more ` +
        'samples (the Gauss equation reads smaller ones).',
    );
  }
  const rank = eigenvalues.filter((value) => value > certain.zero * largest).length;
  if (rank > 0) return rank;
  throw new DomainError('The metric is zero: the outputs do not depend on the parameters.');
}

/** The range of K = J J^T in R^M: tangent vectors themselves. */
function byRows({ ambient, many }: Immersion, range: Range): QuotientSpace {
  const { rank } = range;
  const lift = (vectors: readonly Vector[]) => many.codifferential(vectors.map(range.solve));
  return {
    rank,
    space: spaceOf(lift, async (vectors) =>
      vectors.map((w) => (rank === ambient ? new Float64Array(ambient) : combine(1, w, -1, range.project(w)))),
    ),
    nullPart: async (v) => combine(1, v, -1, (await lift(await many.differential([v])))[0]!),
  };
}

/** The range of K = J^T J in R^p: the normal part of w is w - J K^+ J^T w. */
function byColumns({ many }: Immersion, range: Range): QuotientSpace {
  const lift = async (vectors: readonly Vector[]) => (await many.codifferential(vectors)).map(range.solve);
  return {
    rank: range.rank,
    space: spaceOf(lift, async (vectors) => {
      // Twice: what the first pass leaves along the tangent space is rounding of the size of w.
      let rest: readonly Float64Array[] = vectors.map((w) => Float64Array.from(w));
      for (let pass = 0; pass < 2; pass += 1) {
        const tangent = await many.differential(await lift(rest));
        rest = rest.map((w, i) => combine(1, w, -1, tangent[i]!));
      }
      return rest;
    }),
    nullPart: async (v) => combine(1, v, -1, range.project(v)),
  };
}

type VectorMap = (vectors: readonly Vector[]) => Promise<readonly Float64Array[]>;

/** `lift` is J^+, `normal` the projection onto the normal space; both are direct, so that nothing is left of the solves. */
function spaceOf(lift: (vectors: readonly Vector[]) => Promise<readonly Vector[]>, normal: VectorMap): NormalSpace {
  let solves = 0;
  const none = new Float64Array(0);
  return {
    draws: async (xi) => {
      solves += xi.length;
      return (await lift(xi)).map((vector) => Float64Array.from(vector));
    },
    normalForms: async (vectors) => {
      solves += vectors.length;
      return (await normal(vectors)).map(
        (vector): NormalForm => ({ vector, right: none, solution: none, residual: none }),
      );
    },
    inner: (a, b) => dot(a.vector, b.vector),
    gap: () => 0,
    tally: () => ({ solves, solverSteps: 0, worstResidual: 0, outcome: 'converged' }),
  };
}

/** The range of a positive semidefinite matrix. */
interface Range {
  readonly rank: number;
  /** The orthogonal projection onto it. */
  readonly project: (w: Vector) => Float64Array;
  /** K^+. */
  readonly solve: (w: Vector) => Float64Array;
}

function rangeOf(matrix: Float64Array, size: number, rank: number): Range {
  const { pivots, factor } = pivotedCholesky(matrix, size, 0, rank);
  if (pivots.length < rank)
    throw new DomainError('The range of the metric is lost to rounding: add damping, or take float64.');
  const columns = Array.from({ length: rank }, (_, k) =>
    Float64Array.from({ length: size }, (__, i) => factor[i * size + k]!),
  );
  const { basis, triangle } = orthonormalised(columns);
  const shares = (w: Vector): Float64Array => Float64Array.from(basis, (vector) => dot(vector, w));
  const spanned = (coefficients: Float64Array): Float64Array => {
    const sum = new Float64Array(size);
    basis.forEach((vector, k) => {
      const share = coefficients[k]!;
      for (let i = 0; i < size; i += 1) sum[i] = sum[i]! + share * vector[i]!;
    });
    return sum;
  };
  return {
    rank,
    project: (w) => spanned(shares(w)),
    solve: (w) => spanned(solvedTwice(triangle, shares(w))),
  };
}

/**
 * Vectors l_k = sum_(j <= k) triangle[k][j] q_j with orthonormal q_j, by Gram-Schmidt, each vector twice [Giraud et al. 2005].
 */
function orthonormalised(vectors: readonly Float64Array[]): {
  readonly basis: readonly Float64Array[];
  readonly triangle: readonly Float64Array[];
} {
  const basis: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = Float64Array.from(vector);
    const row = new Float64Array(basis.length + 1);
    for (let pass = 0; pass < 2; pass += 1) {
      basis.forEach((known, j) => {
        const share = dot(known, rest);
        row[j] = row[j]! + share;
        for (let i = 0; i < rest.length; i += 1) rest[i] = rest[i]! - share * known[i]!;
      });
    }
    const length = norm(rest);
    row[basis.length] = length;
    triangle.push(row);
    basis.push(rest.map((entry) => entry / length));
  }
  return { basis, triangle };
}

/** (R^T R)^-1 b for the lower triangle R, whose rows are given. */
function solvedTwice(rows: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  // R^T y = b, from the last entry on; then R x = y.
  for (let k = rows.length - 1; k >= 0; k -= 1) {
    x[k] = x[k]! / rows[k]![k]!;
    for (let j = 0; j < k; j += 1) x[j] = x[j]! - rows[k]![j]! * x[k]!;
  }
  rows.forEach((row, k) => {
    x[k] = (x[k]! - dot(row.subarray(0, k), x.subarray(0, k))) / row[k]!;
  });
  return x;
}

/**
 * Where the rank is constant, J(theta + t w) has null vectors n(t) with J n = 0 for all t, so that D(n, w) = -J n' is
 * tangent: a normal part of D(n, w) for a null vector n shows that the rank grows along w. Tried on random n and w.
 */
async function refuseGrowth(immersion: Immersion, { rank, space, nullPart }: QuotientSpace): Promise<void> {
  const random = randomSource(1);
  for (let trial = 0; trial < 8; trial += 1) {
    const n = await nullPart(normalVector(random, immersion.parameters));
    const w = normalVector(random, immersion.parameters);
    const [jet, own] = (await immersion.many.jet([n, w], [w, w])) as [Vector, Vector];
    const [normal] = await space.normalForms([jet]);
    const typical = norm(own) * (norm(n) / norm(w));
    if (norm(normal!.vector) <= 1e-5 * Math.max(norm(jet), typical)) continue;
    throw refusedVaryingRank(rank, immersion.parameters);
  }
}
