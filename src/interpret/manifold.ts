import type { DifferentialField } from '../calculus/index.ts';
import {
  alphaConnection,
  amariChentsov,
  derivativeOfRiemann,
  firstBianchi,
  loweredRiemann,
  planeArea,
  planeCurvature,
  ricci,
  riemann,
  scalarCurvature,
  secondBianchi,
  weyl,
} from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf } from './components.ts';
import type { RiemannianGeometry } from './riemannian.ts';

/** A Riemannian or pseudo-Riemannian manifold in one coordinate system, over any differential field. */
export interface Manifold<E> {
  readonly coordinates: readonly string[];
  readonly field: DifferentialField<E>;
  readonly geometry: RiemannianGeometry<E>;
  /** For statistical manifolds: a tensor that is defined by an expectation. */
  readonly expected?: (definition: Definition) => Components<E>;
  /** In closed form: the expectations that stay undetermined functions, as far as they have been asked for. */
  readonly kernels?: readonly ExpectationKernel[];
  /** At a point: the same by a coarser rule, where expectations are numeric. The difference estimates their error. */
  readonly coarser?: Manifold<E>;
}

/** An expectation without closed form: a function of the coordinates by name, or a number. */
export interface ExpectationKernel {
  readonly name: string;
  /** The names on which it depends, coordinates and symbolic constants; none for a number. */
  readonly arguments: readonly string[];
  /** What it is: `E[polygamma(1, x + r)]`. */
  readonly text: string;
  readonly tex: string;
}

/** The tensor that a definition defines on a manifold, from its geometry and the further tensors it names. */
export function tensorOn<E>(
  { field, geometry }: Manifold<E>,
  definition: Definition,
  others: Readonly<Record<string, Components<E>>> = {},
): Components<E> {
  return componentsOf({ field, tensors: { ...geometry, ...others } }, definition);
}

/** The Weyl tensor C_klij; throws {@link DomainError} in fewer than 3 dimensions. */
export function weylTensor<E>(manifold: Manifold<E>): Components<E> {
  const definition = weyl(manifold.field.dimension);
  return tensorOn(manifold, definition, { loweredRiemann: tensorOn(manifold, loweredRiemann) });
}

/** What the Bianchi identities say is zero, computed without presupposing them. */
export function bianchiResiduals<E>(manifold: Manifold<E>): {
  readonly first: Components<E>;
  readonly second: Components<E>;
} {
  const derivative = tensorOn(manifold, derivativeOfRiemann);
  return {
    first: tensorOn(manifold, firstBianchi),
    second: tensorOn(manifold, secondBianchi, { derivativeOfRiemann: derivative }),
  };
}

/**
 * The sectional curvature of a coordinate plane, R(v, w, v, w) / (|v|^2 |w|^2 - <v, w>^2), as a function of two
 * different coordinates; `null` where the area of the plane is zero, which happens where the metric is not definite.
 */
export function sectionalCurvature<E>(manifold: Manifold<E>): (first: number, second: number) => E | null {
  const { field } = manifold;
  const lowered = tensorOn(manifold, loweredRiemann);
  const unit = (index: number): Components<E> => ({ rank: 1, at: ([k]) => (k === index ? field.one : field.zero) });
  return (first, second) => {
    const others = { loweredRiemann: lowered, v: unit(first), w: unit(second) };
    const area = tensorOn(manifold, planeArea, others).at([]);
    if (field.pivotQuality(area) === 0) return null;
    return field.divide(tensorOn(manifold, planeCurvature, others).at([]), area);
  };
}

/** Connection and curvature of an alpha-connection; the scalar is the trace of its Ricci tensor by the metric. */
export interface AlphaGeometry<E> {
  readonly christoffel: Components<E>;
  readonly riemann: Components<E>;
  /** Not symmetric in general. */
  readonly ricci: Components<E>;
  readonly scalar: Components<E>;
}

/** The alpha-connection for alpha = numerator/denominator from the Amari-Chentsov tensor, and its curvature. */
export function alphaGeometry<E>(
  manifold: Manifold<E>,
  tensor: Components<E>,
  alpha: { readonly numerator: number; readonly denominator: number },
): AlphaGeometry<E> {
  const definition = alphaConnection(alpha.numerator, alpha.denominator);
  const connection = tensorOn(manifold, definition, { [amariChentsov.name]: tensor });
  const curvature = tensorOn(manifold, riemann, { christoffel: connection });
  const contracted = tensorOn(manifold, { ...ricci, symmetries: [] }, { riemann: curvature });
  return {
    christoffel: connection,
    riemann: curvature,
    ricci: contracted,
    scalar: tensorOn(manifold, scalarCurvature, { ricci: contracted }),
  };
}
