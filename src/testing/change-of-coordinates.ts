import fc from 'fast-check';
import { type Rational, rational, rationalToNumber } from '../algebra/index.ts';
import {
  type Expression,
  evaluateExpression,
  type Jet,
  jets,
  parseExpression,
  rationalNumbers,
} from '../calculus/index.ts';
import { type Coordinate, type Domain, type Family, isInside, type Point, reparametrize } from '../families/index.ts';
import { familyManifoldAt, type GivenMetric, givenManifoldAt, kept, riemannianGeometry } from '../interpret/index.ts';
import type { Law } from './law.ts';
import { indexTuples, largestComponent, measuredAtPoint, type PointManifold } from './measured-manifold.ts';
import { metrics } from './metrics.ts';
import { domainPoints } from './points.ts';

/** One manifold at one point in two coordinate systems. */
export interface ChangedCoordinates {
  readonly before: PointManifold;
  readonly after: PointManifold;
  /** d x^a / d u^i at [a][i], x the coordinates before and u those after. */
  readonly jacobian: readonly (readonly number[])[];
}

/** 1e-9: some hundred roundings, magnified by Jacobians and inverse metrics of condition up to 100. */
const tolerance = 1e-9;

/**
 * What a change of coordinates does to geometry [Lee 2018, Introduction to Riemannian Manifolds, pp. 13 and 199]. Tolerance
 * 1e-9, relative to the size of what is compared and of the Riemann tensor from which a curvature is contracted.
 */
export const invarianceLaws: readonly Law<ChangedCoordinates>[] = [
  {
    name: 'the metric is pulled back: g_ij(u) = d_i x^a d_j x^b g_ab(x)',
    violation: ({ before, after, jacobian }) => {
      const metric = ({ field, geometry }: PointManifold, at: readonly number[]) => field.value(geometry.metric.at(at));
      const dimension = before.field.dimension;
      for (const [i, j] of indexTuples(dimension, 2)) {
        const terms = indexTuples(dimension, 2).map(
          ([a, b]) => jacobian[a][i] * jacobian[b][j] * metric(before, [a, b]),
        );
        const expected = terms.reduce((total, term) => total + term, 0);
        const size = terms.reduce((total, term) => total + Math.abs(term), 1);
        const value = metric(after, [i, j]);
        if (!(Math.abs(value - expected) <= tolerance * size)) return `at [${i}, ${j}] ${value} against ${expected}`;
      }
      return null;
    },
  },
  ...(['scalar', 'kretschmann'] as const).map(
    (name): Law<ChangedCoordinates> => ({
      name: `the ${name === 'scalar' ? 'scalar curvature' : 'Kretschmann scalar'} is the same`,
      violation: ({ before, after }) => {
        const [left, right] = [before, after].map(({ field, geometry }) => field.value(geometry[name].at([])));
        const operator = Math.max(
          ...[before, after].map((one) => largestComponent(measuredAtPoint(one), one.geometry.curvatureOperator).size),
        );
        const size = 1 + (name === 'scalar' ? operator : operator ** 2);
        return Math.abs(left - right) <= tolerance * size ? null : `${left} before, ${right} after`;
      },
    }),
  ),
];

/** The derivatives of the old coordinates by the new ones at a point. */
function jacobianOf(map: readonly Expression[], coordinates: readonly string[], values: Point): number[][] {
  const field = jets(coordinates.length, 1);
  const meaning = (name: string) => field.coordinate(coordinates.indexOf(name), rationalToNumber(values[name]));
  return map.map((expression) => {
    const jet = evaluateExpression(field, expression, meaning);
    return coordinates.map((_, index) => field.value(field.partial(jet, index)));
  });
}

/** The point in the coordinates before. */
function imageOf(names: readonly string[], map: readonly Expression[], values: Point): Point {
  return Object.fromEntries(
    names.map((name, a) => [name, evaluateExpression(rationalNumbers, map[a], (symbol) => values[symbol])]),
  );
}

/**
 * Metrics of {@link metrics} in their own coordinates x and in u, where x_a is a multiple of u_a plus a quadratic polynomial
 * in u_1, ..., u_(a-1), which has an inverse everywhere.
 */
