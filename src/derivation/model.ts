import { parseRational } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { readScalar, type Scalar } from './scalar.ts';
import type { SampleSpace } from './space.ts';

/** A concrete point: the number of an element of a base space, a pair, or the point `[]` of X^0. */
export type PointValue = number | readonly [] | readonly [PointValue, PointValue];

/**
 * A concrete finite model at one value of θ, as plain data that can be stored and evaluated again: how many elements
 * each base space has, how many coordinates θ has, values of free variables, and for each undetermined function the value and the partial derivatives at each argument.
 */
export interface FiniteModel {
  /** Of a single space `X`, or of the member `X[2]` of a family. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The number of coordinates of θ. */
  readonly dimension: number;
  readonly naturals: Readonly<Record<string, number>>;
  readonly points: Readonly<Record<string, PointValue>>;
  /**
   * Function, then arguments as in `2;0` or `[0,1]`, then coordinates of the derivative as in ``, `0`, `0,1`. What it is
   * at another value of θ, numbered 1, 2, ..., has this number after its name, as in `p@1`.
   */
  readonly functions: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** The coordinate of θ, from 0, that a map numbers by its arguments. */
  readonly coordinates?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Functions of real arguments: Σ_k (Σ_i c_ki u_i)^k / k!, by name, parameters, power k and the point i as in `[0]`. The
   * power 0 has the constant, with the key ``.
   */
  readonly polynomials?: Readonly<Record<string, Readonly<Record<string, Polynomial>>>>;
}

/** The coefficients of a function of real arguments; see {@link FiniteModel}. */
export type Polynomial = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The highest power in a function of real arguments. */
export const highestPower = 4;

/** What evaluation asks of a model. */
export interface ModelSource {
  /** How many points a base space has; `index` is its number in a family. */
  size(space: string, index: number | null): number;
  /** The number of coordinates of θ, numbered from 0. */
  readonly dimension: number;
  natural(name: string): number;
  point(name: string, space: SampleSpace): PointValue;
  /** The same model at another value of θ; 0 is the one that it has been at first. */
  at(parameter: number): ModelSource;
  /** The partial derivative along the given coordinates, sorted; the value for none. */
  derivative(name: string, values: readonly PointValue[], coordinates: readonly number[]): Scalar;
  /** The coordinate of θ, from 0, that the map numbers by these arguments. */
  coordinate(map: string, values: readonly PointValue[]): number;
  /** The coefficient of argument `input` in the power k of a function of real arguments; see {@link FiniteModel}. */
  coefficient(name: string, values: readonly PointValue[], power: number, input: readonly PointValue[] | null): Scalar;
}

/** The key of arguments in {@link FiniteModel}. */
export function argumentsKey(values: readonly PointValue[]): string {
  return values.map((value) => JSON.stringify(value)).join(';');
}

/** The key of a base space in {@link FiniteModel}. */
export function sizeKey(space: string, index: number | null): string {
  return index === null ? space : `${space}[${index}]`;
}

/** The key of a function at a value of θ in {@link FiniteModel}. */
export function functionKey(name: string, parameter: number): string {
  return parameter === 0 ? name : `${name}@${parameter}`;
}

/** A stored model, to be evaluated again. Throws {@link DomainError} where it lacks what is asked. */
export function storedModel(model: FiniteModel, parameter: number = 0): ModelSource {
  const found = <V>(value: V | undefined, what: string): V => {
    if (value === undefined) throw new DomainError(`the model says nothing about ${what}`);
    return value;
  };
  return {
    size: (space, index) => found(model.sizes[sizeKey(space, index)], `the size of ${sizeKey(space, index)}`),
    dimension: model.dimension,
    at: (other) => storedModel(model, other),
    natural: (name) => found(model.naturals[name], `the number ${name}`),
    point: (name) => found(model.points[name], `the point ${name}`),
    derivative: (name, values, coordinates) => {
      const [symbol, key] = [functionKey(name, parameter), argumentsKey(values)];
      const text = model.functions[symbol]?.[key]?.[coordinates.join(',')];
      return readScalar(found(text, `${symbol}(${key}), derivative [${coordinates.join(',')}]`));
    },
    coordinate: (map, values) => {
      const key = argumentsKey(values);
      return found(model.coordinates?.[map]?.[key], `the coordinate ${map}(${key})`);
    },
    coefficient: (name, values, power, input) => {
      const [key, place] = [argumentsKey(values), input === null ? '' : JSON.stringify(input)];
      const text = model.polynomials?.[name]?.[key]?.[`${power}`]?.[place];
      return parseRational(found(text, `${name}(${key}), coefficient ${place} of power ${power}`));
    },
  };
}
