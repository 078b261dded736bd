import { identifier } from './admission.ts';
import {
  type CallableDefinition,
  type CallableFunction,
  type CallableRealFunction,
  callable,
  callableDefinition,
  callableReal,
  natural,
  next,
  type Operand,
  operandSort,
  parameterOf,
} from './callable.ts';
import { type Natural, variableNatural } from './natural.ts';
import {
  coordinates,
  type Direction,
  type Measure,
  measureOf,
  type PointVariable,
  parameterValues,
  type SamplePoint,
  type SampleSpace,
} from './space.ts';
import type { Parameter, Term } from './term.ts';

/** A family of sample spaces X_1, X_2, ...: called with α it is X_α; `first(n)` is X^n = X_1 x ... x X_n. */
export interface SpaceFamily {
  (index: Natural | number): SampleSpace;
  first(length: Natural | number): SampleSpace;
  readonly named: string;
  readonly measure?: Measure;
}

/** Introduces the names of a derivation. A name is a letter, then letters, digits, underscores and primes. */
export const declare = {
  /** The i of a partial derivative ∂_i: a coordinate of θ. Sums may run over it, and functions may depend on it. */
  direction: (name: string): Direction => ({ kind: 'variable', name: identifier(name), space: coordinates }),

  /**
   * Coordinates of θ that are numbered by naturals and points, such as weights: for `w = declare.coordinates('w', [l, i])`
   * `term.derivative(w(l, i), u)` is the partial derivative along w(l, i). Which values depend on it, assumptions say.
   */
  coordinates: (
    name: string,
    parameters: readonly (PointVariable | Natural)[],
  ): ((...operands: Operand[]) => SamplePoint) => {
    const map = { name: identifier(name), parameters: parameters.map(parameterOf) };
    return (...operands) => ({ kind: 'coordinate', map, arguments: operands.map(operandSort) });
  },

  /** A value θ0 of θ, at which `term.at(u, θ0)` evaluates terms; functions may depend on it like on any point. */
  parameter: (name: string): PointVariable => ({ kind: 'variable', name: identifier(name), space: parameterValues }),

  /** A natural number n >= 0. */
  natural: (name: string): Natural => variableNatural(identifier(name)),

  /** A finite, nonempty sample space of undetermined size. */
  space: (name: string): SampleSpace => ({ kind: 'base', name: identifier(name), index: null }),

  /** Sample spaces X_1, X_2, ..., each finite, nonempty and of undetermined size. */
  spaces: (name: string): SpaceFamily => spaceFamily(name, {}),

  /**
   * Any measure space whose measure is sigma-finite and not zero: finite, countable or continuous. A sum over it is the
   * integral, which needs to be shown to exist: see `assume.integrable`.
   */
  measureSpace: (name: string): SampleSpace => ({
    kind: 'base',
    name: identifier(name),
    index: null,
    measure: 'sigmaFinite',
  }),

  /** Measure spaces X_1, X_2, ..., each as {@link declare.measureSpace}; X^n has the product measure. */
  measureSpaces: (name: string): SpaceFamily => spaceFamily(name, { measure: 'sigmaFinite' }),

  /** A point variable x of a space: bound where a sum runs over it, otherwise arbitrary. */
  point: (name: string, space: SampleSpace): PointVariable => ({ kind: 'variable', name: identifier(name), space }),

  /** An undetermined function of one point, x ↦ p(x; θ), or of several variables: `declare.function('W', [l, i, j])`. */
  function: (name: string, of: SampleSpace | readonly (PointVariable | Natural)[]): CallableFunction => {
    const parameters: readonly Parameter[] =
      'kind' in of ? [{ sort: 'point', name: 'x', space: of }] : of.map(parameterOf);
    return callable({ name: identifier(name), parameters });
  },

  /** Undetermined functions f_1, f_2, ...: f(α, x) is f_α(x; θ) for x in X_α. */
  functions: (name: string, spaces: SpaceFamily): CallableFunction =>
    callable({
      name: identifier(name),
      parameters: [
        { sort: 'natural', name: 'α' },
        { sort: 'point', name: 'x', space: spaces(variableNatural('α')) },
      ],
    }),

  /**
   * An undetermined function of one real argument, such as an activation: `sigma(u)`; of as many as a space has points,
   * `declare.realFunction('F', [N])`, or as pairs of points of two spaces; with parameters before them.
   */
  realFunction: (
    name: string,
    inputs: readonly SampleSpace[] = [],
    parameters: readonly (PointVariable | Natural)[] = [],
  ): CallableRealFunction =>
    callableReal({ name: identifier(name), parameters: parameters.map(parameterOf), inputs }, []),

  /** A function defined by a term whose free variables are the parameters: `define('s', [i, x], ...)`. */
  definition: (name: string, parameters: readonly (PointVariable | Natural)[], body: Term): CallableDefinition =>
    callableDefinition({ kind: 'plain', name: identifier(name), parameters: parameters.map(parameterOf), body }),

  /**
   * A function of (n, w) with w in X^n, defined by recursion: its value at 0, and its value at n + 1 and (v, x) from
   * `before`, the value at (n, v).
   */
  recursion: (
    name: string,
    spaces: SpaceFamily,
    zero: Term,
    successor: (before: Term, n: Natural, v: PointVariable, x: PointVariable) => Term,
  ): CallableDefinition =>
    declare.recursionWith(name, spaces, [], {
      zero: () => zero,
      next: (earlier, { n, v, x }) => successor(earlier(), n, v, x),
    }),

  /**
   * The same with further parameters, which `earlier`, the function at (n, v), may be given other values of: whether k of
   * the points of w are heads, say.
   *
   *     is = declare.recursionWith('I', coins, [k], {
   *       zero: (k) => term.cases(k, 1, () => 0),
   *       next: (earlier, { n, x }, k) => add(
   *         multiply(head(next(n), x), term.cases(k, 0, (m) => earlier(m))), multiply(tail(next(n), x), earlier(k))),
   *     })
   */
  recursionWith: (
    name: string,
    spaces: SpaceFamily,
    parameters: readonly (PointVariable | Natural)[],
    clauses: {
      readonly zero: (...parameters: never[]) => Term;
      readonly next: (
        earlier: (...operands: Operand[]) => Term,
        sample: { readonly n: Natural; readonly v: PointVariable; readonly x: PointVariable },
        ...parameters: never[]
      ) => Term;
    },
  ): CallableDefinition => {
    const n = declare.natural('n');
    const sample = { n, v: declare.point('v', spaces.first(n)), x: declare.point('x', spaces(next(n))) };
    const earlier = (...operands: Operand[]): Term => ({ kind: 'recurrence', arguments: operands.map(operandSort) });
    return callableDefinition({
      kind: 'recursive',
      name: identifier(name),
      space: spaces.named,
      ...measureOf(spaces),
      count: 'n',
      previous: 'v',
      last: 'x',
      parameters: parameters.map(parameterOf),
      zero: clauses.zero(...(parameters as never[])),
      successor: clauses.next(earlier, sample, ...(parameters as never[])),
    });
  },

  /**
   * A function of a natural l and further parameters, defined by recursion over l: its value at 0, and its value at
   * l + 1 from `earlier`, the function at l. Parameters may be points of spaces that depend on l, as neurons are:
   *
   *     h = declare.sequence('h', l, (layer) => [declare.point('i', N(layer))], {
   *       zero: (i) => x(i),
   *       next: (earlier, i) => sum(j, multiply(W(l, i, j), earlier(j))),
   *     })
   */
  sequence: (
    name: string,
    count: Natural,
    parametersAt: (count: Natural) => readonly (PointVariable | Natural)[],
    clauses: {
      readonly zero: (...parameters: never[]) => Term;
      readonly next: (earlier: (...operands: Operand[]) => Term, ...parameters: never[]) => Term;
    },
  ): CallableDefinition => {
    const variable = parameterOf(count);
    const earlier = (...operands: Operand[]): Term => ({ kind: 'recurrence', arguments: operands.map(operandSort) });
    return callableDefinition({
      kind: 'sequence',
      name: identifier(name),
      count: variable.name,
      parameters: parametersAt(count).map(parameterOf),
      zero: clauses.zero(...(parametersAt(natural(0)) as never[])),
      successor: clauses.next(earlier, ...(parametersAt(next(count)) as never[])),
    });
  },
};

function spaceFamily(name: string, measure: { readonly measure?: Measure }): SpaceFamily {
  const named = identifier(name);
  const member = (index: Natural | number): SampleSpace => ({
    kind: 'base',
    name: named,
    index: natural(index),
    ...measure,
  });
  const first = (length: Natural | number): SampleSpace => ({
    kind: 'power',
    name: named,
    length: natural(length),
    ...measure,
  });
  return Object.freeze(Object.assign(member, { first, named, ...measure }));
}
