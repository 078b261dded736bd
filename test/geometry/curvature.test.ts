import fc from 'fast-check';
import {
  curvatureLaws,
  lawProperty,
  manifoldsAtPoint,
  measuredAtPoint,
  type PointManifold,
  withoutDeclaredSymmetries,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { evaluator, type Jet, type Jets } from '../../src/calculus/index.ts';
import { derivativeOfRiemann } from '../../src/geometry/index.ts';
import { type Components, componentsOf, riemannianGeometry } from '../../src/interpret/index.ts';
import { type Definition, define, minus, partial, product, sum, tensor } from '../../src/notation/index.ts';
import { form, formsOver, jetGeometries, manifold, numbers, rows, size, sphere, tuples } from './sample-metrics.ts';

/** Ten digits: some hundred operations on numbers up to 1000, whose rounding errors stay below 1e-12 of that. */
const tolerance = 1e-10;

function isSmall(field: Jets, tensors: Record<string, Components<Jet>>, law: Definition): void {
  const scale = 1 + size(field, tensors['riemann']);
  expect(size(field, componentsOf({ field, tensors }, law)) / scale, law.name).toBeLessThan(tolerance);
}

function lawOf(name: string, places: string, ...terms: Parameters<typeof sum>): Definition {
  return define({ name, symbol: 'L', places, formula: sum(...terms) });
}

const gamma = (places: string) => tensor('christoffel', places);
const curvature = (places: string) => tensor('riemann', places);

describe.each([2, 3])('the curvature of any metric in %i dimensions', (dimension) => {
  it.each(curvatureLaws)('$name, computed without the declared symmetries', async ({ name, violation }) => {
    const plain = {
      name,
      violation: (manifold: PointManifold) => violation(withoutDeclaredSymmetries(measuredAtPoint(manifold))),
    };
    await fc.assert(lawProperty(plain, manifoldsAtPoint(dimension)), { numRuns: 5 });
  });

  it('is what the formulas without the declared symmetries give', () => {
    fc.assert(
      fc.property(manifoldsAtPoint(dimension), (manifold) => {
        const computed = withoutDeclaredSymmetries(measuredAtPoint(manifold)).geometry;
        for (const name of ['riemann', 'ricci'] as const) {
          const [plain, declared] = [computed, manifold.geometry].map((one) => numbers(manifold.field, one[name]));
          declared.forEach((value, place) => {
            expect(Math.abs(value - plain[place])).toBeLessThan(tolerance * (1 + Math.abs(plain[place])));
          });
        }
      }),
      { numRuns: 10 },
    );
  });

  it('has no second Bianchi identity with a cycle of the wrong indices', () => {
    const wrong = lawOf(
      'wrong cycle',
      '_m^k_lij',
      tensor('derivativeOfRiemann', '_m^k_lij'),
      tensor('derivativeOfRiemann', '_l^k_ijm'),
      tensor('derivativeOfRiemann', '_i^k_jml'),
    );
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, ...geometry }) => {
        const derivative = componentsOf({ field, tensors: { ...geometry } }, derivativeOfRiemann);
        const tensors = { ...geometry, derivativeOfRiemann: derivative };
        if (size(field, derivative) > 0.1) {
          expect(size(field, componentsOf({ field, tensors }, wrong))).toBeGreaterThan(tolerance);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('is the commutator of covariant derivatives: (nabla_i nabla_j - nabla_j nabla_i) v^k = R^k_lij v^l', () => {
    const first = lawOf('first', '_j^k', partial('_j', tensor('v', '^k')), product(gamma('^k_ja'), tensor('v', '^a')));
    const second = lawOf(
      'second',
      '_ij^k',
      partial('_i', tensor('first', '_j^k')),
      product(gamma('^k_ia'), tensor('first', '_j^a')),
      minus(product(gamma('^b_ij'), tensor('first', '_b^k'))),
    );
    const commutator = (sign: 1 | -1) => {
      const term = product(curvature('^k_lij'), tensor('v', '^l'));
      return lawOf(
        'commutator',
        '_ij^k',
        tensor('second', '_ij^k'),
        minus(tensor('second', '_ji^k')),
        sign === 1 ? minus(term) : term,
      );
    };
    fc.assert(
      fc.property(jetGeometries(dimension), ({ field, ...geometry }) => {
        const tensors: Record<string, Components<Jet>> = { ...geometry };
        // A vector field with the Taylor coefficients of some component of the metric: anything smooth would do.
        tensors['v'] = { rank: 1, at: ([k]) => geometry.metric.at([k, 0]) };
        for (const definition of [first, second])
          tensors[definition.name] = componentsOf({ field, tensors }, definition);
        isSmall(field, tensors, commutator(1));
        if (size(field, geometry.riemann) > 0.1) {
          expect(size(field, componentsOf({ field, tensors }, commutator(-1)))).toBeGreaterThan(1e-3);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('spheres of radius r', () => {
  it.each([2, 3])('of dimension %i have scalar curvature d (d - 1) / r^2, positive', (dimension) => {
    const { field, form, scalar } = sphere(dimension);
    expect(field.equals(scalar.at([]), form(`${dimension * (dimension - 1)}/r^2`))).toBe(true);
    expect(field.equals(scalar.at([]), form(`-${dimension * (dimension - 1)}/r^2`))).toBe(false);
  });

  it('have R^k_lij = (delta^k_i g_lj - delta^k_j g_li) / r^2 at [k, l, i, j]', () => {
    const { field, form, metric, riemann } = sphere(2);
    const delta = (a: number, b: number) => (a === b ? field.one : field.zero);
    for (const [k, l, i, j] of tuples(2, 4)) {
      const expected = field.divide(
        field.subtract(field.multiply(delta(k, i), metric.at([l, j])), field.multiply(delta(k, j), metric.at([l, i]))),
        form('r^2'),
      );
      expect(field.equals(riemann.at([k, l, i, j]), expected), [k, l, i, j].join()).toBe(true);
    }
    // With the upper index second the same component would have the opposite sign.
    expect(field.equals(riemann.at([0, 1, 0, 1]), riemann.at([1, 0, 0, 1]))).toBe(false);
  });

  it('have Ricci tensor (d - 1) g / r^2', () => {
    const { field, form, metric, ricci } = sphere(3);
    for (const indices of tuples(3, 2)) {
      expect(field.equals(ricci.at(indices), field.multiply(form('2/r^2'), metric.at(indices)))).toBe(true);
    }
  });
});

it('the hyperbolic half-plane has scalar curvature -2: twice its Gaussian curvature', () => {
  const entries = [
    ['1/y^2', '0'],
    ['0', '1/y^2'],
  ];
  const { field, scalar } = manifold(['x', 'y'], entries);
  expect(field.equals(scalar.at([]), field.fromInteger(-2))).toBe(true);
});

it('the plane in polar coordinates is flat: every component of the Riemann tensor vanishes', () => {
  const { field, riemann } = manifold(
    ['rho', 'phi'],
    [
      ['1', '0'],
      ['0', 'rho^2'],
    ],
  );
  expect(tuples(2, 4).every((indices) => field.isZero(riemann.at(indices)))).toBe(true);
});

describe('the scalar curvature', () => {
  const text = [
    ['1 + y^2', 'x*y/2'],
    ['x*y/2', '2 + x'],
  ];

  it('of c g is that of g divided by c', () => {
    const plain = manifold(['x', 'y'], text, ['c']);
    const scaled = manifold(
      ['x', 'y'],
      text.map((row) => row.map((entry) => `c*(${entry})`)),
      ['c'],
    );
    expect(plain.field.isZero(plain.scalar.at([]))).toBe(false);
    expect(plain.field.equals(scaled.scalar.at([]), plain.field.divide(plain.scalar.at([]), plain.form('c')))).toBe(
      true,
    );
  });

  it('of a product is the sum of those of its factors', () => {
    const entries = [...text.map((row) => [...row, '0', '0']), ['0', '0', '1/u^2', '0'], ['0', '0', '0', '1 + v^2*u']];
    const whole = manifold(['x', 'y', 'u', 'v'], entries);
    const parts = formsOver(['x', 'y', 'u', 'v']);
    const factor = (names: readonly [string, string], from: number) => {
      const field = {
        ...parts,
        dimension: 2,
        partial: (a: typeof parts.one, k: number) => parts.derivative(a, names[k]),
      };
      const block = [0, 1].map((i) => [0, 1].map((j) => form(parts, entries[from + i][from + j])));
      return riemannianGeometry(field, rows(field, block)).scalar.at([]);
    };
    const [left, right] = [factor(['x', 'y'], 0), factor(['u', 'v'], 2)];
    expect(parts.isZero(left) || parts.isZero(right)).toBe(false);
    expect(whole.field.equals(whole.scalar.at([]), form(whole.field, '0'))).toBe(false);
    expect(parts.equals(whole.scalar.at([]), parts.add(left, right))).toBe(true);
  });

  it('does not depend on the coordinates: the metric pulled back along x = s + t^2, y = s t', () => {
    const { field, metric, scalar } = manifold(['x', 'y'], text);
    const target = formsOver(['s', 't']);
    const map = { x: form(target, 's + t^2'), y: form(target, 's*t') };
    const along = evaluator(field, target, (name) => map[name as 'x' | 'y']);
    const jacobian = [map.x, map.y].map((value) => [0, 1].map((a) => target.partial(value, a)));
    const pulled = rows(
      target,
      [0, 1].map((a) =>
        [0, 1].map((b) =>
          target.sum(
            tuples(2, 2).map(([i, j]) =>
              [jacobian[i][a], jacobian[j][b], along(metric.at([i, j]))].reduce(target.multiply),
            ),
          ),
        ),
      ),
    );
    const there = riemannianGeometry(target, pulled).scalar.at([]);
    expect(target.equals(there, along(scalar.at([])))).toBe(true);
  });
});
