import type { Integer, Rational } from '../algebra/index.ts';
import type { Expression } from '../calculus/index.ts';
import type { Pivot } from './pivot.ts';

/** Where a single coordinate or constant lives: the real line, (0, inf), (0, 1), or 1, 2, 3, ... */
export type Domain = 'real' | 'positive' | 'unit' | 'natural';

/** A coordinate of the manifold: a parameter of the family with respect to which one differentiates. */
export interface Coordinate {
  readonly name: string;
  readonly domain: Domain;
  /** It is an angle: values that differ by 2 pi name the same member. */
  readonly angle?: true;
}

/** A constant of the family: a size that is fixed while the coordinates vary; symbolic where it has no value. */
export interface Constant {
  readonly name: string;
  readonly domain: Domain;
  readonly value?: Rational;
  /** A lower bound that the constant exceeds, where it is symbolic: 0 for positive ones unless given. */
  readonly above?: Rational;
}

/**
 * The sample space with its base measure. `finite`: a list of states, each the values of the sample variables, with
 * positive integer weights (1 unless given). With Lebesgue measure: `line`, the real line; `half-line`, (0, inf);
 * `interval`, the numbers strictly between two bounds; `circle`, the angles from 0 to 2 pi; `simplex`, positive numbers
 * that sum to one, measured by all but the last; `cut-line`, the real line cut at a point where densities are not smooth,
 * the second variable being the sign of x less the cut; `sphere`, unit vectors with the surface measure. With counting measure: `counts`, `first`, `first` + 1, ...; `integers`,
 * all of them. `positive-definite`: symmetric matrices by their entries on and above the diagonal, row by row. `product`:
 * the variables of its factors in order. `symbolic`: a set that depends on a constant without a value.
 * `macroscopic`: collective variables of a system that is known by its potential, without any density.
 */
export type SampleSpace =
  | {
      readonly kind: 'finite';
      readonly variables: readonly string[];
      readonly states: readonly (readonly Rational[])[];
      readonly weights?: readonly Integer[];
    }
  | { readonly kind: 'line' | 'half-line' | 'circle' | 'integers'; readonly variables: readonly [string] }
  | {
      readonly kind: 'interval';
      readonly variables: readonly [string];
      /** Expressions in pi and the coordinates; `null` for no bound. */
      readonly low: Expression | null;
      readonly high: Expression | null;
    }
  | { readonly kind: 'product'; readonly variables: readonly string[]; readonly factors: readonly SampleSpace[] }
  | {
      readonly kind: 'cut-line';
      readonly variables: readonly [sample: string, sign: string];
      /** In coordinates. */
      readonly cut: Expression;
    }
  | { readonly kind: 'simplex'; readonly variables: readonly string[] }
  | { readonly kind: 'counts'; readonly variables: readonly [string]; readonly first: number }
  | { readonly kind: 'sphere'; readonly variables: readonly string[] }
  | { readonly kind: 'positive-definite'; readonly variables: readonly string[]; readonly size: number }
  | { readonly kind: 'symbolic' | 'macroscopic'; readonly variables: readonly string[]; readonly description: string };

/** A parametric family of probability distributions as data. It contains no geometry: that is derived from it. */
export interface Family {
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  readonly coordinates: readonly Coordinate[];
  readonly constants: readonly Constant[];
  /** Expressions that are positive inside the domain, beyond what the domain of each coordinate says. */
  readonly conditions: readonly Expression[];
  readonly sampleSpace: SampleSpace;
  /** The logarithm of the density with respect to the base measure, in sample variables, coordinates and constants. */
  readonly logDensity: Expression;
  /** The density integrates to one as it stands; otherwise it is divided by its sum or integral. */
  readonly normalised: boolean;
  /** It is not normalised, but its integral does not depend on the coordinates. */
  readonly constantIntegral?: true;
  /**
   * Sufficient statistics, products of powers of functions of the sample (x^2, log(x)), where the family is a regular
   * exponential family: then moments follow from the score by differentiating under the integral sign.
   */
  readonly statistics?: readonly Expression[];
  /** The sample as a function of a random variable whose distribution is free of the coordinates: gives expectations. */
  readonly pivot?: Pivot;
  /** Why the family is not regular, where it is not: E[score score^T], which counts as its metric, is not -E[Hessian]. */
  readonly nonRegular?: string;
  /** A point inside the domain, where the conditions cut too small a part for random points to find it. */
  readonly interior?: Readonly<Record<string, Rational>>;
  /**
   * Where the sample variables are jointly normal: their mean and covariance in the coordinates, from which follow exact
   * moments at a rational point. The density alone decides what the family is; tests hold the two together.
   */
  readonly gaussian?: {
    readonly mean: readonly Expression[];
    readonly covariance: readonly (readonly Expression[])[];
  };
  /**
   * Where the sample consists of independent samples whose expectations are taken in different ways: the families of
   * these, with names of their own. The density is the product of theirs.
   */
  readonly factors?: readonly Family[];
  /** Of a submanifold of an exponential family: that family, and its coordinates as expressions in these. */
  readonly base?: { readonly family: Family; readonly map: Readonly<Record<string, Expression>> };
  /** Where the sample consists of independent observations: of which family, and how many. */
  readonly observations?: { readonly family: Family; readonly count: Expression };
}
