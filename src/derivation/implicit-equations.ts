import { rationals } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import type { Assumption } from './assumption.ts';
import { pointsIn } from './environment.ts';
import { type Role, rolesOf } from './equation-roles.ts';
import { seriesOf } from './evaluate.ts';
import { type Bindings, boundModel, type CoordinateNumbers, ExplicitEquations, solve } from './explicit-equations.ts';
import { nearestSolution } from './linear-system.ts';
import {
  addQuantities,
  constantQuantity,
  divideQuantities,
  exponentialOfQuantity,
  logOfQuantity,
  type MixedDerivatives,
  rootOfQuantity,
  subtractQuantities,
} from './mixed-derivatives.ts';
import { argumentsKey, type ModelSource, type PointValue } from './model.ts';
import type { Scalar } from './scalar.ts';
import type { PointVariable } from './space.ts';
import type { Argument } from './term.ts';

type Solution = Extract<Role, { kind: 'solution' }>;
type Orthogonal = Extract<Role, { kind: 'orthogonal' }>;

/** A model at a value of θ, in which functions are to satisfy equations. */
export interface Place {
  readonly model: ModelSource & CoordinateNumbers;
  /** The number of the value of θ. */
  readonly parameter: number;
  /** A partial derivative of the function as it would be if no equation said anything of it. */
  readonly free: (values: readonly PointValue[], coordinates: readonly number[]) => Scalar;
}

/** Deeper than this equations define functions by one another without end. */
const deepest = 60;

/** More unknowns are not solved for. */
const mostUnknowns = 12;

/**
 * The equations among assumptions that are no explicit ones, satisfied by the choice of one function in each: u = f(...);
 * f(...) f(...) = u by a root; log f(...) = u by an exponential, normalised together with its normaliser; and equations
 * linear in the values of f, as those of an inverse matrix, by that solution which is nearest to free values of f; orthogonal
 * matrices by Cayley's transform. They
 * hold with all derivatives at θ. Honest up to this: equations that leave a function other freedom are not all explored.
 */
export class ImplicitEquations {
  private readonly roles: ReadonlyMap<string, Role>;
  private readonly known = new Map<string, readonly MixedDerivatives[]>();
  private depth = 0;

  constructor(given: readonly Assumption[]) {
    this.roles = new Map((cachedRoles(given) ?? []).map((role) => [role.symbol.name, role]));
  }

  /** Whether models can be made to satisfy all the implicit equations. */
  static cover(given: readonly Assumption[]): boolean {
    return cachedRoles(given) !== null;
  }

  /** Whether a function is normalised by what the equations say of it. */
  normalises(name: string): boolean {
    const role = this.roles.get(name);
    return role?.kind === 'exponential' && role.over !== null;
  }

  /**
   * What the equations say of a partial derivative of a function, or `null` where they say nothing. Throws
   * {@link DomainError} where they have no solution in this model.
   */
  derivative(name: string, values: readonly PointValue[], along: readonly number[], place: Place): Scalar | null {
    const role = this.roles.get(name);
    if (role === undefined) return null;
    const bindings = solve({ arguments: role.arguments, along: [] }, values, [], place.model);
    if (bindings === null) throw new DomainError(`the equations assumed leave ${name} open in this model`);
    if (++this.depth > deepest) throw new DomainError('the equations assumed define functions by one another');
    try {
      const series = this.series(role, bindings, along, place);
      return series[series.length - 1];
    } finally {
      this.depth--;
    }
  }

  private series(role: Role, bindings: Bindings, along: readonly number[], place: Place): MixedDerivatives {
    if (role.kind === 'solution') return this.solution(role, bindings, along, place);
    if (role.kind === 'orthogonal') return this.orthogonal(role, bindings, along, place);
    const at = (more: Bindings): MixedDerivatives => seriesOf(role.of, boundModel(place.model, more), along);
    if (role.kind === 'value') return at(bindings);
    if (role.kind === 'root') return rootOfQuantity(at(bindings));
    const weight = (more: Bindings): MixedDerivatives => exponentialOfQuantity(at(more));
    const { over } = role;
    if (over === null) return weight(bindings);
    const total = pointsIn(over.space, boundModel(place.model, bindings))
      .map((point) => weight(new Map(bindings).set(over.name, point)))
      .reduce(addQuantities);
    if (role.kind === 'exponential') return divideQuantities(weight(bindings), total);
    return role.kind === 'partition' ? total : logOfQuantity(total);
  }

  /** (1 + K)^-1 (1 - K), which is orthogonal for K = A - A^T with a free matrix A (Cayley). */
  private orthogonal(role: Orthogonal, bindings: Bindings, along: readonly number[], place: Place): MixedDerivatives {
    const [row, column] = valuesOf(role.arguments, bindings);
    const all = pointsIn(role.over.space, place.model);
    const at = (point: PointValue): number => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(point));
    const key = [role.symbol.name, JSON.stringify(column), along.join(','), place.parameter].join('|');
    const free = (a: PointValue, b: PointValue): MixedDerivatives => freeSeries([a, b], along, place);
    const skew = all.map((a) => all.map((b) => subtractQuantities(free(a, b), free(b, a))));
    const unit = (a: number, b: number): MixedDerivatives =>
      constantQuantity(a === b ? rationals.one : rationals.zero, along.length);
    const end = at(column);
    const found =
      this.known.get(key) ??
      nearestSolution(
        skew.map((entries, a) => entries.map((entry, b) => addQuantities(unit(a, b), entry))),
        skew.map((entries, a) => subtractQuantities(unit(a, end), entries[end])),
        all.map(() => constantQuantity(rationals.zero, along.length)),
      );
    this.known.set(key, found);
    return found[at(row)];
  }

  /** The unknowns are found together, once for each value of the other arguments. */
  private solution(role: Solution, bindings: Bindings, along: readonly number[], place: Place): MixedDerivatives {
    const names = role.unknown.map(({ name }) => name);
    const fixed = new Map([...bindings].filter(([name]) => !names.includes(name)));
    const unknowns = tuples(role.unknown, fixed, place.model);
    const key = [role.symbol.name, JSON.stringify([...fixed].sort()), along.join(','), place.parameter].join('|');
    const found = this.known.get(key) ?? solved(role, fixed, unknowns, along, place);
    this.known.set(key, found);
    const wanted = JSON.stringify(names.map((name) => bindings.get(name)));
    return found[unknowns.findIndex((tuple) => JSON.stringify(tuple) === wanted)];
  }
}

