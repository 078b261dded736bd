import fc from 'fast-check';
import { catalogueFamilies, familyPoints, simplexPoints } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { parseExpression } from '../../src/calculus/index.ts';
import { catalogue, categorical, checkPoint, multivariateNormal } from '../../src/families/index.ts';

it.each(catalogue.map(({ name }) => name))('points of %s lie in its domain, and no constant is left open', (name) => {
  fc.assert(
    fc.property(catalogueFamilies([name]), ({ family, point }) => {
      checkPoint(family, point);
      expect(family.constants.every(({ value }) => value !== undefined)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

it('all families of the catalogue are drawn unless told which', () => {
  const drawn = fc.sample(catalogueFamilies(), { numRuns: 600, seed: 1 });
  expect(new Set(drawn.map(({ family }) => family.name)).size).toBeGreaterThan(0.9 * catalogue.length);
});

it('points vary also where the conditions leave little room', () => {
  const points = fc.sample(familyPoints(multivariateNormal(3)), { numRuns: 20, seed: 1 });
  expect(new Set(points.map(({ s12 }) => `${s12!.numerator}/${s12!.denominator}`)).size).toBeGreaterThan(10);
});

it('a point of a simplex leaves something to every outcome', () => {
  const family = { ...categorical(4), conditions: [parseExpression('p1 - 1/60'), parseExpression('1 - p1 - p2 - p3')] };
  fc.assert(fc.property(simplexPoints(4), (point) => checkPoint(family, point)));
});
