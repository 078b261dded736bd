import type { DifferentialField } from '../calculus/index.ts';
import { amariChentsovTrace, raisedAmariChentsov, ricciFromCumulants, scalarCurvature } from '../geometry/index.ts';
import type { Definition } from '../notation/index.ts';
import { type Components, componentsOf } from './components.ts';
import { riemannianGeometry } from './riemannian.ts';

/** The curvature of an exponential family from its second and third cumulants. */
export interface CumulantCurvature<E> {
  readonly ricci: Components<E>;
  /** (|T|^2 - |tau|^2) / 4. */
  readonly scalar: Components<E>;
}

/**
 * Ricci tensor and scalar curvature of a regular exponential family from its metric and Amari-Chentsov tensor, in any
 * coordinates and without derivatives, so that their values at one point suffice. For other families it is wrong.
 */
export function curvatureFromCumulants<E>(
  field: DifferentialField<E>,
  metric: Components<E>,
  amariChentsov: Components<E>,
): CumulantCurvature<E> {
  const { inverseMetric } = riemannianGeometry(field, metric);
  const tensors: Record<string, Components<E>> = { inverseMetric, amariChentsov };
  const add = (definition: Definition): Components<E> => {
    tensors[definition.name] = componentsOf({ field, tensors }, definition);
    return tensors[definition.name];
  };
  add(raisedAmariChentsov);
  add(amariChentsovTrace);
  return { ricci: add(ricciFromCumulants), scalar: add(scalarCurvature) };
}