export function changedMetrics(dimension: number): fc.Arbitrary<ChangedCoordinates> {
  const factors = fc.array(fc.constantFrom(-2, -1, 1, 2), { minLength: dimension, maxLength: dimension });
  const terms = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: dimension, maxLength: dimension });
  const points = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: dimension, maxLength: dimension });
  return fc.tuple(metrics(dimension), factors, terms, points).map(([metric, factor, term, values]) => {
    const names = metric.coordinates.map((_, k) => `u${k + 1}`);
    const map = names.map((name, a) => {
      const rest = names.slice(0, a).map((before, b) => `${term[(a + b) % dimension]}/4*${before}*${names[a - 1]}`);
      return parseExpression([`${factor[a]}/2*${name}`, ...rest].map((part) => `(${part})`).join(' + '));
    });
    const u = Object.fromEntries(names.map((name, k): [string, Rational] => [name, rational(values[k], 4)]));
    const x = imageOf(metric.coordinates, map, u);
    return {
      before: givenManifoldAt(metric, x),
      after: pulledBack(metric, names, map, u),
      jacobian: jacobianOf(map, names, u),
    };
  });
}

/** The metric in new coordinates at a point, the old ones being given in them: composed and multiplied out in jets. */
function pulledBack(
  { coordinates, entries }: GivenMetric,
  names: readonly string[],
  map: readonly Expression[],
  values: Point,
): PointManifold {
  // A partial derivative has one order less: three leave the two that curvature takes.
  const field = jets(names.length, 3);
  const meaning = (name: string): Jet => field.coordinate(names.indexOf(name), rationalToNumber(values[name]));
  const old = map.map((expression) => evaluateExpression(field, expression, meaning));
  const partials = old.map((jet) => names.map((_, i) => field.partial(jet, i)));
  const rows = entries.map((row) =>
    row.map((entry) => evaluateExpression(field, entry, (name) => old[coordinates.indexOf(name)])),
  );
  const metric = kept(field, 2, [], ([i, j]) =>
    field.sum(
      indexTuples(coordinates.length, 2).map(([a, b]) =>
        field.multiply(field.multiply(partials[a][i], partials[b][j]), rows[a][b]),
      ),
    ),
  );
  return { coordinates: names, field, geometry: riemannianGeometry(field, metric) };
}

/** New coordinates for one of a domain, each with its expression and its own domain. */
const changes: { readonly [D in Domain]: (name: string) => readonly [domain: Domain, expression: string] } = {
  real: (name) => ['real', `2*${name} - 1/3`],
  positive: (name) => ['positive', `${name}^2`],
  unit: (name) => ['positive', `${name}/(1 + ${name})`],
  natural: (name) => ['natural', name],
};

/**
 * A family at a point of its domain in its own coordinates and in others: 2u - 1/3 for a real one, plus half of the next new
 * one if that is real as well, u^2 for a positive one, u/(1 + u) for one between 0 and 1. Metric and curvature of
 * both are derived from the density.
 */
export function changedFamilies(family: Family): fc.Arbitrary<ChangedCoordinates> {
  const renamed = family.coordinates.map(({ name }) => `new_${name}`);
  const texts = family.coordinates.map(({ domain }, a) => {
    const isMixed = domain === 'real' && family.coordinates[a + 1]?.domain === 'real';
    const [, text] = changes[domain](renamed[a]);
    return isMixed ? `${text} + ${renamed[a + 1]}/2` : text;
  });
  const coordinates = family.coordinates.map(
    ({ domain }, a): Coordinate => ({ name: renamed[a], domain: changes[domain](renamed[a])[0] }),
  );
  const names = family.coordinates.map(({ name }) => name);
  const other = reparametrize(family, coordinates, Object.fromEntries(names.map((name, a) => [name, texts[a]])));
  const map = texts.map(parseExpression);
  return domainPoints(coordinates)
    .filter((u) => isInside(family, imageOf(names, map, u)))
    .map((u) => ({
      before: familyManifoldAt(family, imageOf(names, map, u)),
      after: familyManifoldAt(other, u),
      jacobian: jacobianOf(map, renamed, u),
    }));
}
