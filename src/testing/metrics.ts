import fc from 'fast-check';
import { type Rational, rational } from '../algebra/index.ts';
import { type Expression, jets } from '../calculus/index.ts';
import { type GivenMetric, kept, riemannianGeometry } from '../interpret/index.ts';
import type { PointManifold } from './measured-manifold.ts';

const names = ['x', 'y', 'z', 'w'];

/** The first names of coordinates: x, y, z, w, then x5, x6, ... */
export function coordinateNames(dimension: number): string[] {
  return Array.from({ length: dimension }, (_, k) => names[k] ?? `x${k + 1}`);
}

/**
 * Manifolds at a point by the Taylor coefficients of their metric there, up to the given number of derivatives, all
 * independent: the identity plus a small symmetric matrix, so positive definite, and derivatives of size one. Nothing is
 * special about the point.
 */
export function manifoldsAtPoint(dimension: number, derivatives = 3): fc.Arbitrary<PointManifold> {
  const field = jets(dimension, derivatives);
  const count = field.one.coefficients.length;
  const entry = fc.array(fc.integer({ min: -8, max: 8 }), { minLength: count, maxLength: count });
  const pairs = (dimension * (dimension + 1)) / 2;
  return fc.array(entry, { minLength: pairs, maxLength: pairs }).map((entries) => {
    const metric = kept(field, 2, [{ places: [0, 1], sign: 1 }], ([i, j]) => {
      const coefficients = Float64Array.from(entries[(j * (j + 1)) / 2 + i], (c) => c / 8);
      coefficients[0] = (i === j ? 1 : 0) + coefficients[0] / (4 * dimension);
      return { order: derivatives, coefficients };
    });
    return { coordinates: coordinateNames(dimension), field, geometry: riemannianGeometry(field, metric) };
  });
}

const number = (value: Rational): Expression => ({ kind: 'number', value });
const symbol = (name: string): Expression => ({ kind: 'symbol', name });
const add = (terms: readonly Expression[]): Expression => ({ kind: 'add', terms });
const multiply = (...factors: readonly Expression[]): Expression => ({ kind: 'multiply', factors });

/** c0 + c1 u + c2 u v with small rational c, u and v coordinates. */
function polynomials(coordinates: readonly string[]): fc.Arbitrary<Expression> {
  const coefficient = fc.integer({ min: -3, max: 3 }).map((n) => number(rational(n, 4)));
  const name = fc.constantFrom(...coordinates).map(symbol);
  return fc
    .tuple(coefficient, coefficient, coefficient, name, name)
    .map(([c0, c1, c2, u, v]) => add([c0, multiply(c1, u), multiply(c2, u, v)]));
}

/**
 * Metrics in closed form, positive definite everywhere: L L^T with L lower triangular, 1 + p^2 on the diagonal and p below,
 * p polynomials of degree two in the coordinates.
 */
export function metrics(dimension: number): fc.Arbitrary<GivenMetric> {
  const coordinates = coordinateNames(dimension);
  const pairs = (dimension * (dimension + 1)) / 2;
  return fc.array(polynomials(coordinates), { minLength: pairs, maxLength: pairs }).map((entries) => {
    const below = (i: number, j: number): Expression => {
      const p = entries[(i * (i + 1)) / 2 + j];
      return i === j ? add([number(rational(1)), multiply(p, p)]) : p;
    };
    const rows = coordinates.map((_, i) =>
      coordinates.map((_, j) =>
        add(Array.from({ length: Math.min(i, j) + 1 }, (_, k) => multiply(below(i, k), below(j, k)))),
      ),
    );
    return { coordinates, constants: [], entries: rows };
  });
}
