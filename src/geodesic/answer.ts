/** How a length was found. */
export type GeodesicMethod = 'closed form' | 'quadrature' | 'geodesic equation';

/** A geodesic between two points, and the distance that its length is. */
export interface GeodesicAnswer {
  readonly length: number;
  readonly method: GeodesicMethod;
  /** For closed forms: the space that the manifold, or its factors, are. */
  readonly space?: string;
  /** An estimate of the error of the length; `null` where shooting does not confirm it. */
  readonly error: number | null;
  /** The velocity at the first point of the geodesic that reaches the second at time 1, in the coordinates. */
  readonly velocity: readonly number[];
  /** The point at a time between 0 and 1. */
  readonly at: (time: number) => number[];
  /**
   * `unique`: the only geodesic between the points, hence the shortest path. `locally shortest`: no path nearby is shorter;
   * whether another one is remains open. `conjugate`: some path nearby is shorter.
   */
  readonly minimality: 'unique' | 'locally shortest' | 'conjugate';
}

/** A geodesic that starts at a point with a velocity. */
export interface GeodesicRay {
  readonly method: GeodesicMethod;
  readonly space?: string;
  /** The velocity for unit speed; as given where its length is zero, which happens for metrics that are not definite. */
  readonly velocity: readonly number[];
  /** The length of the direction as given; 1 where that is zero. */
  readonly speed: number;
  /** An estimate of the error of the coordinates of the last point. */
  readonly error: number;
  /** The points at the lengths asked for, as far as the geodesic stays in the domain. */
  readonly points: readonly { readonly length: number; readonly values: readonly number[] }[];
  /** The length at which the geodesic leaves the domain, where that is before the last length, and where it does. */
  readonly end?: { readonly length: number; readonly values: readonly number[] };
}
