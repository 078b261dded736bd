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
