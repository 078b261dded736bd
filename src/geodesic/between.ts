import { DomainError, FisherRaoError, UnsupportedError } from '../errors.ts';
import type { GeodesicAnswer } from './answer.ts';
import { type GeodesicSegment, geodesicBetween, hasConjugatePoint } from './boundary-value.ts';
import { evenlyPaced } from './curve.ts';
import { type GeodesicEquation, geodesicEquation } from './equation.ts';
import { finestExponentialMap } from './exponential-map.ts';
import { integrate } from './extrapolation.ts';
import type { ModelSpace } from './model-space.ts';
import { isPositiveDefinite } from './quadratic.ts';
import { recognisedSpace } from './recognise.ts';
import { type GeodesicSpace, isInside } from './space.ts';

/** Which way to go: `closed-form` where the metric is recognised (the default), or always by the `equation`. */
export type GeodesicRoute = 'closed-form' | 'equation';

/**
 * The geodesic between two points: in closed form where the metric is recognised as a product of spaces whose geodesics
 * are known; for one coordinate by the integral of the root of the metric; otherwise as the solution of the geodesic
 * equation with both ends given, confirmed by the initial value problem.
 *
 * Around an angle it goes the nearer way, or where none leads there the other.
 *
 * Throws {@link DomainError} where the metric is singular or not positive definite at an end, {@link UnsupportedError}
 * where no geodesic is found.
 */
