import { InputError } from '../errors.ts';
import { combine, type Vector } from './euclidean.ts';
import type { MovingMetric } from './moving-metric.ts';
import { refuseOverflow } from './overflow.ts';

/** The length of a path of parameters. */
export interface PathLength {
  readonly length: number;
  /** The length of each straight piece. */
  readonly pieces: readonly number[];
  /** The difference to a coarser quadrature, added up over the pieces. */
  readonly error: number;
}

/** Nodes and weights of Gauss-Legendre quadrature on [0, 1] with three points, exact up to degree five. */
const nodes = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)] as const;
const weights = [5 / 18, 8 / 18, 5 / 18] as const;

/** A piece is halved at most this often. */
const deepest = 20;

/**
 * The length, integral of |theta'|, of the path of straight pieces in parameters through the given points, such as those of a
 * training run. Each piece is halved until halving changes its length by at most `tolerance` of it. Straight pieces depend on the
 * parametrisation; the limit of a path of many points does not.
 *
 * @throws InputError unless there are two points or more, of the right size.
 * @throws DomainError where lengths are not finite.
 */
export async function pathLength(
  metric: MovingMetric,
  points: readonly Vector[],
  tolerance = 1e-9,
): Promise<PathLength> {
  if (points.length < 2) throw new InputError(`A path has two points or more; got ${points.length}.`);
  points.forEach(({ length }, i) => {
    if (length !== metric.parameters)
      throw new InputError(`Point ${i} of the path has ${length} numbers, expected ${metric.parameters}.`);
  });
  const pieces: number[] = [];
  let error = 0;
  for (let i = 1; i < points.length; i += 1) {
    const found = await segment(metric, points[i - 1]!, points[i]!, tolerance);
    pieces.push(found.length);
    error += found.error;
  }
  return { length: pieces.reduce((sum, piece) => sum + piece, 0), pieces, error };
}

async function segment(metric: MovingMetric, from: Vector, to: Vector, tolerance: number) {
  const direction = combine(1, to, -1, from);
  const over = async (start: number, width: number): Promise<number> => {
    let sum = 0;
    for (const [k, node] of nodes.entries()) {
      const theta = combine(1, from, start + width * node, direction);
      sum += width * weights[k]! * Math.sqrt(Math.max(0, await metric.squaredSpeed(theta, direction)));
    }
    return sum;
  };
  const refined = async (
    start: number,
    width: number,
    coarse: number,
    goal: number,
    depth: number,
  ): Promise<{ readonly length: number; readonly error: number }> => {
    const half = width / 2;
    const [left, right] = [await over(start, half), await over(start + half, half)];
    const error = Math.abs(left + right - coarse);
    if (error <= goal || depth >= deepest) return { length: left + right, error };
    const [first, second] = [
      await refined(start, half, left, goal / 2, depth + 1),
      await refined(start + half, half, right, goal / 2, depth + 1),
    ];
    return { length: first.length + second.length, error: first.error + second.error };
  };
  const whole = await over(0, 1);
  refuseOverflow(whole, 'a piece of the path has length');
  return refined(0, 1, whole, tolerance * whole, 0);
}
