import { DomainError, InputError } from '../errors.ts';
import { combine, dot, norm, scale, type Vector } from './euclidean.ts';
import { exponentialMap, type FisherGeodesic } from './exponential-map.ts';
import type { MovingMetric } from './moving-metric.ts';
import type { Lasting } from './resumable.ts';

/** How far the way to a point has been followed, plain data. */
export interface LogarithmState {
  /** The share of the straight line whose end is reached. */
  readonly reached: number;
  /** The velocity that reaches it at time 1. */
  readonly velocity: Float64Array;
  readonly shots: number;
  /** How much of the line is tried next. */
  readonly step: number;
}

/** How to look for a geodesic. */
export interface LogarithmOptions extends Lasting<LogarithmState> {
  /** How near the geodesic must come to its goal, over the Euclidean distance of start and goal; 1e-8 unless told. */
  readonly tolerance?: number;
}

/** A geodesic between two points. */
export interface FisherLogarithm {
  /** log_start(goal): the velocity with which the geodesic is at the goal at time 1. */
  readonly velocity: Float64Array;
  /** Its length, the Riemannian norm of the velocity: an upper bound of the distance. */
  readonly length: number;
  /** How far from the goal the geodesic ends, over the distance of start and goal, both Euclidean. */
  readonly residual: number;
  /** Geodesics that were integrated on the way. */
  readonly shots: number;
}

/** As many shots are tried for one goal. */
const mostShots = 30;

/** The goal comes no nearer than by this share of the line at once before the search is given up. */
const leastStep = 2 ** -7;

/**
 * The logarithm map by shooting: the velocity v with exp_start(v) = goal, by Broyden's method [Broyden 1965] from
 * v = goal - start, which is right to first order. Where that does not converge, goals on the straight line are reached one
 * after another. What is found is a geodesic; that no other is shorter is not shown.
 *
 * @throws DomainError where no geodesic is found, with how far one was; and for a singular metric, for which the velocity
 *   would not be determined.
 * @throws InputError if the goal has another number of parameters, or is where the metric starts.
 */
export async function logarithmMap(
  metric: MovingMetric,
  goal: Vector,
  { tolerance = 1e-8, resume, checkpoint, progress }: LogarithmOptions = {},
): Promise<FisherLogarithm> {
  const { parameters, start } = metric;
  if (goal.length !== parameters)
    throw new InputError(`The goal has ${goal.length} parameters, the metric ${parameters}.`);
  const line = combine(1, goal, -1, start);
  if (norm(line) === 0) throw new InputError('Start and goal are the same parameters: their logarithm is 0.');
  const shoot = (velocity: Float64Array): Promise<FisherGeodesic> =>
    exponentialMap(metric, velocity, [1], { tolerance: tolerance / 10 });
  let state: LogarithmState = resume ?? { reached: 0, velocity: new Float64Array(parameters), shots: 0, step: 1 };
  while (state.reached < 1) {
    const share = Math.min(1, state.reached + state.step);
    const guess = state.reached === 0 ? scale(share, line) : scale(share / state.reached, state.velocity);
    const target = combine(1, start, share, line);
    const found = await solve({ shoot, inverse: inverseDifferential(), target, goal: tolerance * norm(line) }, guess);
    const shots = state.shots + found.shots;
    if (!found.velocity && state.step / 2 < leastStep) throw unreached(state.reached);
    state = found.velocity
      ? { reached: share, velocity: found.velocity, shots, step: 2 * state.step }
      : { ...state, shots, step: state.step / 2 };
    checkpoint?.(state);
    progress?.(state.reached);
  }
  const last = await shoot(state.velocity);
  const residual = norm(combine(1, last.points[0]!.theta, -1, goal)) / norm(line);
  return { velocity: state.velocity, length: last.speed, residual, shots: state.shots + 1 };
}

interface Search {
  readonly shoot: (velocity: Float64Array) => Promise<FisherGeodesic>;
  readonly inverse: InverseDifferential;
  readonly target: Float64Array;
  /** How near the end of the geodesic must come. */
  readonly goal: number;
}

/** The velocity that reaches the target, unless the shots stop coming nearer. */
async function solve({ shoot, inverse, target, goal }: Search, guess: Float64Array) {
  let velocity = guess;
  let before: { readonly miss: Float64Array; readonly moved: Float64Array } | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (let shots = 1; shots <= mostShots; shots += 1) {
    const { points, outcome } = await shoot(velocity);
    if (outcome !== 'converged') return { velocity: undefined, shots };
    const miss = combine(1, points[0]!.theta, -1, target);
    const distance = norm(miss);
    if (distance <= goal) return { velocity, shots };
    if (!(distance < 3 * best)) return { velocity: undefined, shots };
    best = Math.min(best, distance);
    if (before) inverse.learn(before.moved, combine(1, miss, -1, before.miss));
    const moved = scale(-1, inverse.apply(miss));
    before = { miss, moved };
    velocity = combine(1, velocity, 1, moved);
  }
  return { velocity: undefined, shots: mostShots };
}

/** An approximation of the inverse of the differential of exp: the identity, corrected by what shots have shown. */
interface InverseDifferential {
  readonly apply: (change: Vector) => Float64Array;
  /** A change of the velocity and the change of the end that it made. */
  readonly learn: (moved: Vector, change: Vector) => void;
}

/** Broyden's update keeps H in the form Id + sum u w^T. */
function inverseDifferential(): InverseDifferential {
  const terms: { readonly u: Float64Array; readonly w: Float64Array }[] = [];
  const apply = (change: Vector): Float64Array =>
    terms.reduce<Float64Array>((sum, { u, w }) => combine(1, sum, dot(w, change), u), Float64Array.from(change));
  const transposed = (vector: Vector): Float64Array =>
    terms.reduce<Float64Array>((sum, { u, w }) => combine(1, sum, dot(u, vector), w), Float64Array.from(vector));
  return {
    apply,
    learn: (moved, change) => {
      const image = apply(change);
      const size = dot(moved, image);
      if (size === 0) return;
      terms.push({ u: scale(1 / size, combine(1, moved, -1, image)), w: transposed(moved) });
    },
  };
}

function unreached(share: number): DomainError {
  return new DomainError(
    `No geodesic to these parameters was found: shooting reaches ${(100 * share).toPrecision(3)} % of the straight line. ` +
      'Beyond, geodesics end, meet again or bend too much. Take nearer parameters, or raise the damping.',
  );
}
