import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { parseRational, type Rational, rational, rationals } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import type { Assumption } from './assumption.ts';
import { admissible, type Demands, demandsOn } from './demands.ts';
import { pointsOfConcrete } from './environment.ts';
import { type CoordinateNumbers, ExplicitEquations } from './explicit-equations.ts';
import { ImplicitEquations } from './implicit-equations.ts';
import type { Inventory } from './inventory.ts';
import { argumentsKey, type FiniteModel, functionKey, type ModelSource, type PointValue, sizeKey } from './model.ts';
import { type Natural, numberNatural } from './natural.ts';
import { printScalar, type Scalar, storedScalar } from './scalar.ts';
import type { SampleSpace } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import type { UndeterminedFunction } from './term.ts';

/** How large a model is to be. */
export interface ModelShape {
  /** How many points a space has; in a random model members of a family may have fewer. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly naturals: Readonly<Record<string, number>>;
  /** The dimension of θ; free coordinates are spread over it. */
  readonly coordinates: number;
}

/** A model that can be written down after it has been used. */
export interface InventedModel extends ModelSource, CoordinateNumbers {
  /** What has been asked of the model so far, as plain data. */
  toData(): FiniteModel;
}

/**
 * A model of the given shape whose functions are as the assumptions demand, up to `equation`s that are neither
 * normalisations nor explicit. Without a seed the simplest: equal probabilities, and θ_c adds to point c what it takes from the last
 * point; with a seed, random small fractions. Function values are polynomials in θ, given by their derivatives at one θ.
 */
export function inventModel(
  inventory: Inventory,
  given: readonly Assumption[],
  shape: ModelShape,
  seed: number | null,
): InventedModel {
  return new Invention(inventory, given, shape, seed);
}

/** With larger seeds, where other models were in vain, slopes are small: bounds such as |σ'| <= 1 are assumed of them. */
const firstFlat = 2400;

class Invention implements InventedModel {
  private readonly shape: ModelShape;
  private readonly demands: ReadonlyMap<string, Demands>;
  private readonly directions: number;
  private readonly equations: ExplicitEquations;
  private readonly implicit: ImplicitEquations;
  private readonly numberedMaps: ReadonlySet<string>;
  /** Whether functions of real arguments have small slopes. */
  private readonly isFlat: boolean;
  private readonly draw: ((least: number, most: number) => number) | null;
  private readonly sizes: Record<string, number> = {};
  private readonly points: Record<string, PointValue>;
  private readonly rows = new Map<string, readonly Rational[]>();
  private readonly polynomials: Record<string, Record<string, Record<string, Record<string, string>>>> = {};
  private readonly coordinates: Record<string, Record<string, number>> = {};
  private readonly asked: Record<string, Record<string, Record<string, string>>> = {};

  constructor(inventory: Inventory, given: readonly Assumption[], shape: ModelShape, seed: number | null) {
    this.shape = shape;
    this.points = Object.fromEntries(inventory.directions.map((name, place) => [name, place % shape.coordinates]));
    this.demands = new Map(inventory.functions.map((symbol) => [symbol.name, demandsOn(symbol, given)]));
    this.directions = inventory.directions.length;
    this.equations = new ExplicitEquations(given);
    this.implicit = new ImplicitEquations(given);
    this.numberedMaps = this.equations.maps;
    // Its first draws differ for small seeds, unlike those of xoroshiro128+: two free points would always be the same.
    this.isFlat = seed !== null && seed > firstFlat;
    const generator = seed === null ? null : mersenne(seed);
    this.draw = generator === null ? null : (least, most) => uniformInt(generator, least, most);
  }

  /** Members of a family may have fewer points, so that no argument can rest on their being alike. */
  size(space: string, index: number | null): number {
    const size = this.shape.sizes[space] ?? 1;
    const key = sizeKey(space, index);
    this.sizes[key] ??= this.draw === null || index === null ? size : this.draw(1, size);
    return this.sizes[key];
  }

  get dimension(): number {
    return this.shape.coordinates;
  }

  natural(name: string): number {
    return this.shape.naturals[name] ?? 0;
  }

