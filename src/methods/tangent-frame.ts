import { type Matrix, SingularValueDecomposition } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import { dot, norm, type Vector } from './euclidean.ts';
import { denseJacobian } from './fisher-matrix.ts';
import type { Immersion } from './immersion.ts';

/**
 * What to do with a metric without full rank: `refuse`, or pass to the `quotient`, the image manifold, whose curvature is
 * the invariant quantity where the rank is locally constant.
 */
export type SingularMetric = 'refuse' | 'quotient';

/** An orthonormal frame of the tangent space of a damped immersion, and the projection onto its normal space. */
export interface TangentFrame {
  /** Dimension of the tangent space: p with damping, else the rank of J. */
  readonly rank: number;
  /** Singular values of J, largest first, min(p, M) of them. */
  readonly singularValues: readonly number[];
  /** Vectors of parameters e_a with <e_a, e_b> = delta_ab. */
  readonly vectors: readonly Float64Array[];
  /** The normal part of (w, 0), an element of R^M + R^p, in M numbers with the same inner products. */
  readonly normalPart: (w: Vector) => Float64Array;
  /** The part of a vector of parameters that J does not see. */
  readonly nullPart: (v: Vector) => Float64Array;
}

/**
 * The frame from the singular values of J: no product J^T J is formed, so that a small eigenvalue of the metric keeps its
 * digits. Without damping a singular value counts as zero at 1e-6 of the largest, an eigenvalue of J^T J at 1e-12.
 *
 * @throws DomainError for a singular metric with `refuse`, with its rank.
 */
export async function tangentFrame(immersion: Immersion, singular: SingularMetric = 'refuse'): Promise<TangentFrame> {
  const { parameters, damping } = immersion;
  const decomposition = new SingularValueDecomposition(await denseJacobian(immersion), { autoTranspose: true });
  const order = decomposition.diagonal
    .map((_, i) => i)
    .sort((a, b) => decomposition.diagonal[b]! - decomposition.diagonal[a]!);
  const singularValues = order.map((i) => decomposition.diagonal[i]!);
  const column = (matrix: Matrix, i: number): Float64Array => Float64Array.from(matrix.getColumn(i));
  // Beside damping, a singular value this small changes nothing in double precision.
  const least = damping > 0 ? 1e-10 * Math.sqrt(damping) : 1e-6 * singularValues[0]!;
  const present = order.filter((i) => decomposition.diagonal[i]! > least);
  const right = present.map((i) => column(decomposition.rightSingularVectors, i));
  const left = present.map((i) => column(decomposition.leftSingularVectors, i));
  const values = present.map((i) => decomposition.diagonal[i]!);
  if (present.length < parameters && !(damping > 0) && singular === 'refuse') {
    throw refusedRank(present.length, parameters);
  }
  const unseen = complement(right, parameters, damping > 0);
  const lengths = values.map((value) => Math.hypot(value, Math.sqrt(damping)));
  return {
    rank: right.length + unseen.length,
    singularValues,
    vectors: [
      ...right.map((vector, a) => vector.map((entry) => entry / lengths[a]!)),
      ...unseen.map((vector) => vector.map((entry) => entry / Math.sqrt(damping))),
    ],
    normalPart: (w) => {
      const shares = left.map((vector) => dot(vector, w));
      const normal = removed(w, left);
      left.forEach((vector, a) => {
        const kept = (Math.sqrt(damping) / lengths[a]!) * shares[a]!;
        for (let i = 0; i < normal.length; i += 1) normal[i] = normal[i]! + kept * vector[i]!;
      });
      return normal;
    },
    nullPart: (v) => removed(v, right),
  };
}

/** What is said of a singular metric that is refused. */
export function refusedRank(rank: number, parameters: number): DomainError {
  return new DomainError(
    `The metric has rank ${rank} in ${parameters} parameters, so it has no curvature there. Add damping, remove ` +
      'the redundant parameters, or ask for the curvature of the quotient by them.',
  );
}

/** What is said where there is no quotient manifold. */
export function refusedVaryingRank(rank: number, parameters: number): DomainError {
  return new DomainError(
    `The metric has rank ${rank} in ${parameters} parameters at this point and a larger one nearby, so ` +
      'there is no quotient manifold here. Add damping, or move to other parameters.',
  );
}

/** What is left of w after its parts along orthonormal vectors; twice, since the first pass leaves rounding of its size. */
function removed(w: Vector, basis: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(w);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const vector of basis) {
      const share = dot(vector, rest);
      for (let i = 0; i < rest.length; i += 1) rest[i] = rest[i]! - share * vector[i]!;
    }
  }
  return rest;
}

/** An orthonormal basis of what is orthogonal to orthonormal vectors of R^size, by Gram-Schmidt over the unit vectors. */
function complement(basis: readonly Float64Array[], size: number, wanted: boolean): Float64Array[] {
  const found: Float64Array[] = [];
  for (let i = 0; wanted && basis.length + found.length < size && i < size; i += 1) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    const rest = removed(unit, [...basis, ...found]);
    const length = norm(rest);
    // Some unit vector leaves at least this much as long as a dimension is missing.
    if (length > 0.5 / Math.sqrt(size)) found.push(rest.map((entry) => entry / length));
  }
  return found;
}
