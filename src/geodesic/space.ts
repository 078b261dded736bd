import { type Rational, rationalToNumber } from '../algebra/index.ts';
import {
  type ClosedForm,
  evaluateExpression,
  isNumberPi,
  type Jet,
  type Jets,
  printExpression,
  realNumbers,
} from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import { type Coordinate, checkPoint, type Family } from '../families/index.ts';
import {
  constantOf,
  type ExactField,
  exactManifold,
  exactModel,
  familyManifolds,
  type GivenMetric,
  givenManifold,
  givenManifolds,
  hasFiniteSampleSpace,
  type Manifold,
} from '../interpret/index.ts';

/** A manifold for curves: its metric in closed form and as jets at any point, and where its domain ends. */
export interface GeodesicSpace {
  readonly coordinates: readonly Coordinate[];
  /** The manifold in closed form; `null` where that would be out of proportion to its use. Errors as of {@link exactModel}. */
  readonly exact: () => (Manifold<ClosedForm> & { readonly field: ExactField }) | null;
  /** Jets of the metric up to so many derivatives, at points inside the domain. */
  readonly at: (derivatives: number) => (values: readonly number[]) => Manifold<Jet> & { readonly field: Jets };
  /** The value of a name in the metric that is no coordinate. Throws {@link DomainError} for a name without one. */
  readonly constant: (name: string) => number;
  /** Which condition on the coordinates, beyond the domain of each, fails at a point; `null` where all hold. */
  readonly failing: (values: readonly number[]) => string | null;
  /** The values of a point in order. Throws {@link InputError} for a point that lacks a coordinate or lies outside. */
  readonly values: (point: Readonly<Record<string, Rational>>) => number[];
}

/** States beyond which the metric of a finite family is not sought in closed form: sums of exponentials grow too long. */
const mostStates = 64;

/** A family as a space. Throws {@link InputError} for a coordinate that does not vary continuously. */
export function familySpace(family: Family): GeodesicSpace {
  const { coordinates, conditions } = family;
  const discrete = coordinates.find(({ domain }) => domain === 'natural');
  if (discrete !== undefined) throw new InputError(`${discrete.name} takes whole values: no curve runs through them`);
  const names = coordinates.map(({ name }) => name);
  const sumsMany =
    hasFiniteSampleSpace(family) &&
    family.statistics === undefined &&
    family.sampleSpace.states.length > Math.max(mostStates, names.length + 1);
  const constant = (name: string): number => constantValue(name, constantOf(family, name));
  return {
    coordinates,
    exact: () => (sumsMany ? null : exactManifold(exactModel(family))),
    at: keptByOrder((derivatives) => familyManifolds(family, derivatives)),
    constant,
    failing: (values) => {
      const meaning = (name: string): number => (names.includes(name) ? values[names.indexOf(name)] : constant(name));
      const failing = conditions.find((condition) => !(evaluateExpression(realNumbers, condition, meaning) > 0));
      return failing === undefined ? null : `${printExpression(failing)} > 0`;
    },
    values: (point) => {
      checkPoint(family, point);
      return names.map((name) => rationalToNumber(point[name]));
    },
  };
}

/** A metric of one's own as a space, whose coordinates are taken to be any real numbers where its entries have values. */
export function metricSpace(metric: GivenMetric): GeodesicSpace {
  const { coordinates } = metric;
  return {
    coordinates: coordinates.map((name) => ({ name, domain: 'real' })),
    exact: () => givenManifold(metric),
    at: keptByOrder((derivatives) => givenManifolds(metric, derivatives)),
    constant: (name) => constantValue(name, metric.constants.find((candidate) => candidate.name === name)?.value),
    failing: () => null,
    values: (point) => {
      const missing = coordinates.filter((name) => !Object.hasOwn(point, name));
      const unknown = Object.keys(point).filter((name) => !coordinates.includes(name));
      if (missing.length + unknown.length === 0) return coordinates.map((name) => rationalToNumber(point[name]));
      const problem = missing.length > 0 ? `no value for ${missing.join(', ')}` : `unknown ${unknown.join(', ')}`;
      throw new InputError(`${problem}: the coordinates of the metric are ${coordinates.join(', ')}`);
    },
  };
}

function constantValue(name: string, value: Rational | undefined): number {
  if (value !== undefined) return rationalToNumber(value);
  if (isNumberPi(name)) return Math.PI;
  throw new DomainError(`${name} has no value`);
}

function keptByOrder<T>(make: (derivatives: number) => T): (derivatives: number) => T {
  const known: T[] = [];
  return (derivatives) => {
    known[derivatives] ??= make(derivatives);
    return known[derivatives];
  };
}

/** The point lies inside the domain, or on its edge as far as single coordinates go. */
export function isInside({ coordinates, failing }: GeodesicSpace, values: readonly number[]): boolean {
  const inDomain = coordinates.every(({ domain }, i) => {
    // The ends themselves count as inside, which values may reach by rounding long before the geodesic does.
    if (domain === 'positive') return values[i] >= 0;
    return domain !== 'unit' || (values[i] >= 0 && values[i] <= 1);
  });
  return inDomain && failing(values) === null;
}
