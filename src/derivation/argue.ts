import { type Assumption, normalisationOf } from './assumption.ts';
import { type CallableDefinition, type CallableFunction, type CallableRealFunction, parameterOf } from './callable.ts';
import type { Instance, Justification } from './justification.ts';
import type { Chain, Induction, Step, Theorem } from './kernel.ts';
import { asVariable, type Natural, variableNatural } from './natural.ts';
import type { PointVariable, SamplePoint } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { type Parameter, type Term, type UndeterminedFunction, variableArgument } from './term.ts';
import { asTerm, equation, inequality, type TermLike } from './write.ts';

/** Declares what a derivation may rest on; a theorem lists what it used. */
export const assume = {
  /** f > 0 for all arguments and θ. */
  positive: (f: CallableFunction | CallableRealFunction): Assumption => ({ kind: 'positive', function: f.symbol }),

  /** f >= 0 for all arguments and θ. */
  nonnegative: (f: CallableFunction | CallableRealFunction): Assumption => ({
    kind: 'nonnegative',
    function: f.symbol,
  }),

  /** f does not depend on θ. */
  constant: (f: CallableFunction): Assumption => ({ kind: 'constant', function: f.symbol }),

  /** f ≠ 0 for all arguments and θ. */
  nonzero: (f: CallableFunction | CallableRealFunction): Assumption => ({ kind: 'nonzero', function: f.symbol }),

  /** All partial derivatives of f up to this order, in θ or in its real arguments, exist and are continuous. */
  differentiable: (f: CallableFunction | CallableRealFunction, order: number = 1): Assumption => ({
    kind: 'differentiable',
    function: f.symbol,
    order,
  }),

  /** The term is absolutely integrable over the variables, together and each for all values of the others. */
  integrable: (of: Term, ...over: PointVariable[]): Assumption => ({ kind: 'integrable', over, of, order: 0 }),

  /**
   * The term is integrable over the variables and may be differentiated so many times under the integral sign; the
   * derivatives are integrable. It suffices that integrable functions free of θ dominate them.
   */
  exchange: (of: Term, order: number, ...over: PointVariable[]): Assumption => ({
    kind: 'integrable',
    over,
    of,
    order,
  }),

  /** Σ_x f(..., x) = 1: the values of f over the space of its last argument sum to one. */
  normalised: (f: CallableFunction): Assumption => ({
    kind: 'equation',
    name: `normalisation of ${f.symbol.name}`,
    claim: normalisationOf(f.symbol),
  }),

  /** An equation, for all values of its free variables and all θ. */
  equation: (name: string, left: TermLike, right: TermLike): Assumption => ({
    kind: 'equation',
    name,
    claim: equation(left, right),
  }),

  /** An inequality, for all values of its free variables and all θ. */
  inequality: (name: string, left: TermLike, right: TermLike): Assumption => ({
    kind: 'equation',
    name,
    claim: inequality(left, right),
  }),
};

function law(name: Extract<Justification, { kind: 'law' }>['law']): Justification<Theorem> {
  return { kind: 'law', law: name };
}

/** How a theorem is applied: see {@link by.theorem}. */
export interface Application extends Omit<Instance, 'functions'> {
  /** What to put for undetermined functions: `[p, (x) => ...]`, a term in the arguments of p. */
  readonly functions?: readonly (readonly [CallableFunction, (...values: never[]) => Term])[];
  /** Theorems by which the equations that the theorem assumes hold here. */
  readonly discharging?: readonly Theorem[];
}

