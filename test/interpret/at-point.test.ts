import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRational, type Rational, rational, rationalToNumber } from '../../src/algebra/index.ts';
import { evaluator, realNumbers } from '../../src/calculus/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import { binomial, categorical, type Family, gibbs, normal, type Point, spinModel } from '../../src/families/index.ts';
import {
  exactGeometry,
  exactModel,
  familyGeometryAt,
  geometryAt,
  type MetricDerivatives,
  nested,
  type PointGeometry,
} from '../../src/interpret/index.ts';
import { agreementCases } from '../agreement/families.ts';
import { jetGeometries, tuples } from '../geometry/sample-metrics.ts';

const quantities = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar'] as const;

function flat(value: unknown): number[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value as number];
}

/** The largest difference between two tensors, in units of the largest component (or 1). */
function distance(left: unknown, right: unknown): number {
  const [a, b] = [flat(left), flat(right)];
  expect(a.length).toBe(b.length);
  return Math.max(...a.map((value, k) => Math.abs(value - b[k]))) / Math.max(1, ...b.map(Math.abs));
}

describe.each(agreementCases)('$title: jets at a point give', ({ family, points }) => {
  const model = exactModel(family);
  const geometry = exactGeometry(model);

  it('the closed forms evaluated there', () => {
    fc.assert(
      fc.property(points, (point) => {
        const value = evaluator(model.field, realNumbers, (name) =>
          name === 'pi' ? Math.PI : rationalToNumber(point[name]),
        );
        const numbers = familyGeometryAt(family, point);
        for (const quantity of quantities) {
          const exact = nested(model.field.dimension, geometry[quantity], value);
          // Rounding grows with the condition of the metric, at most some thousands for these points, to a power or two.
          expect(distance(numbers[quantity], exact), quantity).toBeLessThan(1e-7);
        }
      }),
      { numRuns: 5 },
    );
  });
});

/** The derivatives of a metric given by a function, by hand-written Taylor series: the sphere in polar angles. */
function sphereAt(radius: number, angle: number): MetricDerivatives {
  const [sin2, cos2] = [Math.sin(2 * angle), Math.cos(2 * angle)];
  const zero = [
    [0, 0],
    [0, 0],
  ];
  const lower = (value: number) => [
    [0, 0],
    [0, radius ** 2 * value],
  ];
  return {
    metric: [
      [radius ** 2, 0],
      [0, (radius * Math.sin(angle)) ** 2],
    ],
    first: [lower(sin2), zero],
    second: [
      [lower(2 * cos2), zero],
      [zero, zero],
    ],
  };
}

