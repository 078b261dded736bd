import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { christoffel } from '../../src/geometry/index.ts';
import { componentsOf, kept } from '../../src/interpret/index.ts';
import { define, minus, partial, product, sum, tensor } from '../../src/notation/index.ts';
import { jetGeometries, manifold, numbers, size, tuples, withoutSymmetries } from './sample-metrics.ts';

/** nabla_k g_ij, which the Levi-Civita connection makes zero. */
const derivativeOfMetric = define({
  name: 'derivativeOfMetric',
  symbol: '\\nabla g',
  places: '_kij',
  formula: sum(
    partial('_k', tensor('metric', '_ij')),
    minus(product(tensor('christoffel', '^m_ki'), tensor('metric', '_mj'))),
    minus(product(tensor('christoffel', '^n_kj'), tensor('metric', '_in'))),
  ),
});

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
  it('is covariantly constant for its connection, and not for half of it', () => {
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, metric, christoffel }) => {
        const rest = (tensors: Parameters<typeof componentsOf<typeof field.one>>[0]['tensors']): number =>
          size(field, componentsOf({ field, tensors }, derivativeOfMetric));
        expect(rest({ metric, christoffel })).toBeLessThan(1e-12); // a few operations on numbers of size 1
        const half = kept(field, 3, [], (at) => field.divide(christoffel.at(at), field.fromInteger(2)));
        if (size(field, christoffel) > 0.1) expect(rest({ metric, christoffel: half })).toBeGreaterThan(1e-3);
      }),
      { numRuns: 20 },
    );
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
