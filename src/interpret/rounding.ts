import { integer, type Rational, rational, rationals } from '../algebra/index.ts';
import type { Point } from '../families/index.ts';

/** Half a unit in the last place of a double near 1, as a denominator: 2^53. */
const unit = integer(2n ** 53n);

/** How many nearby points {@link nearbyPoint} tells apart. */
export const nearbyPoints = 3;

/**
 * A point that double precision hardly tells from the given one: each coordinate changed by a few units in its last
 * place, differently in each `trial`. Numbers that change much between such points are rounding, not mathematics.
 */
export function nearbyPoint(point: Point, trial: number): Point {
  return Object.fromEntries(
    Object.entries(point).map(([name, value], index): [string, Rational] => {
      const sign = (index + trial) % 2 === 0 ? 1 : -1;
      const steps = rational(sign * (5 + ((3 * index + 5 * trial) % 7)), unit);
      return [name, rationals.multiply(value, rationals.add(rationals.one, steps))];
    }),
  );
}