  point(name: string, space: SampleSpace): PointValue {
    const all = pointsOfConcrete(space, this);
    this.points[name] ??= all[this.draw === null ? 0 : this.draw(0, all.length - 1)];
    return this.points[name];
  }

  derivative(name: string, values: readonly PointValue[], coordinates: readonly number[]): Scalar {
    return this.derivativeAt(0, name, values, coordinates);
  }

  /** The model where θ is another one: only functions differ, and independently, since they are arbitrary in between. */
  at(parameter: number): ModelSource & CoordinateNumbers {
    if (parameter === 0) return this;
    return {
      dimension: this.dimension,
      at: (other) => this.at(other),
      size: (space, index) => this.size(space, index),
      natural: (name) => this.natural(name),
      point: (name, space) => this.point(name, space),
      derivative: (name, values, coordinates) => this.derivativeAt(parameter, name, values, coordinates),
      coordinate: (map, values) => this.coordinate(map, values),
      argumentsOf: (map, coordinate) => this.argumentsOf(map, coordinate),
      coefficient: (name, values, power, input) => this.coefficient(name, values, power, input),
    };
  }

  private derivativeAt(
    parameter: number,
    name: string,
    values: readonly PointValue[],
    coordinates: readonly number[],
  ): Scalar {
    const model = this.at(parameter);
    const free = (some: readonly PointValue[], along: readonly number[]): Scalar =>
      this.freeDerivative(parameter, name, some, along);
    const told =
      this.equations.derivative(name, values, coordinates, model) ??
      this.implicit.derivative(name, values, coordinates, { model, parameter, free });
    const demands = { ...this.demands.get(name)!, ...(this.implicit.normalises(name) ? { isNormalised: false } : {}) };
    const value = told === null ? free(values, coordinates) : admissible(told, demands, coordinates.length);
    return this.note(functionKey(name, parameter), values, coordinates, value);
  }

  /** The derivative of a function of which no equation says anything. */
  private freeDerivative(
    parameter: number,
    name: string,
    values: readonly PointValue[],
    coordinates: readonly number[],
  ): Rational {
    const demands = this.demands.get(name)!;
    const symbol = functionKey(name, parameter);
    const { row, place, prefix } = this.rowOf(demands.symbol, values);
    const order = coordinates.join(',');
    const key = `${demands.isConstant ? name : symbol}|${argumentsKey(prefix)}|${order}`;
    const entries = this.rows.get(key) ?? this.invent(demands, row, coordinates);
    this.rows.set(key, entries);
    return entries[place];
  }

  private note(symbol: string, values: readonly PointValue[], coordinates: readonly number[], value: Scalar): Scalar {
    this.asked[symbol] ??= {};
    this.asked[symbol][argumentsKey(values)] ??= {};
    // Asked again with visible rounding it may differ a little: the model is as it was at first.
    this.asked[symbol][argumentsKey(values)][coordinates.join(',')] ??= storedScalar(value);
    return value;
  }

  coordinate(map: string, values: readonly PointValue[]): number {
    this.coordinates[map] ??= {};
    const known = this.coordinates[map];
    const key = argumentsKey(values);
    if (this.numberedMaps.has(map)) known[key] ??= this.nextCoordinate();
    known[key] ??= this.draw === null ? Object.keys(known).length % this.dimension : this.draw(0, this.dimension - 1);
    return known[key];
  }

  /** A coordinate of its own for every weight, say, that no free variable has. */
  private nextCoordinate(): number {
    const numbered = [...this.numberedMaps].map((map) => Object.keys(this.coordinates[map] ?? {}).length);
    const taken = numbered.reduce((sum, count) => sum + count, this.directions);
    if (taken < this.dimension) return taken;
    throw new DomainError('the model has too few coordinates for what is numbered by them');
  }

  argumentsOf(map: string, coordinate: number): readonly PointValue[] | null {
    const found = Object.entries(this.coordinates[map] ?? {}).find(([, number]) => number === coordinate);
    if (found === undefined) return null;
    const values = found[0] === '' ? [] : found[0].split(';');
    return values.map((value) => JSON.parse(value) as PointValue);
  }

