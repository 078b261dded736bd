import fc from 'fast-check';
import {
  coordinateNames,
  domainPoints,
  lawProperty,
  manifoldsAtPoint,
  metrics,
  type PointManifold,
  positiveDefinite,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { givenManifold, givenManifoldAt } from '../../src/interpret/index.ts';

it('coordinates have names of their own in any number', () => {
  expect(coordinateNames(6)).toEqual(['x', 'y', 'z', 'w', 'x5', 'x6']);
});

describe.each([1, 2, 3])('in %i dimensions', (dimension) => {
  const names = coordinateNames(dimension);
  const points = domainPoints(names.map((name) => ({ name, domain: 'real' })));

  it('metrics given by jets are positive definite', async () => {
    await fc.assert(lawProperty(positiveDefinite, manifoldsAtPoint(dimension)));
  });

  it('metrics given by expressions are positive definite at every point', async () => {
    const manifolds: fc.Arbitrary<PointManifold> = fc
      .tuple(metrics(dimension), points)
      .map(([metric, point]) => givenManifoldAt(metric, point));
    await fc.assert(lawProperty(positiveDefinite, manifolds));
  });
});

it('metrics given by expressions have closed forms, and not only flat ones', () => {
  const curved = fc.sample(metrics(2), { numRuns: 10, seed: 1 }).filter((metric) => {
    const { field, geometry } = givenManifold(metric);
    return !field.isZero(geometry.scalar.at([]));
  });
  expect(curved.length).toBeGreaterThan(3);
});
