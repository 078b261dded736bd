import type { Engine } from '../engine/index.ts';
import { checkFamily, exactGeometry, exactModel, type FamilyQuestion } from '../interpret/index.ts';
import type { Dtype } from '../program/index.ts';
import type { FamilyPoint } from './families.ts';
import type { Law } from './law.ts';

const known = new WeakMap<object, NonNullable<FamilyQuestion['exact']>>();

/**
 * Metric, Christoffel symbols and curvature in closed form, evaluated at the point, are the numbers of the engine, which sums
 * or integrates the density and differentiates in a tensor program. Tolerances are those of `checkFamily`: what 64
 * roundings of the number format in the metric and its derivatives do to the quantity there, and what halving the step of a quadrature
 * changes. Closed forms are derived once per family object.
 */
export function exactIsNumeric(engine: Engine, dtype: Dtype = 'float64'): Law<FamilyPoint> {
  return {
    name: `closed forms are the numbers of ${engine.name} in ${dtype}`,
    violation: async ({ family, point }) => {
      let exact = known.get(family);
      if (exact === undefined) {
        const model = exactModel(family);
        exact = { model, geometry: exactGeometry(model) };
        known.set(family, exact);
      }
      const { quantities } = await checkFamily({ family, point, engine, dtype, exact });
      const off = quantities.filter(({ error, tolerance }) => !(error <= tolerance));
      if (off.length === 0) return null;
      return off
        .map(
          ({ quantity, error, tolerance }) => `${quantity} of ${family.name} is off by ${error}, allowed ${tolerance}`,
        )
        .join('; ');
    },
  };
}
