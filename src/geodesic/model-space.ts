/**
 * A space whose geodesics are known in closed form, in the coordinates of a block of a manifold, up to a constant factor
 * which it knows. Every two of its points are joined by exactly one geodesic, which is the shortest path.
 */
export interface ModelSpace {
  /** What it is, such as `hyperbolic plane of curvature -1/2`. */
  readonly description: string;
  distance(from: readonly number[], to: readonly number[]): number;
  /** The velocity at `from` of the geodesic that reaches `to` at time 1. */
  direction(from: readonly number[], to: readonly number[]): number[];
  /** The point of that geodesic at a time between 0 and 1. */
  between(from: readonly number[], to: readonly number[], time: number): number[];
  /** The geodesic that starts with the given velocity, at a time of at least 0; `null` once it has left the space. */
  along(from: readonly number[], velocity: readonly number[], time: number): number[] | null;
}

/** A block of a manifold: which of its coordinates a model space takes, in the order of the space. */
export interface Block {
  readonly places: readonly number[];
  readonly space: ModelSpace;
}

/** The Riemannian product of blocks that share no coordinate and have them all: squared distances add up. */
export function productSpace(blocks: readonly Block[]): ModelSpace {
  const [only] = blocks;
  const dimension = blocks.reduce((sum, { places }) => sum + places.length, 0);
  const part = (point: readonly number[], { places }: Block): number[] => places.map((place) => point[place]);
  const joined = (parts: readonly (readonly number[])[]): number[] => {
    const point = new Array<number>(dimension).fill(0);
    blocks.forEach(({ places }, b) => {
      places.forEach((place, k) => {
        point[place] = parts[b][k];
      });
    });
    return point;
  };
  const described = [...new Set(blocks.map(({ space }) => space.description))].map((text) => {
    const count = blocks.filter(({ space }) => space.description === text).length;
    return count === 1 ? text : `${count} times: ${text}`;
  });
  return {
    description:
      blocks.length === 1 && only !== undefined ? only.space.description : `product of ${described.join('; ')}`,
    distance: (from, to) =>
      Math.hypot(...blocks.map((block) => block.space.distance(part(from, block), part(to, block)))),
    direction: (from, to) => joined(blocks.map((block) => block.space.direction(part(from, block), part(to, block)))),
    between: (from, to, time) =>
      joined(blocks.map((block) => block.space.between(part(from, block), part(to, block), time))),
    along: (from, velocity, time) => {
      const parts = blocks.map((block) => block.space.along(part(from, block), part(velocity, block), time));
      return parts.every((p) => p !== null) ? joined(parts as number[][]) : null;
    },
  };
}