export function geodesicBetweenPoints(
  space: GeodesicSpace,
  from: readonly number[],
  to: readonly number[],
  route: GeodesicRoute = 'closed-form',
): GeodesicAnswer {
  for (const point of [from, to]) checkDefinite(space, point);
  const windings = windingsOf(space, from, to);
  let failure: unknown;
  for (const there of windings) {
    try {
      const answer = alongOneWay(space, from, there, route);
      const isOneOfMany = windings.length > 1 && answer.minimality === 'unique';
      return isOneOfMany ? { ...answer, minimality: 'locally shortest' } : answer;
    } catch (error) {
      if (!(error instanceof UnsupportedError)) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

/** The second point by the nearer way round each angle, and after that by the other way. */
function windingsOf({ coordinates }: GeodesicSpace, from: readonly number[], to: readonly number[]): number[][] {
  const turn = 2 * Math.PI;
  return coordinates.reduce<number[][]>(
    (ways, { angle }, i) => {
      if (angle === undefined) return ways;
      const difference = to[i] - from[i];
      const near = difference - turn * Math.round(difference / turn);
      const far = near - turn * (near < 0 ? -1 : 1);
      return ways.flatMap((way) => [near, far].map((by) => way.with(i, from[i] + by)));
    },
    [[...to]],
  );
}

function alongOneWay(
  space: GeodesicSpace,
  from: readonly number[],
  to: readonly number[],
  route: GeodesicRoute,
): GeodesicAnswer {
  const model = route === 'closed-form' ? modelOf(space, [from, to]) : null;
  if (model !== null) return inModel(space, model, from, to);
  const equation = geodesicEquation(space);
  const oneParameter = from.length === 1 && route === 'closed-form';
  return oneParameter ? byArcLength(equation, from, to) : byEquation(space, equation, from, to);
}

/** The space as a product of model spaces, recognised from its closed form; `null` where it is none or has none. */
export function modelOf(space: GeodesicSpace, points: readonly (readonly number[])[]): ModelSpace | null {
  try {
    const exact = space.exact();
    return exact === null ? null : recognisedSpace(exact, space, points);
  } catch (error) {
    if (error instanceof FisherRaoError) return null; // no closed form, no recognition: numbers remain
    throw error;
  }
}

function checkDefinite(space: GeodesicSpace, point: readonly number[]): void {
  const { field, geometry } = space.at(0)(point);
  geometry.inverseMetric.at([0, 0]); // says in which directions the metric is singular
  const metric = point.map((_, i) => point.map((__, j) => field.value(geometry.metric.at([i, j]))));
  if (!metric.flat().every(Number.isFinite))
    throw new DomainError('the metric leaves the range of double precision at this point');
  if (isPositiveDefinite(metric)) return;
  const where = space.coordinates.map(({ name }, i) => `${name} = ${point[i]}`).join(', ');
  throw new DomainError(
    `the metric is not positive definite at ${where}: paths there have no length, points no distance`,
  );
}

/** Points of a geodesic in closed form that are looked at for having left the domain. */
const samples = 64;

function inModel(
  space: GeodesicSpace,
  model: ModelSpace,
  from: readonly number[],
  to: readonly number[],
): GeodesicAnswer {
  const outside = Array.from({ length: samples }, (_, k) => model.between(from, to, (k + 1) / (samples + 1))).find(
    (values) => !isInside(space, values),
  );
  if (outside !== undefined) {
    const where = space.coordinates.map(({ name }, i) => `${name} = ${Number(outside[i].toPrecision(6))}`).join(', ');
    throw new UnsupportedError(
      `the geodesic between the points leaves the domain, at ${where}: the shortest path within it runs along its edge`,
    );
  }
  const length = model.distance(from, to);
  // Points that doubles hardly tell apart show how far rounding reaches.
  const moved = (point: readonly number[], trial: number): number[] =>
    point.map((value, i) => value * (1 + ((i + trial) % 2 === 0 ? 1 : -1) * 2 ** -52));
  const changes = [0, 1].map((trial) => Math.abs(model.distance(moved(from, trial), moved(to, trial + 1)) - length));
  return {
    length,
    method: 'closed form',
    space: model.description,
    error: Math.max(...changes.filter(Number.isFinite), 2 ** -52 * length),
    velocity: model.direction(from, to),
    at: (time) => model.between(from, to, time),
    minimality: 'unique',
  };
}

/** One coordinate: arc length is the integral of the root of the metric, and every geodesic the only one. */
function byArcLength(equation: GeodesicEquation, from: readonly number[], to: readonly number[]): GeodesicAnswer {
  const [[a], [b]] = [equation.straighten(from), equation.straighten(to)];
  const speed = (u: number): number => Math.sqrt(equation.squaredSpeed([u], [1]));
  const lengthTo = (time: number, tolerance: number): number => {
    const { state, outcome } = integrate(
      (t) => Float64Array.of(Math.abs(b - a) * speed(a + t * time * (b - a))),
      Float64Array.of(0),
      tolerance,
    );
    if (outcome !== 'done')
      throw new UnsupportedError('the arc length does not settle: the metric is singular between the points');
    return state[0] * time;
  };
  const length = lengthTo(1, 1e-13);
  const error = Math.abs(length - lengthTo(1, 1e-11)) + 2 ** -50 * length;
  const start = (Math.sign(b - a) * length) / speed(a);
  return {
    length,
    method: 'quadrature',
    error,
    velocity: [start * equation.charts[0].curve(a)[1]],
    at: (time) => {
      if (time === 0 || time === 1) return [time === 0 ? from[0] : to[0]];
      const { state } = integrate(
        (_, [u]) => Float64Array.of((Math.sign(b - a) * time * length) / speed(u)),
        Float64Array.of(a),
      );
      return equation.coordinates([state[0]]);
    },
    minimality: 'unique',
  };
}

function byEquation(
  space: GeodesicSpace,
  equation: GeodesicEquation,
  from: readonly number[],
  to: readonly number[],
): GeodesicAnswer {
  const [a, b] = [equation.straighten(from), equation.straighten(to)];
  const straight = (x: readonly number[], y: readonly number[], time: number): number[] =>
    x.map((value, i) => (1 - time) * value + time * y[i]);
  const starts = [
    (time: number) => straight(a, b, time),
    (time: number) => equation.straighten(straight(from, to, time)),
  ].flatMap((curve) => evenlyPaced(equation, curve) ?? []);
  const found: { segment: GeodesicSegment; conjugate: boolean }[] = [];
  for (const { curve } of starts.sort((one, other) => one.length - other.length)) {
    const segment = geodesicBetween(equation, curve);
    if (segment !== null) found.push({ segment, conjugate: hasConjugatePoint(equation, segment) });
    if (found.some(({ conjugate }) => !conjugate)) break;
  }
  const [best] = found.sort((one, other) => one.segment.length - other.segment.length);
  if (best === undefined) {
    throw new UnsupportedError(
      'no geodesic between the points was found: perhaps none joins them within the domain, perhaps they are too far apart for the solver; points on the way, one after another, bound the distance from above',
    );
  }
  const { segment, conjugate } = best;
  const miss = missed(equation, a, b, segment);
  return {
    length: segment.length,
    method: 'geodesic equation',
    error: miss === null ? null : segment.error + miss,
    velocity: segment.velocity.map((value, i) => value * equation.charts[i].curve(a[i])[1]),
    at: (time) =>
      equation.coordinates(
        a.map((_, i) =>
          segment.grid.interpolate(
            segment.path.map((u) => u[i]),
            time,
          ),
        ),
      ),
    minimality: conjugate ? 'conjugate' : space.coordinates.length === 1 ? 'unique' : 'locally shortest',
  };
}

/**
 * By how much the initial value problem misses the second end, as a length there: shooting as a second opinion. `null`
 * where it does not come through, since the equation magnifies rounding too much.
 */
function missed(
  equation: GeodesicEquation,
  a: readonly number[],
  b: readonly number[],
  segment: GeodesicSegment,
): number | null {
  const { state, outcome } = finestExponentialMap(equation, a, segment.velocity);
  if (outcome !== 'done') return null;
  const miss = b.map((value, i) => state[i] - value);
  return Math.sqrt(equation.squaredSpeed(b, miss));
}
