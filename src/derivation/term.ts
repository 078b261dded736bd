import type { Integer } from '../algebra/index.ts';
import { type Natural, variableNatural } from './natural.ts';
import {
  type Argument,
  type Measure,
  measureOf,
  type Parameter,
  type PointVariable,
  type SamplePoint,
  type SampleSpace,
} from './space.ts';

export type { Argument, Parameter };

/**
 * An undetermined real function of its arguments and of the statistical parameter θ, such as the probability
 * p(x; θ). Nothing is known about it but what assumptions declare. Parameters are naturals and points. With `inputs` it
 * is a function of real arguments besides, and depends on θ through them only: an activation σ(u) for no input spaces, a
 * function F((u_i)_i) of as many arguments as the space has points for one, and so on; spaces depend on parameters only.
 */
export interface UndeterminedFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly inputs?: readonly SampleSpace[];
}

/** An undetermined function of real arguments. */
export type RealFunction = UndeterminedFunction & { readonly inputs: readonly SampleSpace[] };

/**
 * A function with a definition. `plain`: the value is `body`, whose only free variables are the parameters.
 * `recursive`: a function of (n, w) with w in X^n, and of further parameters; the value at n = 0 is `zero`; the value at
 * n + 1 and the point (v, x) is `successor`, in which the term `recurrence`, with arguments for the further parameters,
 * stands for the value at (n, v). `sequence`: a function of a
 * natural l and of further parameters, such as the activation h(l, i) of neuron i of layer l; `zero` is its value at
 * l = 0; `successor` that at l + 1, the parameters being of the spaces at l + 1, and in it `recurrence` with arguments
 * stands for the value at l and these arguments.
 */
export type DefinedFunction =
  | { readonly kind: 'plain'; readonly name: string; readonly parameters: readonly Parameter[]; readonly body: Term }
  | {
      readonly kind: 'recursive';
      readonly name: string;
      /** The name X of the space of one observation, and what is known of it. */
      readonly space: string;
      readonly measure?: Measure;
      /** The names that n, v and x have in `successor`. */
      readonly count: string;
      readonly previous: string;
      readonly last: string;
      /** The parameters after w; their spaces do not depend on n. */
      readonly parameters: readonly Parameter[];
      readonly zero: Term;
      readonly successor: Term;
    }
  | {
      readonly kind: 'sequence';
      readonly name: string;
      /** The name that l has in the spaces of parameters and in `successor`. */
      readonly count: string;
      /** The parameters after l; their spaces may depend on l and on natural parameters before them. */
      readonly parameters: readonly Parameter[];
      readonly zero: Term;
      readonly successor: Term;
    };

/**
 * A real number depending on θ and on free variables: plain immutable data. `power` is a real power of a positive number.
 * `derivative` is partial, along a point of
 * the space of coordinates. `at` is the value that the term has where θ is the given one. `sum` runs over a space, `range`
 * over the naturals 1, ..., `to` (none for 0: an empty sum is 0, an empty product 1). `cases` is `zero` where the natural
 * is 0, and `successor` where it is one more than `index`. `delta` is 1 where two points of
 * one finite space are the same, and 0 elsewhere. `compose` is a function of real arguments, or a partial derivative of
 * it, at the arguments `of`, one for each value of `over`. `determinant` is that of the square matrix with the entries
 * `of`, its rows and columns numbered by the points of one finite space. Write terms with {@link term}.
 */
