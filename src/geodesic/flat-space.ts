import type { ModelSpace } from './model-space.ts';
import { quadratic } from './quadratic.ts';

/** Flat space: a metric with constant components, whose geodesics are straight lines. */
export function flatSpace(metric: readonly (readonly number[])[]): ModelSpace {
  const difference = (from: readonly number[], to: readonly number[]): number[] => to.map((x, i) => x - from[i]);
  return {
    description: 'flat space, where geodesics are straight in these coordinates',
    distance: (from, to) => Math.sqrt(quadratic(metric, difference(from, to))),
    direction: difference,
    between: (from, to, time) => from.map((x, i) => (1 - time) * x + time * to[i]),
    along: (from, velocity, time) => from.map((x, i) => x + time * velocity[i]),
  };
}