/** The functions whose values implicit equations say, and explicit ones where they do so for all arguments. */
export function functionsTold(given: readonly Assumption[]): readonly string[] {
  const explicit = given.flatMap((assumption) => ExplicitEquations.valueIn(assumption) ?? []);
  return [...(cachedRoles(given) ?? []).map(({ symbol }) => symbol.name), ...explicit];
}

/** The coefficient of an unknown is what is left of the equation where it is 1 and all others are 0, less that where it is 0. */
function solved(
  role: Solution,
  fixed: Bindings,
  unknowns: readonly (readonly PointValue[])[],
  along: readonly number[],
  place: Place,
): readonly MixedDerivatives[] {
  if (unknowns.length > mostUnknowns) throw new DomainError('too many unknowns for a model');
  const callAt = (tuple: readonly PointValue[]): readonly PointValue[] => {
    const all = new Map(fixed);
    role.unknown.forEach(({ name }, at) => {
      all.set(name, tuple[at]);
    });
    return valuesOf(role.arguments, all);
  };
  const places = tuples(role.equations, fixed, place.model).map((tuple) => {
    const all = new Map(fixed);
    role.equations.forEach(({ name }, at) => {
      all.set(name, tuple[at]);
    });
    return all;
  });
  if (places.length > unknowns.length) throw new DomainError('an equation assumed has more conditions than unknowns');
  const left = (bindings: Bindings, tuple: readonly PointValue[] | null): MixedDerivatives => {
    const only = tuple === null ? null : argumentsKey(callAt(tuple));
    const probe = (name: string, values: readonly PointValue[], coordinates: readonly number[]): Scalar | null => {
      if (name !== role.symbol.name) return null;
      return argumentsKey(values) === only && coordinates.length === 0 ? rationals.one : rationals.zero;
    };
    return seriesOf(role.left, probed(boundModel(place.model, bindings), probe), along);
  };
  const rows = places.map((bindings) => {
    const rest = left(bindings, null);
    const right = seriesOf(role.right, boundModel(place.model, bindings), along);
    return {
      entries: unknowns.map((tuple) => subtractQuantities(left(bindings, tuple), rest)),
      right: subtractQuantities(right, rest),
    };
  });
  const start = unknowns.map((tuple) => freeSeries(callAt(tuple), along, place));
  return nearestSolution(
    rows.map(({ entries }) => entries),
    rows.map(({ right }) => right),
    start,
  );
}

/** A function as it would be if no equation said anything of it, with its derivatives. */
function freeSeries(values: readonly PointValue[], along: readonly number[], { free }: Place): MixedDerivatives {
  return Array.from({ length: 2 ** along.length }, (_, set) => {
    const coordinates = along.filter((_direction, bit) => (set >> bit) % 2 === 1).sort((a, b) => a - b);
    return free(values, coordinates);
  });
}

/** The model with other values of one function. */
function probed(
  model: ModelSource,
  probe: (name: string, values: readonly PointValue[], coordinates: readonly number[]) => Scalar | null,
): ModelSource {
  return {
    dimension: model.dimension,
    at: (parameter) => model.at(parameter),
    size: (space, index) => model.size(space, index),
    natural: (name) => model.natural(name),
    point: (name, space) => model.point(name, space),
    derivative: (name, values, coordinates) =>
      probe(name, values, coordinates) ?? model.derivative(name, values, coordinates),
    coordinate: (map, values) => model.coordinate(map, values),
    coefficient: (name, values, power, input) => model.coefficient(name, values, power, input),
  };
}

/** All values of variables, whose spaces may depend on what is bound. */
function tuples(
  variables: readonly PointVariable[],
  bindings: Bindings,
  model: ModelSource,
): readonly (readonly PointValue[])[] {
  return variables.reduce<readonly (readonly PointValue[])[]>(
    (all, { space }) => {
      const points = pointsIn(space, boundModel(model, bindings));
      return all.flatMap((tuple) => points.map((point) => [...tuple, point]));
    },
    [[]],
  );
}

/** The values of arguments that are variables. */
function valuesOf(values: readonly Argument[], bindings: Bindings): readonly PointValue[] {
  return values.map(({ value }) => bindings.get('kind' in value ? (value as PointVariable).name : value.variables[0])!);
}

const roles = new WeakMap<readonly Assumption[], readonly Role[] | null>();

function cachedRoles(given: readonly Assumption[]): readonly Role[] | null {
  const known = roles.get(given);
  if (known !== undefined) return known;
  const found = rolesOf(given);
  roles.set(given, found);
  return found;
}
