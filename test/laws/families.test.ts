import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { jets } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { type Family, multivariateNormal } from '../../src/families/index.ts';
import { familyManifoldAt, kept, riemannianGeometry } from '../../src/interpret/index.ts';
import { catalogueFamilies } from './catalogue-families.ts';
import { familyLaws, type ManifoldAt } from './family-laws.ts';

/** Where a composition is refused, with its reason, rather than wrong. */
const refused: Readonly<Record<string, readonly (readonly [family: string, reason: RegExp])[]>> = {
  'beside an independent normal sample the scalar curvature is one less': [
    ['negative-binomial-size-mean', /cannot be a factor of a product/],
  ],
  'of seven observations the metric is seven times that of one, the scalar curvature a seventh': [
    ['pareto', /score of pareto along x_m has a mean that is not zero/],
    ['uniform', /score of uniform along theta has a mean that is not zero/],
  ],
};

describe.each(Object.entries(familyLaws))('%s:', (name, law) => {
  it.each(catalogueFamilies.map((entry) => [entry.name, entry] as const))('%s', (_, { family, point }) => {
    const reason = (refused[name] ?? []).find(([other]) => other === family.name)?.[1];
    if (reason === undefined) {
      law(familyManifoldAt, family, point);
    } else {
      expect(() => law(familyManifoldAt, family, point)).toThrow(UnsupportedError);
      expect(() => law(familyManifoldAt, family, point)).toThrow(reason);
    }
  });
});

/** A metric that has nothing to do with the family, and no symmetry that a law could not see broken. */
const stranger: ManifoldAt = ({ coordinates }, point, derivatives = 2) => {
  const field = jets(coordinates.length, derivatives);
  const names = coordinates.map(({ name }) => name);
  const value = (i: number) =>
    field.coordinate(i, Number(point[names[i]].numerator) / Number(point[names[i]].denominator));
  const metric = kept(field, 2, [], ([i, j]) => {
    const sum = field.add(value(i), field.multiply(value(j), value((j + 1) % names.length)));
    return field.add(field.exp(i === j ? field.add(sum, field.one) : sum), i === j ? field.fromInteger(9) : field.zero);
  });
  return { coordinates: names, field, geometry: riemannianGeometry(field, metric) };
};

describe('each law fails where the manifold is not that of the family:', () => {
  const family: Family = multivariateNormal(2);
  const point = { ...family.interior, s12: rational(1, 3), mu1: rational(1, 2) };

  it.each(Object.entries(familyLaws))('%s', (name, law) => {
    // The identities of Bianchi hold for every metric: they fail for a connection that is not the metric's.
    const broken: ManifoldAt = name.includes('Bianchi') ? withOtherConnection : stranger;
    expect(() => law(broken, family, point)).toThrow();
  });
});

/** The right metric with a Riemann tensor that is not that of its connection. */
const withOtherConnection: ManifoldAt = (family, point, derivatives) => {
  const manifold = familyManifoldAt(family, point, derivatives);
  const { field, geometry } = manifold;
  const riemann = {
    rank: 4,
    at: ([k, l, i, j]: readonly number[]) => field.fromInteger(i === j ? 0 : k + 2 * l + i - j),
  };
  return { ...manifold, geometry: { ...geometry, riemann } };
};
