import type { ClosedForm, Jet, Jets } from '../calculus/index.ts';
import { type Components, componentsOf, type Manifold, tensorOn } from '../interpret/index.ts';
import type { Definition } from '../notation/index.ts';

/** A manifold at a point, over Taylor jets. */
export interface PointManifold extends Manifold<Jet> {
  readonly field: Jets;
}

/** A manifold with what it takes to tell zero: the size of an element, and how large one may be that counts as zero. */
export interface MeasuredManifold<E> extends Manifold<E> {
  /** Nonnegative; 0 for zero. */
  readonly size: (element: E) => number;
  /** Relative to the largest component of the tensors in a law. */
  readonly tolerance: number;
}

/** What a law of manifolds presupposes of one: any field, exact or not. */
export interface ManifoldLaw {
  readonly name: string;
  readonly violation: <E>(subject: MeasuredManifold<E>) => string | null;
}

/**
 * A manifold at a point, measured by absolute values there. The tolerance, 1e-10 unless told, leaves room for some hundred
 * roundings of numbers up to 1000; where the metric is ill conditioned it must be larger by its condition number.
 */
export function measuredAtPoint(manifold: PointManifold, tolerance = 1e-10): MeasuredManifold<Jet> {
  return { ...manifold, size: (jet) => Math.abs(manifold.field.value(jet)), tolerance };
}

/** A manifold in closed form: canonical forms decide exactly, so there is no tolerance. */
export function measuredExactly(manifold: Manifold<ClosedForm>): MeasuredManifold<ClosedForm> {
  return { ...manifold, size: (form) => (manifold.field.isZero(form) ? 0 : 1), tolerance: 0 };
}

/** All index tuples of a rank, the last index running fastest. */
export function indexTuples(dimension: number, rank: number): number[][] {
  if (rank === 0) return [[]];
  return indexTuples(dimension, rank - 1).flatMap((head) => Array.from({ length: dimension }, (_, k) => [...head, k]));
}

/** The definition as if nobody had declared its symmetries: every component is computed from the formula. */
export function withoutSymmetries(definition: Definition): Definition {
  return { ...definition, symmetries: [] };
}

/** The largest component of a tensor, and where it stands. */
export function largestComponent<E>(
  { field, size }: Pick<MeasuredManifold<E>, 'field' | 'size'>,
  tensor: Components<E>,
): { readonly size: number; readonly indices: readonly number[] } {
  let largest = { size: 0, indices: [] as readonly number[] };
  for (const indices of indexTuples(field.dimension, tensor.rank)) {
    const value = size(tensor.at(indices));
    // NaN must not pass for small.
    if (!(value <= largest.size)) largest = { size: value, indices };
    if (Number.isNaN(value)) break;
  }
  return largest;
}

/** The geometry with tensors recomputed from the formulas, in order, no symmetry being taken for granted. */
export function recomputed<E>(manifold: MeasuredManifold<E>, definitions: readonly Definition[]): MeasuredManifold<E> {
  const { field } = manifold;
  const tensors: Record<string, Components<E>> = { ...manifold.geometry };
  for (const definition of definitions)
    tensors[definition.name] = componentsOf({ field, tensors }, withoutSymmetries(definition));
  return { ...manifold, geometry: tensors as unknown as Manifold<E>['geometry'] };
}

/** Says where a tensor that should vanish does not, measured against the largest component of the `scale` tensors. */
export function residualViolation<E>(
  manifold: MeasuredManifold<E>,
  residual: Definition,
  scale: readonly Components<E>[],
  others: Readonly<Record<string, Components<E>>> = {},
): string | null {
  const { size, indices } = largestComponent(manifold, tensorOn(manifold, withoutSymmetries(residual), others));
  const allowed =
    manifold.tolerance * (1 + Math.max(0, ...scale.map((tensor) => largestComponent(manifold, tensor).size)));
  if (size <= allowed) return null;
  const place = indices.length === 0 ? '' : ` at [${indices.join(', ')}]`;
  return manifold.tolerance === 0
    ? `the residual${place} is not zero`
    : `the residual${place} is ${size}; rounding explains ${allowed}`;
}
