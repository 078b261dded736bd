import { type Jet, type Jets, jets } from '../calculus/index.ts';
import { DomainError } from '../errors.ts';
import { geodesicAcceleration, squaredSpeed } from '../geometry/index.ts';
import { type Components, componentsOf, type Manifold, withKeptPartials } from '../interpret/index.ts';
import { type Chart, chartOf } from './chart.ts';
import type { GeodesicSpace } from './space.ts';

/** The acceleration of a geodesic and its partial derivatives: `byPosition[k][m]` = da^k/du_m, `byVelocity` alike. */
export interface Acceleration {
  readonly value: readonly number[];
  readonly byPosition: readonly (readonly number[])[];
  readonly byVelocity: readonly (readonly number[])[];
}

/**
 * The geodesic equation u'' = a(u, u') of a space in charts that have no ends: the definition of geometry/ over jets in
 * position and velocity. All functions throw {@link DomainError} where the metric has no value or is singular.
 */
export interface GeodesicEquation {
  readonly dimension: number;
  readonly charts: readonly Chart[];
  readonly coordinates: (u: readonly number[]) => number[];
  readonly straighten: (values: readonly number[]) => number[];
  readonly acceleration: (u: readonly number[], velocity: readonly number[]) => readonly number[];
  readonly linearised: (u: readonly number[], velocity: readonly number[]) => Acceleration;
  /** g(v, v) of a velocity in the charts. */
  readonly squaredSpeed: (u: readonly number[], velocity: readonly number[]) => number;
}

/** The geodesic equation of a space. */
export function geodesicEquation(space: GeodesicSpace): GeodesicEquation {
  const charts = space.coordinates.map(({ domain }) => chartOf(domain));
  const dimension = charts.length;
  const coordinates = (u: readonly number[]): number[] => u.map((value, i) => charts[i].curve(value)[0]);
  const manifoldAt = (u: readonly number[], derivatives: number): Manifold<Jet> & { readonly field: Jets } => {
    const values = coordinates(u);
    const failing = space.failing(values);
    if (failing !== null) throw new DomainError(`the domain demands ${failing}`);
    return space.at(derivatives)(values);
  };
  // Jets in position and velocity: coordinates 0 to n - 1 are u, the others its velocity.
  const fields = [0, 1].map((order) => withKeptPartials(jets(2 * dimension, order)));
  const accelerationJets = (u: readonly number[], velocity: readonly number[], order: 0 | 1): Jet[] => {
    const field = fields[order];
    const manifold = manifoldAt(u, order + 1);
    const curves = u.map((value, i) => charts[i].curve(value));
    const slope = (i: number): Jet => alongPosition(field, i, curves[i][1], curves[i][2]);
    const bend = (i: number): Jet => alongPosition(field, i, curves[i][2], curves[i][3]);
    const speed = velocity.map((value, i) => field.coordinate(dimension + i, value));
    const lifted: Components<Jet> = {
      rank: 3,
      at: (indices) => {
        const { coefficients } = manifold.geometry.christoffel.at(indices);
        return field.fromTaylor(order, (exponents) => {
          const place = exponents.indexOf(1);
          if (place < 0) return coefficients[0];
          return place < dimension ? coefficients[1 + place] * curves[place][1] : 0;
        });
      },
    };
    const velocities = velocity.map((_, i) => field.multiply(slope(i), speed[i]));
    const tensors = { christoffel: lifted, velocity: { rank: 1, at: ([i]: readonly number[]) => velocities[i] } };
    // Indices run over the positions only.
    const acceleration = componentsOf({ field: { ...field, dimension }, tensors }, geodesicAcceleration);
    return u.map((_, k) => {
      const curved = field.multiply(bend(k), field.multiply(speed[k], speed[k]));
      return field.divide(field.subtract(acceleration.at([k]), curved), slope(k));
    });
  };
  return {
    dimension,
    charts,
    coordinates,
    straighten: (values) => values.map((value, i) => charts[i].straighten(value)),
    acceleration: (u, velocity) => accelerationJets(u, velocity, 0).map(({ coefficients }) => coefficients[0]),
    linearised: (u, velocity) => {
      const list = accelerationJets(u, velocity, 1);
      const partials = (from: number) =>
        list.map(({ coefficients }) => Array.from(coefficients.slice(1 + from, 1 + from + dimension)));
      return {
        value: list.map(({ coefficients }) => coefficients[0]),
        byPosition: partials(0),
        byVelocity: partials(dimension),
      };
    },
    squaredSpeed: (u, velocity) => {
      const { field, geometry } = manifoldAt(u, 0);
      const components = velocity.map((value, i) => field.constant(value * charts[i].curve(u[i])[1]));
      const tensors = { metric: geometry.metric, velocity: { rank: 1, at: ([i]: readonly number[]) => components[i] } };
      return field.value(componentsOf({ field, tensors }, squaredSpeed).at([]));
    },
  };
}

/** The jet of a function of position `index` alone, by its value and derivative. */
function alongPosition(field: Jets, index: number, value: number, derivative: number): Jet {
  return field.fromTaylor(field.order, (exponents) => {
    const place = exponents.indexOf(1);
    return place < 0 ? value : place === index ? derivative : 0;
  });
}
