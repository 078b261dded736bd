import { expect } from 'vitest';
import { type Rational, rational, rationals, rationalToNumber } from '../../src/algebra/index.ts';
import type { Jet, Jets } from '../../src/calculus/index.ts';
import {
  type Coordinate,
  type Family,
  normal,
  observations,
  type Point,
  productFamily,
  reparametrize,
} from '../../src/families/index.ts';
import { loweredRiemann } from '../../src/geometry/index.ts';
import {
  bianchiResiduals,
  type Components,
  type Manifold,
  nested,
  square,
  tensorOn,
} from '../../src/interpret/index.ts';

/** A family as a manifold of jets at a point, by however a law's structure computes it. */
export type ManifoldAt = (
  family: Family,
  point: Point,
  derivatives?: number,
) => Manifold<Jet> & { readonly field: Jets };

/** What must hold for a manifold of every family at a point inside its domain. */
export type FamilyLaw = (at: ManifoldAt, family: Family, point: Point) => void;

function numbers(field: Jets, tensor: Components<Jet>): number[] {
  const list: number[] = [];
  nested(field.dimension, tensor, (value) => list.push(field.value(value)));
  return list;
}

function close(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(tolerance * Math.max(1, Math.abs(expected)));
}

/** Rounding of curvature, two derivatives and an inverse away from the metric. */
const tolerance = 1e-6;

function scalarOf(at: ManifoldAt, family: Family, point: Point): number {
  const { field, geometry } = at(family, point);
  return field.value(geometry.scalar.at([]));
}

/** Other coordinates u, theta_i = u_i + u_(i+1)^2 and theta_d = 2 u_d for the last, with the Jacobian matrix there. */
function sheared(family: Family, point: Point) {
  const names = family.coordinates.map(({ name }) => name);
  const last = names.length - 1;
  const places: Rational[] = [];
  for (let i = last; i >= 0; i--) {
    const value = point[names[i]];
    places[i] =
      i === last ? rationals.multiply(value, rational(1, 2)) : rationals.subtract(value, squared(places[i + 1]));
  }
  const coordinates = names.map((_, i): Coordinate => ({ name: `u${i + 1}`, domain: 'real' }));
  const map = Object.fromEntries(
    names.map((name, i) => [name, i === last ? `2*u${i + 1}` : `u${i + 1} + u${i + 2}^2`]),
  );
  const jacobian = names.map((_, i) =>
    names.map((__, j) => {
      if (i === j) return i === last ? 2 : 1;
      return j === i + 1 ? 2 * rationalToNumber(places[j]) : 0;
    }),
  );
  return {
    family: reparametrize(family, coordinates, map),
    point: Object.fromEntries(coordinates.map(({ name }, i) => [name, places[i]])),
    jacobian,
  };
}

function squared(x: Rational): Rational {
  return rationals.multiply(x, x);
}

export const familyLaws: Readonly<Record<string, FamilyLaw>> = {
  'in other coordinates the metric is the pulled-back one, and the scalar curvature is the same': (
    at,
    family,
    point,
  ) => {
    const other = sheared(family, point);
    const [old, changed] = [at(family, point), at(other.family, other.point)];
    const g = square(old.field, old.geometry.metric).map((row) => row.map(old.field.value));
    const range = g.map((_, k) => k);
    const pulledBack = range.flatMap((i) =>
      range.map((j) =>
        range.reduce(
          (sum, k) => sum + range.reduce((part, l) => part + other.jacobian[k][i] * g[k][l] * other.jacobian[l][j], 0),
          0,
        ),
      ),
    );
    numbers(changed.field, changed.geometry.metric).forEach((value, k) => {
      close(value, pulledBack[k], 1e-9);
    });
    close(changed.field.value(changed.geometry.scalar.at([])), scalarOf(at, family, point), tolerance);
  },

  'beside an independent normal sample the scalar curvature is one less': (at, family, point) => {
    const whole = productFamily([family, normal()]);
    const [own, beside] = [family.coordinates.length, whole.coordinates];
    const values = [...family.coordinates.map(({ name }) => point[name]), rational(1, 3), rational(3, 2)];
    expect(beside.length).toBe(own + 2);
    const both = Object.fromEntries(beside.map(({ name }, k) => [name, values[k]]));
    close(scalarOf(at, whole, both), scalarOf(at, family, point) - 1, tolerance);
  },

  'of seven observations the metric is seven times that of one, the scalar curvature a seventh': (
    at,
    family,
    point,
  ) => {
    const [one, seven] = [at(family, point), at(observations(family, rational(7)), point)];
    const single = numbers(one.field, one.geometry.metric);
    numbers(seven.field, seven.geometry.metric).forEach((value, k) => {
      close(value, 7 * single[k], 1e-9);
    });
    close(7 * seven.field.value(seven.geometry.scalar.at([])), scalarOf(at, family, point), tolerance);
  },

  'the Riemann tensor is antisymmetric in each pair and symmetric under their exchange': (at, family, point) => {
    const manifold = at(family, point);
    const { field } = manifold;
    const lowered = tensorOn(manifold, { ...loweredRiemann, symmetries: [] });
    const value = (...indices: number[]): number => field.value(lowered.at(indices));
    const size = Math.max(1, ...numbers(field, lowered).map(Math.abs));
    const range = Array.from({ length: field.dimension }, (_, k) => k);
    for (const k of range) {
      for (const l of range) {
        for (const i of range) {
          for (const j of range) {
            const component = value(k, l, i, j);
            for (const other of [-value(l, k, i, j), -value(k, l, j, i), value(i, j, k, l)]) {
              expect(Math.abs(component - other)).toBeLessThan(tolerance * size);
            }
          }
        }
      }
    }
  },

  'both Bianchi identities hold': (at, family, point) => {
    const manifold = at(family, point, 3);
    const { first, second } = bianchiResiduals(manifold);
    const size = Math.max(1, ...numbers(manifold.field, manifold.geometry.riemann).map(Math.abs));
    for (const residual of [first, second]) {
      for (const value of numbers(manifold.field, residual))
        expect(Math.abs(value)).toBeLessThan(100 * tolerance * size);
    }
  },
};
