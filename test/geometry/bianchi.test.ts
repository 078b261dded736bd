import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivativeOfRiemann, secondBianchi } from '../../src/geometry/index.ts';
import { bianchiResiduals, type Components, componentsOf } from '../../src/interpret/index.ts';
import { names } from './sample-manifolds.ts';
import { jetGeometries, manifold, size, tuples, withoutSymmetries } from './sample-metrics.ts';

describe.each([2, 3])('in %i dimensions', (dimension) => {
  it('both Bianchi residuals vanish for any metric, up to rounding', () => {
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, ...geometry }) => {
        const { first, second } = bianchiResiduals({ coordinates: names.slice(0, dimension), field, geometry });
        const scale = 1 + size(field, geometry.riemann);
        // As for the laws of the curvature: some hundred operations.
        expect(size(field, first) / scale).toBeLessThan(1e-10);
        expect(size(field, second) / scale).toBeLessThan(1e-10);
      }),
      { numRuns: 5 },
    );
  });

  it('and not for a curvature that is not one', () => {
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, ...geometry }) => {
        const riemann: Components<typeof field.one> = {
          rank: 4,
          at: ([k, l, i, j]) =>
            field.multiply(field.fromInteger(1 + k + 3 * l + 9 * i * j), geometry.metric.at([i, j])),
        };
        const wrong = { coordinates: names, field, geometry: { ...geometry, riemann } };
        expect(size(field, bianchiResiduals(wrong).first)).toBeGreaterThan(0.1);
      }),
      { numRuns: 5 },
    );
  });
});

it('the declared symmetries follow from the formulas', () => {
  const sample = manifold(
    ['x', 'y'],
    [
      ['1 + y^2', 'x'],
      ['x', '2 + x*y'],
    ],
  );
  const { field } = sample;
  const [derivative, plain] = [derivativeOfRiemann, withoutSymmetries(derivativeOfRiemann)].map((definition) =>
    componentsOf({ field, tensors: { ...sample } as never }, definition),
  );
  const tensors = { derivativeOfRiemann: plain };
  const [residual, plainResidual] = [secondBianchi, withoutSymmetries(secondBianchi)].map((definition) =>
    componentsOf({ field, tensors }, definition),
  );
  expect(field.isZero(plain.at([0, 0, 1, 0, 1]))).toBe(false);
  for (const at of tuples(2, 5)) {
    expect(plain.at(at)).toEqual(derivative.at(at));
    expect(plainResidual.at(at)).toEqual(residual.at(at));
  }
});
