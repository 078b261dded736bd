import { integer, type Rational, rational, rationals } from '../algebra/index.ts';
import { FisherRaoError } from '../errors.ts';
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

/** Numbers in any nesting, by index or by name; `null` stands where there is none. */
export type Numbers = number | null | readonly Numbers[] | { readonly [name: string]: Numbers };

/** The numbers of a nesting, in order. */
export function numbersIn(nested: Numbers | undefined): number[] {
  if (nested === null || nested === undefined) return [];
  return typeof nested === 'number' ? [nested] : Object.values(nested).flatMap(numbersIn);
}

/**
 * For each named value, the largest change of a number in it between the point and points that rounding cannot tell from
 * it: an estimate of the rounding error, which condition numbers miss where the error is made before the metric is. Nearby
 * points that have left the domain, or meet a singularity that the point itself does not, say nothing.
 */
export function roundingChanges(
  values: Readonly<Record<string, Numbers | undefined>>,
  point: Point,
  evaluate: (nearby: Point) => Readonly<Record<string, Numbers | undefined>>,
  trials = nearbyPoints,
): Record<string, number> {
  const changes: Record<string, number> = {};
  for (let trial = 0; trial < trials; trial++) {
    const others = evaluatedNearby(evaluate, nearbyPoint(point, trial));
    if (others === null) continue;
    for (const [name, value] of Object.entries(values)) {
      const [here, there] = [numbersIn(value), numbersIn(others[name])];
      if (here.length !== there.length) continue; // it has no value there
      const apart = here.map((number, k) => Math.abs(number - there[k]));
      changes[name] = Math.max(changes[name] ?? 0, ...apart);
    }
  }
  return changes;
}

/** A number below this part of the largest of its quantity may be what cancellation left of zero. */
const residue = 1e-12;

/**
 * The same numbers with 0 for what rounding left of zero: a number that is tiny beside the largest of its quantity and that
 * is mostly noise, as values at nearby points show, each of the same shape.
 */
export function withoutResidues(values: Numbers, nearby: readonly Numbers[]): Numbers {
  const size = Math.max(0, ...numbersIn(values).map(Math.abs));
  const others = nearby.map(numbersIn);
  let place = 0;
  return mapNumbers(values, (value) => {
    const changes = others.map((numbers) => Math.abs(numbers[place] - value));
    place++;
    const isNoise = Math.abs(value) <= residue * size && Math.abs(value) <= 4 * Math.max(0, ...changes);
    return isNoise ? 0 : value;
  });
}

function mapNumbers(nested: Numbers, change: (value: number) => number): Numbers {
  if (nested === null) return null;
  if (typeof nested === 'number') return change(nested);
  if (Array.isArray(nested)) return nested.map((part: Numbers) => mapNumbers(part, change));
  return Object.fromEntries(Object.entries(nested).map(([name, part]) => [name, mapNumbers(part, change)]));
}

function evaluatedNearby<V>(evaluate: (nearby: Point) => V, nearby: Point): V | null {
  try {
    return evaluate(nearby);
  } catch (error) {
    if (error instanceof FisherRaoError) return null;
    throw error;
  }
}
