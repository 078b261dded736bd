import fc from 'fast-check';
import { type Rational, rational, rationalToNumber } from '../../src/algebra/index.ts';
import { evaluateExpression, jets, realNumbers } from '../../src/calculus/index.ts';
import { catalogue, type Domain, type Family, type Pivot, type Point } from '../../src/families/index.ts';
import { density } from './density-checks.ts';

export type PivotalFamily = Family & { readonly pivot: Pivot };

/** The families of the catalogue that declare a pivot, their constants at the values by which the catalogue is tested. */
export function pivotalFamilies(): PivotalFamily[] {
  const values: Record<string, Rational> = { nu: rational(5, 2), p: rational(5, 2) };
  return catalogue
    .filter(({ build, typical }) => build(typical ?? {}).pivot !== undefined)
    .map(({ build, parameters }) =>
      build({ parameters: Object.fromEntries(parameters.map(({ name }) => [name, values[name]])) }),
    )
    .filter((family): family is PivotalFamily => family.pivot !== undefined);
}

const coordinateValues: { readonly [D in Domain]: fc.Arbitrary<Rational> } = {
  real: fc.integer({ min: -16, max: 16 }).map((n) => rational(n, 8)),
  positive: fc.integer({ min: 4, max: 32 }).map((n) => rational(n, 8)),
  unit: fc.integer({ min: 1, max: 15 }).map((n) => rational(n, 16)),
  natural: fc.integer({ min: 1, max: 9 }).map((n) => rational(n)),
};

/** Points of moderate size, to 1/8. */
export function moderatePoint(family: Family): fc.Arbitrary<Point> {
  return fc.record(Object.fromEntries(family.coordinates.map(({ name, domain }) => [name, coordinateValues[domain]])));
}

/**
 * The density of the pivot at a point given its sign, from the density of the sample by change of variables:
 * p(x(w)) |dx/dw|, times two where there is a sign. A pivot claims that it is the same at all points and for both signs.
 */
export function pivotDensities(family: PivotalFamily, point: Point): ((w: number) => number)[] {
  const { pivot, constants, sampleSpace } = family;
  const numbers = Object.fromEntries(Object.entries(point).map(([name, value]) => [name, rationalToNumber(value)]));
  const p = density(family, numbers);
  const field = jets(1, 1);
  const fixed = new Map(constants.map(({ name, value }) => [name, value && realNumbers.fromRational(value)]));
  const [variable, side] = sampleSpace.variables;
  const signs = pivot.sign === undefined ? [1] : [1, -1];
  return signs.map((sign) => (w) => {
    const meaning = (name: string): number =>
      name === pivot.sign ? sign : name === 'pi' ? Math.PI : (numbers[name] ?? fixed.get(name) ?? Number.NaN);
    const x = evaluateExpression(field, pivot.sample[variable], (name) =>
      name === pivot.variable ? field.coordinate(0, w) : field.constant(meaning(name)),
    );
    const sample = { [variable]: field.value(x), ...(side === undefined ? {} : { [side]: sign }) };
    return signs.length * p(sample) * Math.abs(x.coefficients[1]);
  });
}
