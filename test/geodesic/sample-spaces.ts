import { rational } from '../../src/algebra/index.ts';
import { parseExpression } from '../../src/calculus/index.ts';
import { type Family, familyByName } from '../../src/families/index.ts';
import { familySpace, type GeodesicSpace, metricSpace } from '../../src/geodesic/space.ts';

/** A family of the catalogue as a space. */
export function space(name: string, parameters: Readonly<Record<string, number>> = {}): GeodesicSpace {
  return familySpace(family(name, parameters));
}

/** A family of the catalogue with whole sizes. */
export function family(name: string, parameters: Readonly<Record<string, number>> = {}): Family {
  const entry = familyByName(name);
  const given = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, rational(value)]));
  return entry.build({ ...entry.typical, ...(Object.keys(given).length > 0 ? { parameters: given } : {}) });
}

/** A metric as a space. */
export function given(coordinates: readonly string[], metric: readonly (readonly string[])[]): GeodesicSpace {
  return metricSpace({ coordinates, constants: [], entries: metric.map((row) => row.map(parseExpression)) });
}

/** The unit sphere in polar angle and longitude, by u = cos theta: no function but rational ones. */
export const sphere = given(
  ['u', 'phi'],
  [
    ['1/(1 - u^2)', '0'],
    ['0', '1 - u^2'],
  ],
);
