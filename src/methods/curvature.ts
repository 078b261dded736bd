import { DomainError } from '../errors.ts';
import type { Vector } from './euclidean.ts';

/** Which curvatures to compute: always the scalar; the sectional one where a plane, Ric(v, v) where a direction is given. */
export interface CurvatureQuery {
  readonly plane?: readonly [v: Vector, w: Vector];
  readonly direction?: Vector;
}

/** Curvatures of a metric at a point; spheres are positive. */
export interface Curvature {
  /** Twice the Gaussian curvature of a surface. */
  readonly scalar: number;
  /** The sectional curvature K(v, w) of the plane asked for. */
  readonly sectional: number | null;
  /** Ric(v, v) for the direction asked for, not normalised. */
  readonly ricci: number | null;
}

/**
 * The squared area <v,v><w,w> - <v,w>^2 of the parallelogram that v and w span, from their inner products.
 *
 * @throws DomainError if they span no plane.
 */
export function squaredArea(vv: number, ww: number, vw: number): number {
  const area = vv * ww - vw * vw;
  if (area > 1e-14 * vv * ww) return area;
  throw new DomainError(
    'A sectional curvature needs a plane; the two vectors given are parallel, or one of them is zero.',
  );
}
