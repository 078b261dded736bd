import type { GeodesicEquation } from './equation.ts';
import { type Integration, integrate } from './extrapolation.ts';

/** Where the geodesic from `u` with the given velocity has come at time 1 (or where it stops): state = position, velocity. */
export function exponentialMap(
  equation: GeodesicEquation,
  u: readonly number[],
  velocity: readonly number[],
  tolerance?: number,
): Integration {
  const n = equation.dimension;
  return integrate(
    (_, state) => {
      const [position, speed] = [Array.from(state.subarray(0, n)), Array.from(state.subarray(n))];
      return Float64Array.of(...speed, ...equation.acceleration(position, speed));
    },
    Float64Array.of(...u, ...velocity),
    tolerance,
  );
}

/** From the finest to the coarsest that is tried. */
const tolerances = [1e-13, 1e-10, 1e-7];

/**
 * The same with the finest tolerance that comes through: near the edge of a domain rounding is larger than the finest
 * one, which says nothing of where the edge is. Where none comes through, that of the last try.
 */
export function finestExponentialMap(
  equation: GeodesicEquation,
  u: readonly number[],
  velocity: readonly number[],
): Integration & { readonly tolerance: number } {
  let last: (Integration & { readonly tolerance: number }) | undefined;
  for (const tolerance of tolerances) {
    const found = { ...exponentialMap(equation, u, velocity, tolerance), tolerance };
    // Two tolerances that stop at one time have met the edge.
    if (found.outcome === 'done' || (last !== undefined && Math.abs(found.time - last.time) < 1e-4)) return found;
    last = found;
  }
  return last as Integration & { readonly tolerance: number };
}