describe('a metric given by its derivatives at a point', () => {
  const [radius, angle] = [1.5, 0.8];
  const { scalar, christoffel, riemann, ricci, metric } = geometryAt(sphereAt(radius, angle));

  it('of a sphere of radius r has scalar curvature 2 / r^2, positive', () => {
    expect(scalar).toBeCloseTo(2 / radius ** 2, 13);
  });

  it('has Gamma^k_ij at christoffel[k][i][j]: Gamma^theta_phi,phi = -sin cos, Gamma^phi_theta,phi = cot', () => {
    expect(christoffel[0][1][1]).toBeCloseTo(-Math.sin(angle) * Math.cos(angle), 13);
    expect(christoffel[1][0][1]).toBeCloseTo(1 / Math.tan(angle), 13);
    expect(christoffel[1][1][0]).toBeCloseTo(1 / Math.tan(angle), 13);
    expect(christoffel[1][1][1]).toBeCloseTo(0, 13);
  });

  it('has R^k_lij at riemann[k][l][i][j]: R^theta_phi,theta,phi = sin^2, antisymmetric in the last two places', () => {
    expect(riemann[0][1][0][1]).toBeCloseTo(Math.sin(angle) ** 2, 13);
    expect(riemann[0][1][1][0]).toBeCloseTo(-(Math.sin(angle) ** 2), 13);
    // Antisymmetry in the first two places holds for the lowered tensor only: R^phi_theta,theta,phi = -1.
    expect(riemann[1][0][0][1]).toBeCloseTo(-1, 13);
  });

  it('has Ricci tensor g / r^2', () => {
    const expected = metric.map((row) => row.map((entry) => entry / radius ** 2));
    expect(distance(ricci, expected)).toBeLessThan(1e-13);
  });

  it('has the geometry of any jet with these derivatives', () => {
    fc.assert(
      fc.property(jetGeometries(3), ({ field, metric, ...geometry }) => {
        const g = (i: number, j: number) => metric.at([i, j]);
        const range = [0, 1, 2];
        const second = (k: number, l: number, i: number, j: number) =>
          field.value(field.partial(field.partial(g(i, j), k), l));
        const numbers: PointGeometry = geometryAt({
          metric: range.map((i) => range.map((j) => field.value(g(i, j)))),
          first: range.map((k) => range.map((i) => range.map((j) => field.value(field.partial(g(i, j), k))))),
          second: range.map((k) => range.map((l) => range.map((i) => range.map((j) => second(k, l, i, j))))),
        });
        for (const name of ['christoffel', 'riemann', 'ricci', 'scalar'] as const) {
          expect(distance(numbers[name], nested(3, geometry[name], field.value)), name).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('systems beyond closed forms answer at a point:', () => {
  const point = (family: Family, values: readonly number[]): Point =>
    Object.fromEntries(family.coordinates.map(({ name }, k) => [name, rational(values[k], 16)]));
  const sixteenths = fc.array(fc.integer({ min: -16, max: 16 }), { minLength: 6, maxLength: 6 });
  const spins = gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'each' }));
  // The same measures on occupied (1) and empty (0) sites: s = 1 - 2 n.
  const occupation = gibbs({
    coordinates: ['m1', 'm2', 'm3', 'w12', 'w23', 'w13'],
    variables: tuples(2, 3).map(([a, b, c]) => [a, b, c, a * b, b * c, a * c].map((value) => rational(value))),
  });

  it('six parameters of three spins, and the same system as a lattice gas, have one scalar curvature', () => {
    fc.assert(
      fc.property(sixteenths, (values) => {
        const [h1, h2, h3, j12, j23, j13] = values; // the order in which the ring lists its bonds
        expect(spins.coordinates.map(({ name }) => name)).toEqual(['h1', 'h2', 'h3', 'J12', 'J23', 'J13']);
        const gas = [
          -2 * (h1 + j12 + j13),
          -2 * (h2 + j12 + j23),
          -2 * (h3 + j13 + j23),
          ...[j12, j23, j13].map((j) => 4 * j),
        ];
        const scalar = familyGeometryAt(spins, point(spins, values)).scalar;
        const other = familyGeometryAt(occupation, point(occupation, gas)).scalar;
        // Probabilities down to exp(-12): conditions of 1e5, squared.
        expect(Math.abs(other - scalar)).toBeLessThan(1e-5 * (1 + Math.abs(scalar)));
      }),
      { numRuns: 4 },
    );
  });

  it('eight outcomes in the seven parameters of three spins are a sphere: d (d - 1) / 4 = 21 / 2', () => {
    const full = gibbs({
      coordinates: ['h1', 'h2', 'h3', 'J12', 'J13', 'J23', 'K'],
      variables: tuples(2, 3)
        .map((bits) => bits.map((bit) => 1 - 2 * bit))
        .map(([a, b, c]) => [a, b, c, a * b, a * c, b * c, a * b * c].map((value) => rational(value))),
    });
    expect(familyGeometryAt(full, point(full, [3, -5, 8, 2, -7, 4, 6])).scalar).toBeCloseTo(10.5, 9);
  });

  it('independent subsystems add their curvature: two pairs of spins, each a simplex of four outcomes', () => {
    const pair = (a: number, b: number) => [a, b, a * b];
    const four = gibbs({
      coordinates: ['a', 'b', 'c', 'd', 'e', 'f'],
      variables: tuples(2, 4)
        .map((bits) => bits.map((bit) => 1 - 2 * bit))
        .map(([a, b, c, d]) => [...pair(a, b), ...pair(c, d)].map((value) => rational(value))),
    });
    expect(familyGeometryAt(four, point(four, [3, -5, 8, 2, -7, 4])).scalar).toBeCloseTo(3, 10);
  });

  it('many trials do not leave the range of doubles: n / (theta (1 - theta)) for n = 5000', () => {
    const { metric, scalar } = familyGeometryAt(binomial(rational(5000)), { theta: rational(1, 4) });
    expect(metric[0][0]).toBeCloseTo((5000 * 16) / 3, 8);
    expect(scalar).toBe(0);
  });

  it('large couplings do not overflow: exponentials are taken relative to the largest', () => {
    const ring = gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' }));
    const at = Object.fromEntries(ring.coordinates.map(({ name }) => [name, rational(1000)]));
    expect(flat(familyGeometryAt(ring, at).metric).every(Number.isFinite)).toBe(true);
  });
});

describe('what has no answer is refused:', () => {
  const at = (values: Record<string, string>): Record<string, Rational> =>
    Object.fromEntries(Object.entries(values).map(([name, text]) => [name, parseRational(text)]));

  it('a point outside the domain, with the condition', () => {
    expect(() => familyGeometryAt(normal(), at({ mu: '0', sigma: '-1' }))).toThrow(
      new InputError('sigma must be positive, got -1'),
    );
    expect(() => familyGeometryAt(categorical(3), at({ p1: '0.5', p2: '0.5' }))).toThrow(
      /1 - p1 - p2 must be positive, got 0/,
    );
  });

  it('a point that lacks a coordinate or has another one', () => {
    expect(() => familyGeometryAt(normal(), at({ mu: '0' }))).toThrow(/no value for sigma/);
    expect(() => familyGeometryAt(normal(), at({ mu: '0', sigma: '1', nu: '3' }))).toThrow(/unknown nu/);
  });

  it('a constant without a value', () => {
    expect(() => familyGeometryAt(binomial(), at({ theta: '0.5' }))).toThrow(InputError);
  });

  it('a singular metric: collective variables that depend on one another', () => {
    const variables = [0, 1, 2].map((s) => [rational(s), rational(2 * s)]);
    const family = gibbs({ coordinates: ['a', 'b'], variables });
    const geometry = familyGeometryAt(family, at({ a: '0', b: '0' }));
    expect(geometry.metric[0][1]).toBeCloseTo(4 / 3, 14); // twice the variance 2/3 of 0, 1, 2
    expect(() => geometry.scalar).toThrow(DomainError);
    expect(() => geometry.christoffel).toThrow(/rank 1 of 2; null directions: 2\*d_a - d_b/);
  });

  it('a metric that vanishes in double precision', () => {
    const ring = gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' }));
    const far = Object.fromEntries(ring.coordinates.map(({ name }) => [name, rational(1000)]));
    expect(() => familyGeometryAt(ring, far).scalar).toThrow(DomainError);
  });
});

it('numbers are computed when they are read, so that a singular metric still has its components', () => {
  const degenerate = geometryAt({ metric: [[0]], first: [[[0]]], second: [[[[0]]]] });
  expect(degenerate.metric).toEqual([[0]]);
  expect(() => degenerate.scalar).toThrow(DomainError);
});