export type Term =
  | { readonly kind: 'rational'; readonly numerator: Integer; readonly denominator: Integer }
  | { readonly kind: 'add'; readonly terms: readonly Term[] }
  | { readonly kind: 'multiply'; readonly factors: readonly Term[] }
  | { readonly kind: 'divide'; readonly numerator: Term; readonly denominator: Term }
  | { readonly kind: 'log'; readonly of: Term }
  | { readonly kind: 'power'; readonly of: Term; readonly exponent: Term }
  | { readonly kind: 'derivative'; readonly along: SamplePoint; readonly of: Term }
  | { readonly kind: 'at'; readonly parameter: SamplePoint; readonly of: Term }
  | { readonly kind: 'sum'; readonly over: PointVariable; readonly of: Term }
  | {
      readonly kind: 'range';
      readonly operation: 'sum' | 'product';
      readonly index: string;
      readonly to: Natural;
      readonly of: Term;
    }
  | {
      readonly kind: 'cases';
      readonly on: Natural;
      readonly zero: Term;
      /** The name that the number before has in `successor`; in `zero` it means nothing. */
      readonly index: string;
      readonly successor: Term;
    }
  | { readonly kind: 'apply'; readonly function: UndeterminedFunction; readonly arguments: readonly Argument[] }
  | { readonly kind: 'defined'; readonly definition: DefinedFunction; readonly arguments: readonly Argument[] }
  | { readonly kind: 'recurrence'; readonly arguments: readonly Argument[] }
  | {
      readonly kind: 'compose';
      readonly function: RealFunction;
      readonly arguments: readonly Argument[];
      /** Of which real arguments partial derivatives are taken: for each derivative a point of every input space. */
      readonly along: readonly (readonly SamplePoint[])[];
      /** The variables of the input spaces in `of`. */
      readonly over: readonly PointVariable[];
      readonly of: Term;
    }
  | { readonly kind: 'delta'; readonly left: SamplePoint; readonly right: SamplePoint }
  | {
      readonly kind: 'determinant';
      readonly rows: PointVariable;
      readonly columns: PointVariable;
      readonly of: Term;
    };

/** The equality of two terms, or that left <= right, claimed for all values of its free variables and all θ. */
export interface Claim {
  readonly left: Term;
  readonly right: Term;
  /** Equality where this is absent. */
  readonly relation?: 'atMost';
}

/** The relation of a claim, to be spread into another one. */
export function relationOf({ relation }: { readonly relation?: 'atMost' }): { readonly relation?: 'atMost' } {
  return relation === undefined ? {} : { relation };
}

/** The name and the space of each argument's place, for a call of a defined function. */
export function parametersOf(definition: DefinedFunction): readonly Parameter[] {
  if (definition.kind === 'plain') return definition.parameters;
  if (definition.kind === 'sequence') return [{ sort: 'natural', name: definition.count }, ...definition.parameters];
  const length = variableNatural(definition.count);
  return [
    { sort: 'natural', name: definition.count },
    {
      sort: 'point',
      name: definition.previous,
      space: { kind: 'power', name: definition.space, length, ...measureOf(definition) },
    },
    ...definition.parameters,
  ];
}

/** The terms that define a function: its body, or the two clauses of a recursion. */
export function bodiesOf(definition: DefinedFunction): readonly Term[] {
  return definition.kind === 'plain' ? [definition.body] : [definition.zero, definition.successor];
}

/** A parameter as an argument: the variable of its name. */
export function variableArgument(parameter: Parameter): Argument {
  const { name } = parameter;
  if (parameter.sort === 'natural') return { sort: 'natural', value: variableNatural(name) };
  return { sort: 'point', value: { kind: 'variable', name, space: parameter.space } };
}

/** The parts of a term that are terms, in order; a definition's body is not a part. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'rational':
    case 'apply':
    case 'defined':
    case 'recurrence':
    case 'delta':
      return [];
    case 'add':
      return term.terms;
    case 'multiply':
      return term.factors;
    case 'divide':
      return [term.numerator, term.denominator];
    case 'power':
      return [term.of, term.exponent];
    case 'cases':
      return [term.zero, term.successor];
    case 'log':
    case 'derivative':
    case 'sum':
    case 'range':
    case 'at':
    case 'compose':
    case 'determinant':
      return [term.of];
  }
}

/** The same term with other parts, as many as {@link partsOf} gives. */
export function withParts(term: Term, parts: readonly Term[]): Term {
  switch (term.kind) {
    case 'rational':
    case 'apply':
    case 'defined':
    case 'recurrence':
    case 'delta':
      return term;
    case 'add':
      return { kind: 'add', terms: parts };
    case 'multiply':
      return { kind: 'multiply', factors: parts };
    case 'divide':
      return { kind: 'divide', numerator: parts[0], denominator: parts[1] };
    case 'power':
      return { kind: 'power', of: parts[0], exponent: parts[1] };
    case 'cases':
      return { ...term, zero: parts[0], successor: parts[1] };
    case 'log':
    case 'derivative':
    case 'sum':
    case 'range':
    case 'at':
    case 'compose':
    case 'determinant':
      return { ...term, of: parts[0] };
  }
}