  /** Where the function must not be zero its powers are even and its constant is positive. */
  coefficient(
    name: string,
    values: readonly PointValue[],
    power: number,
    input: readonly PointValue[] | null,
  ): Rational {
    const { isPositive, isNonzero, isNonnegative } = this.demands.get(name)!;
    const [key, place] = [argumentsKey(values), input === null ? '' : JSON.stringify(input)];
    const signed = isPositive || isNonzero || isNonnegative;
    this.polynomials[name] ??= {};
    this.polynomials[name][key] ??= {};
    this.polynomials[name][key][`${power}`] ??= {};
    const known = this.polynomials[name][key][`${power}`];
    known[place] ??= printScalar(this.inventCoefficient(signed, power));
    return parseRational(known[place]);
  }

  private inventCoefficient(signed: boolean, power: number): Rational {
    if (signed && power % 2 === 1) return rationals.zero;
    if (this.draw === null) return power < 3 ? rationals.one : rationals.zero;
    const numerator = this.draw(signed && power === 0 ? 1 : -2, 2);
    const scale = this.isFlat ? (power === 0 ? 4 : 64) : 1;
    return rational(numerator, this.draw(1, 2) * scale);
  }

  toData(): FiniteModel {
    const { naturals } = this.shape;
    const { sizes, dimension, points, asked, polynomials, coordinates } = this;
    const real = {
      ...(Object.keys(coordinates).length === 0 ? {} : { coordinates }),
      ...(Object.keys(polynomials).length === 0 ? {} : { polynomials }),
    };
    return structuredClone(sorted({ sizes, dimension, naturals, points, functions: asked, ...real }));
  }

  /** How many points the last argument ranges over, which one it is, and the arguments before it. */
  private rowOf(
    symbol: UndeterminedFunction,
    values: readonly PointValue[],
  ): { readonly row: number; readonly place: number; readonly prefix: readonly PointValue[] } {
    const last = symbol.parameters[symbol.parameters.length - 1];
    if (last?.sort !== 'point') return { row: 1, place: 0, prefix: values };
    const naturals = new Map<string, Natural>();
    symbol.parameters.forEach(({ sort, name }, place) => {
      if (sort === 'natural') naturals.set(name, numberNatural(values[place] as number));
    });
    const all = pointsOfConcrete(substituteInSpace(last.space, { naturals }), this);
    const wanted = JSON.stringify(values[values.length - 1]);
    const place = all.findIndex((point) => JSON.stringify(point) === wanted);
    return { row: all.length, place, prefix: values.slice(0, -1) };
  }

  private invent(demands: Demands, row: number, coordinates: readonly number[]): readonly Rational[] {
    const places = Array.from({ length: row }, (_, place) => place);
    if (coordinates.length === 0) return this.inventValues(demands, places);
    const slopes = places.map((place) => {
      if (demands.isConstant) return rationals.zero;
      if (this.draw !== null) return rational(this.draw(-3, 3), this.draw(1, 2));
      return coordinates.length === 1 && coordinates[0] === place ? rationals.one : rationals.zero;
    });
    return demands.isNormalised ? balanced(slopes, rationals.zero) : slopes;
  }

  private inventValues(demands: Demands, places: readonly number[]): readonly Rational[] {
    const { draw } = this;
    const hasSign = demands.isPositive || demands.isNonnegative;
    if (demands.isNormalised && (hasSign || draw === null)) {
      const weights = places.map(() => rational(draw === null ? 1 : draw(1, 6)));
      const total = rationals.sum(weights);
      return weights.map((weight) => rationals.divide(weight, total));
    }
    const values = places.map(() => {
      if (draw === null) return rationals.one;
      const size = rational(draw(demands.isPositive || demands.isNonzero ? 1 : 0, 6), draw(1, 3));
      return hasSign || draw(0, 1) === 0 ? size : rationals.negate(size);
    });
    return demands.isNormalised ? balanced(values, rationals.one) : values;
  }
}

/** The record with its names in order, and so for the records in it. */
function sorted<R extends object>(record: R): R {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const isRecord = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(entries.map(([name, value]) => [name, isRecord(value) ? sorted(value) : value])) as R;
}

/** The list with its last entry changed so that the sum is `total`. */
function balanced(entries: readonly Rational[], total: Rational): readonly Rational[] {
  const others = entries.slice(0, -1);
  return [...others, rationals.subtract(total, rationals.sum(others))];
}
