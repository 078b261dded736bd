import { InputError } from '../errors.ts';
import type { GeodesicRay } from './answer.ts';
import type { GeodesicRoute } from './between.ts';
import { modelOf } from './between.ts';
import { type GeodesicEquation, geodesicEquation } from './equation.ts';
import { exponentialMap, finestExponentialMap } from './exponential-map.ts';
import type { ModelSpace } from './model-space.ts';
import { type GeodesicSpace, isInside } from './space.ts';

/** What a geodesic from a point is asked for. */
export interface RayQuestion {
  readonly from: readonly number[];
  /** The first velocity. */
  readonly direction: readonly number[];
  /** How far to go: the length of the direction unless given. */
  readonly length?: number | undefined;
  /** Which points to give, as fractions of the length in order. */
  readonly times: readonly number[];
}

/**
 * The geodesic that starts at a point in a direction, by arc length: in closed form where the metric is recognised,
 * otherwise by integration of the geodesic equation. It ends where it leaves the domain.
 *
 * Where the metric is not definite, lengths are proper lengths (roots of |g(v, v)|); along a direction of length zero they
 * are values of the affine parameter that belongs to the direction as given. Throws {@link InputError} for the zero
 * direction, {@link DomainError} where the metric is singular at the point.
 */
export function geodesicFrom(
  space: GeodesicSpace,
  { from, direction, length, times }: RayQuestion,
  route: GeodesicRoute = 'closed-form',
): GeodesicRay {
  if (direction.every((value) => value === 0)) throw new InputError('a direction needs a component that is not zero');
  space.at(1)(from).geometry.inverseMetric.at([0, 0]); // says in which directions the metric is singular
  const equation = geodesicEquation(space);
  const u = equation.straighten(from);
  const inCharts = direction.map((value, i) => value / equation.charts[i].curve(u[i])[1]);
  const squared = equation.squaredSpeed(u, inCharts);
  // Below rounding of its terms the length of a direction is zero, which only metrics that are not definite know.
  const terms =
    Math.abs(squared) > 2 ** -45 * direction.length * sizeOfTerms(equation, u, inCharts) ? Math.abs(squared) : 1;
  const speed = Math.sqrt(terms);
  const unit = inCharts.map((value) => value / speed);
  const velocity = direction.map((value) => value / speed);
  const lengths = times.map((time) => time * (length ?? speed));
  const model = route === 'closed-form' ? modelOf(space, [from]) : null;
  const path = model === null ? numeric(equation, u, unit, lengths) : closed(space, model, from, velocity, lengths);
  return { velocity, speed, ...path };
}

/** The size of the terms of which a squared length is the sum. */
function sizeOfTerms(equation: GeodesicEquation, u: readonly number[], v: readonly number[]): number {
  const squares = v.map((_, i) =>
    equation.squaredSpeed(
      u,
      v.map((value, k) => (k === i ? value : 0)),
    ),
  );
  return squares.reduce((sum, square) => sum + Math.abs(square), 0);
}

type Path = Omit<GeodesicRay, 'velocity' | 'speed'>;

function closed(
  space: GeodesicSpace,
  model: ModelSpace,
  from: readonly number[],
  velocity: readonly number[],
  lengths: readonly number[],
): Path {
  const at = (length: number): number[] | null => {
    const values = length === 0 ? [...from] : model.along(from, velocity, length);
    return values !== null && isInside(space, values) ? values : null;
  };
  const points: { length: number; values: number[] }[] = [];
  const told = { method: 'closed form', space: model.description } as const;
  const error = (): number => {
    const last = points.at(-1);
    if (last === undefined) return 0;
    // A start that doubles hardly tell from the given one shows how far rounding reaches.
    const moved = model.along(
      from.map((value) => value * (1 + 2 ** -52)),
      velocity,
      last.length,
    );
    return Math.max(0, ...(moved ?? []).map((value, i) => Math.abs(value - last.values[i])));
  };
  for (const length of lengths) {
    const values = at(length);
    if (values === null)
      return { ...told, error: error(), points, end: lastInside(at, points.at(-1)?.length ?? 0, length) };
    points.push({ length, values });
  }
  return { ...told, error: error(), points };
}

/** Bisection between a length inside and one outside. */
function lastInside(at: (length: number) => number[] | null, inside: number, outside: number) {
  let [low, high] = [inside, outside];
  for (let k = 0; k < 200 && high - low > 2 ** -52 * high; k++) {
    const middle = (low + high) / 2;
    if (at(middle) === null) high = middle;
    else low = middle;
  }
  return { length: low, values: at(low) as number[] };
}

function numeric(
  equation: GeodesicEquation,
  start: readonly number[],
  velocity: readonly number[],
  lengths: readonly number[],
): Path {
  const n = equation.dimension;
  const points: { length: number; values: number[] }[] = [];
  let [u, v, reached] = [start, velocity, 0];
  let error = 0;
  for (const length of lengths) {
    const span = length - reached;
    const first = v.map((value) => value * span);
    const { state, time, outcome, tolerance } = finestExponentialMap(equation, u, first);
    const position = Array.from(state.subarray(0, n));
    const values = equation.coordinates(position);
    if (outcome !== 'done')
      return { method: 'geodesic equation', error, points, end: { length: reached + time * span, values } };
    const rough = exponentialMap(equation, u, first, 1e3 * tolerance).state;
    const around = equation.coordinates(Array.from(rough.subarray(0, n)));
    error += Math.max(...values.map((value, i) => Math.abs(value - around[i])));
    points.push({ length, values });
    if (span > 0) v = Array.from(state.subarray(n), (value) => value / span);
    [u, reached] = [position, length];
  }
  return { method: 'geodesic equation', error, points };
}
