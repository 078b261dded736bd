import fc from 'fast-check';
import { lawProperty, manifoldsAtPoint, measuredAtPoint, metricLaws, type PointManifold } from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { christoffel } from '../../src/geometry/index.ts';
import { componentsOf, kept } from '../../src/interpret/index.ts';
import { jetGeometries, manifold, numbers, tuples, withoutSymmetries } from './sample-metrics.ts';

describe('the plane in polar coordinates, by hand', () => {
  const { field, form, christoffel } = manifold(
    ['rho', 'phi'],
    [
      ['1', '0'],
      ['0', 'rho^2'],
    ],
  );

  it('has Gamma^rho_phi,phi = -rho and Gamma^phi_rho,phi = 1/rho, nothing else', () => {
    const expected: Record<string, string> = { '0,1,1': '-rho', '1,0,1': '1/rho', '1,1,0': '1/rho' };
    for (const indices of tuples(2, 3)) {
      expect(field.equals(christoffel.at(indices), form(expected[indices.join()] ?? '0')), indices.join()).toBe(true);
    }
  });

  it('has the upper index first: with it last, Gamma^rho_phi,phi would stand elsewhere', () => {
    expect(field.isZero(christoffel.at([1, 1, 0]))).toBe(false); // Gamma^phi_phi,rho
    expect(field.equals(christoffel.at([1, 1, 0]), form('-rho'))).toBe(false); // Gamma^rho_phi,phi if the order were i j k
  });
});

describe.each([2, 3])('any metric in %i dimensions', (dimension) => {
  it.each(metricLaws)('$name', async ({ name, violation }) => {
    const law = { name, violation: (manifold: PointManifold) => violation(measuredAtPoint(manifold)) };
    await fc.assert(lawProperty(law, manifoldsAtPoint(dimension)), { numRuns: 10 });
  });

  it('has a connection without torsion: the declared symmetry follows from the formula', () => {
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, metric, inverseMetric, christoffel: declared }) => {
        const tensors = { metric, inverseMetric };
        const computed = componentsOf({ field, tensors }, withoutSymmetries(christoffel));
        const swapped = kept(field, 3, [], ([k, i, j]) => computed.at([k, j, i]));
        const values = numbers(field, computed);
        numbers(field, swapped).forEach((value, place) => {
          expect(value).toBeCloseTo(values[place], 12);
        });
        numbers(field, declared).forEach((value, place) => {
          expect(value).toBeCloseTo(values[place], 12);
        });
      }),
      { numRuns: 10 },
    );
  });
});