/** Why a step is right. Field algebra and the renaming of bound variables need not be cited. */
export const by = {
  /** Nothing but field algebra and the renaming of bound variables. */
  algebra: { kind: 'algebra' } as Justification<Theorem>,
  /** Derivatives of sums, products, quotients and constants. */
  differentiation: law('differentiation'),
  /** ∂ log u = ∂u / u, for positive u. */
  logarithmicDerivative: law('logarithmicDerivative'),
  /** u^r u^s = u^(r + s), (u v)^r = u^r v^r, log u^r = r log u, ∂ u^r = u^r (r ∂u/u + log u ∂r), for positive u and v. */
  powers: law('powers'),
  /** ∂ σ(u) = σ'(u) ∂u, and ∂ F((u_i)_i) = Σ_i F_{,i}((u_i)_i) ∂u_i. */
  chainRule: law('chainRule'),
  /** log(u v) = log u + log v and log(u / v) = log u - log v, for positive u and v. */
  logarithmOfProduct: law('logarithmOfProduct'),
  /** Derivatives in either order, of what is twice continuously differentiable. */
  symmetryOfDerivatives: law('symmetryOfDerivatives'),
  /** The derivative of a sum is the sum of the derivatives; for an integral this must have been assumed. */
  derivativeOfSum: law('derivativeOfSum'),
  /** The value of a sum at θ0 is the sum of the values, and so for all but derivatives; of a constant it is itself. */
  evaluation: law('evaluation'),
  /** A sum of sums, and factors that do not depend on its variable. */
  linearity: law('linearity'),
  /** A sum over x of δ(x, y) u(x) is u(y). */
  delta: law('delta'),
  /** Two sums change places. */
  interchange: law('interchange'),
  /** Finite sums and their factors are moved as in index notation; contains linearity and interchange. */
  rearrangement: law('rearrangement'),
  /** A sum over pairs is a double sum. */
  sumOverPairs: law('sumOverPairs'),
  /** The last term of a sum or product over 1, ..., n + 1 is split off; that over nothing is 0 or 1. */
  lastTerm: law('lastTerm'),
  /** In the step of an induction, the claim for n. */
  inductionHypothesis: { kind: 'inductionHypothesis' } as Justification<Theorem>,

  /** The step holds for 0 and n + 1 in the place of n; for pairs in the place of a point of a product; at any new θ0. */
  cases: (on: Natural | PointVariable): Justification<Theorem> => ({ kind: 'cases', on: parameterOf(on) }),

  /** In a step with <=: right less left is this, a sum of squares, of positive terms, of gaps u - 1 - log u. */
  difference: (of: TermLike): Justification<Theorem> => ({ kind: 'difference', term: asTerm(of) }),

  /** What a defined function means. */
  definition: (f: CallableDefinition): Justification<Theorem> => ({ kind: 'definition', definition: f.definition }),

  /** An equation that the derivation has declared. */
  assumption: (assumption: Assumption): Justification<Theorem> => ({ kind: 'assumption', assumption }),

  /** Σ_x f(x) = 1, as declared. */
  normalisation: (f: CallableFunction): Justification<Theorem> => by.assumption(assume.normalised(f)),

  /**
   * An earlier theorem. Its variables take the values that make it fit unless `naturals`, `points` say
   * which; `functions` and `spaces` say what takes the place of its undetermined functions and spaces.
   */
  theorem: (theorem: Theorem, application: Application = {}): Justification<Theorem> => {
    const { functions = [], discharging = [], spaces = {}, ...rest } = application;
    const replaced = functions.map(([f, body]) => ({ replace: f.symbol, by: abstraction(f.symbol, spaces, body) }));
    return { kind: 'theorem', theorem, instance: { ...rest, spaces, functions: replaced }, discharging };
  },
};

function abstraction(
  symbol: UndeterminedFunction,
  spaces: NonNullable<Instance['spaces']>,
  body: (...values: never[]) => Term,
): { readonly parameters: readonly Parameter[]; readonly body: Term } {
  // Own names for the parameters, so that they are not taken for variables of the derivation.
  const own = (name: string): string => `${name}_of_${symbol.name}`;
  const naturals = new Map(symbol.parameters.map(({ name }) => [name, variableNatural(own(name))]));
  const change = { spaces: new Map(Object.entries(spaces)), naturals };
  const parameters = symbol.parameters.map((parameter): Parameter => {
    if (parameter.sort !== 'point') return { ...parameter, name: own(parameter.name) };
    return { ...parameter, name: own(parameter.name), space: substituteInSpace(parameter.space, change) };
  });
  const values: (SamplePoint | Natural)[] = parameters.map((parameter) => variableArgument(parameter).value);
  return { parameters, body: body(...(values as never[])) };
}

/** The start of a chain of equalities and inequalities. */
export function start(from: TermLike): ChainWriter {
  return chainWriter(asTerm(from), []);
}

/** A chain to which steps can be added. */
export interface ChainWriter extends Chain {
  /** The same chain with one step more: equal to `to`, by these justifications. */
  equals(to: TermLike, ...reasons: Justification<Theorem>[]): ChainWriter;
  /** The same chain with one step more: at most `to`, by these justifications. */
  atMost(to: TermLike, ...reasons: Justification<Theorem>[]): ChainWriter;
}

function chainWriter(from: Term, steps: readonly Step[]): ChainWriter {
  return {
    kind: 'chain',
    from,
    steps,
    equals: (to, ...reasons) => chainWriter(from, [...steps, { to: asTerm(to), by: reasons }]),
    atMost: (to, ...reasons) =>
      chainWriter(from, [...steps, { to: asTerm(to), by: reasons, relation: 'atMost' as const }]),
  };
}

/** Induction over a natural variable: the claim for 0, and the claim for n + 1 by the claim for n. */
export function induction(on: Natural, base: Chain, step: Chain): Induction {
  return { kind: 'induction', on: asVariable(on) ?? '', base, step };
}
