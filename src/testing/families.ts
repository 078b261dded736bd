import fc from 'fast-check';
import { type Rational, rational, rationals } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import {
  type CatalogueEntry,
  type Configuration,
  catalogue,
  type Family,
  isInside,
  movedInside,
  type Point,
} from '../families/index.ts';
import { domainPoints, domainValues } from './points.ts';

/** A family with a point inside its domain. */
export interface FamilyPoint {
  readonly family: Family;
  readonly point: Point;
}

/**
 * Points inside the domain of a family, its conditions included, with small rational coordinates. Where conditions cut out
 * a small part, such as positive definite matrices, points outside are moved towards the interior that the family gives.
 */
export function familyPoints(family: Family): fc.Arbitrary<Point> {
  return domainPoints(family.coordinates)
    .map((point) => movedInside(family, point) ?? point)
    .filter((point) => isInside(family, point));
}

/** Families of the catalogue by name, all of them unless told, with values for their constants and a point inside. */
export function catalogueFamilies(
  names: readonly string[] = catalogue.map(({ name }) => name),
): fc.Arbitrary<FamilyPoint> {
  const entries = catalogue.filter(({ name }) => names.includes(name));
  return fc.constantFrom(...entries).chain(members);
}

/** Members of one entry: typical sizes, values for the constants that these leave open, a point. */
function members(entry: CatalogueEntry): fc.Arbitrary<FamilyPoint> {
  const typical = entry.typical ?? {};
  const open = entry.build(typical).constants.filter(({ value }) => value === undefined);
  const values = fc.record(
    Object.fromEntries(
      open.map(({ name, domain, above }) => [
        name,
        domainValues(domain).map((value): Rational => (above === undefined ? value : rationals.add(above, value))),
      ]),
    ),
  );
  return values
    .map((constants) => built(entry, { ...typical, parameters: { ...typical.parameters, ...constants } }))
    .filter((family) => family !== undefined)
    .chain((family) => familyPoints(family).map((point) => ({ family, point })));
}

/** Undefined where the constants do not go together, such as entries of a covariance that is not positive definite. */
function built(entry: CatalogueEntry, configuration: Configuration): Family | undefined {
  try {
    return entry.build(configuration);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Probabilities p1, p2, ... with a remainder: integer parts over their total, so that no outcome is left out. */
export function simplexPoints(outcomes: number): fc.Arbitrary<Point> {
  return fc.array(fc.integer({ min: 1, max: 12 }), { minLength: outcomes, maxLength: outcomes }).map((parts) => {
    const total = parts.reduce((a, b) => a + b, 0);
    return Object.fromEntries(parts.slice(1).map((part, k) => [`p${k + 1}`, rational(part, total)]));
  });
}
