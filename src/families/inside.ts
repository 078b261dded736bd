import { rational, rationals } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { checkPoint, type Point } from './domain.ts';
import type { Family } from './family.ts';

/** Whether the point lies in the domain of the family. */
export function isInside(family: Family, point: Point): boolean {
  try {
    checkPoint(family, point);
    return true;
  } catch (thrown) {
    if (thrown instanceof InputError) return false;
    throw thrown;
  }
}

/** The halvings after which a point is given up. */
const mostHalvings = 12;

/**
 * The point itself where it lies inside the domain; else, where the family gives a point of its interior, the first that
 * lies inside on the way there by halves. Undefined where there is none.
 */
export function movedInside(family: Family, point: Point): Point | undefined {
  if (isInside(family, point)) return point;
  const { interior } = family;
  if (interior === undefined) return undefined;
  let moved = point;
  for (let step = 0; step < mostHalvings; step++) {
    moved = Object.fromEntries(
      Object.entries(moved).map(([name, value]) => [
        name,
        rationals.multiply(rational(1, 2), rationals.add(value, interior[name])),
      ]),
    );
    if (isInside(family, moved)) return moved;
  }
  return undefined;
}
