import { inverseMatrix } from '../algebra/index.ts';
import type { DifferentialField } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import { christoffel, curvatureOperator, kretschmann, ricci, riemann, scalarCurvature } from '../geometry/index.ts';
import { type Components, componentsOf, kept } from './components.ts';

/** The tensors of a Riemannian manifold in one coordinate system. */
export interface RiemannianGeometry<E> {
  readonly metric: Components<E>;
  /** g^ij; throws {@link DomainError} with the rank where the metric is singular. */
  readonly inverseMetric: Components<E>;
  /** Gamma^k_ij at [k, i, j]. */
  readonly christoffel: Components<E>;
  /** R^k_lij at [k, l, i, j]. */
  readonly riemann: Components<E>;
  readonly ricci: Components<E>;
  /** Rank 0. */
  readonly scalar: Components<E>;
  /** R^kl_ij at [k, l, i, j]. */
  readonly curvatureOperator: Components<E>;
  /** Rank 0. */
  readonly kretschmann: Components<E>;
}

/**
 * The connection and curvature of a metric: the definitions of geometry/ over any differential field. `invert` inverts
 * the metric, and throws {@link DomainError} where it is singular; those of singular-metric.ts say in which directions.
 */
export function riemannianGeometry<E>(
  field: DifferentialField<E>,
  metric: Components<E>,
  invert: (matrix: E[][]) => E[][] = (matrix) => inverseOf(field, matrix),
): RiemannianGeometry<E> {
  let inverse: E[][] | undefined;
  const inverseMetric = kept(field, 2, [{ places: [0, 1], sign: 1 }], ([i, j]) => {
    inverse ??= invert(square(field, metric));
    return inverse[i][j];
  });
  const tensors: Record<string, Components<E>> = { metric, inverseMetric };
  const add = (definition: typeof christoffel): Components<E> => {
    tensors[definition.name] = componentsOf({ field, tensors }, definition);
    return tensors[definition.name];
  };
  return {
    metric,
    inverseMetric,
    christoffel: add(christoffel),
    riemann: add(riemann),
    ricci: add(ricci),
    scalar: add(scalarCurvature),
    curvatureOperator: add(curvatureOperator),
    kretschmann: add(kretschmann),
  };
}

function inverseOf<E>(field: DifferentialField<E>, matrix: E[][]): E[][] {
  try {
    return inverseMatrix(field, matrix);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const advice = 'leave out coordinates on which the distributions do not depend, or only through others';
    throw new DomainError(`the metric cannot be inverted: ${error.message}; ${advice}`, { cause: error });
  }
}

/** The components of a tensor of rank 2 as rows. */
export function square<E>({ dimension }: DifferentialField<E>, tensor: Components<E>): E[][] {
  const indices = Array.from({ length: dimension }, (_, k) => k);
  return indices.map((i) => indices.map((j) => tensor.at([i, j])));
}

/** The components of a tensor as nested arrays, in the order of its indices; a number for rank 0. */
export type Nested<E> = E | readonly Nested<E>[];

/** All components of a tensor, each as `show` shows it. */
export function nested<E, S>(dimension: number, tensor: Components<E>, show: (value: E) => S): Nested<S> {
  const fill = (indices: readonly number[]): Nested<S> =>
    indices.length === tensor.rank
      ? show(tensor.at(indices))
      : Array.from({ length: dimension }, (_, index) => fill([...indices, index]));
  return fill([]);
}
