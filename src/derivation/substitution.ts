import { UnsupportedError } from '../errors.ts';
import { substituteInDefinition } from './definition-substitution.ts';
import { freeVariables, namesInPoint, namesInSpace } from './free-variables.ts';
import { keyOfFunction } from './identity.ts';
import { variableNatural } from './natural.ts';
import { matchParameters, type Substitution } from './replacements.ts';
import type { PointVariable, SamplePoint } from './space.ts';
import {
  substituteInNatural,
  substituteInParameters,
  substituteInSignature,
  substituteInSpace,
} from './space-substitution.ts';
import { type Argument, partsOf, type Term, type UndeterminedFunction, withParts } from './term.ts';

/**
 * The term with free variables, undetermined functions and base spaces replaced, simultaneously. Bound variables are
 * renamed where they would capture a variable that comes in. Throws {@link UnsupportedError} where a definition's
 * body would come to depend on variables that are not its parameters: unfold the definition first.
 */
export function substitute(term: Term, substitution: Substitution): Term {
  return new Substituter(substitution).term(term);
}

/** The undetermined function with the spaces of its signature replaced. */
export function substituteInFunction(symbol: UndeterminedFunction, substitution: Substitution): UndeterminedFunction {
  return new Substituter(substitution).symbol(symbol);
}

class Substituter {
  private readonly given: Substitution;
  /** Names that occur in what comes in: a binder of such a name must be renamed. */
  private readonly incoming: ReadonlySet<string>;

  constructor(given: Substitution) {
    this.given = given;
    const incoming = new Set<string>();
    for (const { variables } of given.naturals?.values() ?? []) for (const name of variables) incoming.add(name);
    for (const point of given.points?.values() ?? []) for (const name of namesInPoint(point)) incoming.add(name);
    for (const space of given.spaces?.values() ?? []) for (const name of namesInSpace(space)) incoming.add(name);
    for (const { parameters, body } of given.functions?.values() ?? []) {
      const own = parameters.map((parameter) => parameter.name);
      for (const name of freeVariables(body)) if (!own.includes(name)) incoming.add(name);
    }
    this.incoming = incoming;
  }

  term(term: Term): Term {
    switch (term.kind) {
      case 'sum':
        return this.sum(term);
      case 'range':
        return this.range(term);
      case 'cases':
        return this.cases(term);
      case 'apply':
        return this.apply(term);
      case 'defined': {
        const values = term.arguments.map((argument) => this.argument(argument));
        const definition = substituteInDefinition(term.definition, this.given, substitute);
        return { kind: 'defined', definition, arguments: values };
      }
      case 'compose':
        return this.compose(term);
      case 'recurrence':
        return { kind: 'recurrence', arguments: term.arguments.map((argument) => this.argument(argument)) };
      case 'at':
        return { kind: 'at', parameter: this.point(term.parameter), of: this.term(term.of) };
      case 'delta':
        return { kind: 'delta', left: this.point(term.left), right: this.point(term.right) };
      case 'determinant': {
        const { over, inner } = this.underAll([term.rows, term.columns], term.of);
        return { kind: 'determinant', rows: over[0], columns: over[1], of: inner.term(term.of) };
      }
      case 'derivative': {
        return { kind: 'derivative', along: this.point(term.along), of: this.term(term.of) };
      }
      default: {
        const parts = partsOf(term);
        return parts.length === 0
          ? term
          : withParts(
              term,
              parts.map((part) => this.term(part)),
            );
      }
    }
  }

  private point(point: SamplePoint): SamplePoint {
    if (point.kind === 'empty') return point;
    if (point.kind === 'pair') return { kind: 'pair', left: this.point(point.left), right: this.point(point.right) };
    if (point.kind === 'coordinate') {
      const values = point.arguments.map((argument) => this.argument(argument));
      return { kind: 'coordinate', map: this.symbol(point.map), arguments: values };
    }
    return this.given.points?.get(point.name) ?? { ...point, space: substituteInSpace(point.space, this.given) };
  }

  private argument(argument: Argument): Argument {
    if (argument.sort === 'natural') return { sort: 'natural', value: substituteInNatural(argument.value, this.given) };
    return { sort: 'point', value: this.point(argument.value) };
  }

  private sum(term: Extract<Term, { kind: 'sum' }>): Term {
    const inner = this.under(term.over.name, term.of);
    const space = substituteInSpace(term.over.space, this.given);
    const over = { kind: 'variable', name: inner.name, space } as const;
    const points = new Map(inner.substitution.points).set(term.over.name, over);
    return { kind: 'sum', over, of: new Substituter({ ...inner.substitution, points }).term(term.of) };
  }

  private range(term: Extract<Term, { kind: 'range' }>): Term {
    const inner = this.under(term.index, term.of);
    const naturals = new Map(inner.substitution.naturals).set(term.index, variableNatural(inner.name));
    const of = new Substituter({ ...inner.substitution, naturals }).term(term.of);
    return { ...term, index: inner.name, to: substituteInNatural(term.to, this.given), of };
  }

  private cases(term: Extract<Term, { kind: 'cases' }>): Term {
    const inner = this.under(term.index, term.successor);
    const naturals = new Map(inner.substitution.naturals).set(term.index, variableNatural(inner.name));
    const successor = new Substituter({ ...inner.substitution, naturals }).term(term.successor);
    const on = substituteInNatural(term.on, this.given);
    return { kind: 'cases', on, zero: this.term(term.zero), index: inner.name, successor };
  }

  /** The substitution to use under a binder, and the name that the bound variable has there. */
  private under(name: string, body: Term): { name: string; substitution: Substitution } {
    const substitution = {
      ...this.given,
      naturals: without(this.given.naturals, name),
      points: without(this.given.points, name),
    };
    if (!this.incoming.has(name)) return { name, substitution };
    const taken = freeVariables(body);
    let count = 0;
    while (taken.has(`${name}~${count}`) || this.incoming.has(`${name}~${count}`)) count++;
    return { name: `${name}~${count}`, substitution };
  }

  /** As `under`, for several point variables that a term binds at once; their spaces lie outside. */
  private underAll(
    variables: readonly PointVariable[],
    body: Term,
  ): { readonly over: readonly PointVariable[]; readonly inner: Substituter } {
    let inner: Substituter = this;
    const over = variables.map((variable) => {
      const { name, substitution } = inner.under(variable.name, body);
      const bound = { ...variable, name, space: substituteInSpace(variable.space, this.given) };
      inner = new Substituter({ ...substitution, points: new Map(substitution.points).set(variable.name, bound) });
      return bound;
    });
    return { over, inner };
  }

  private apply(term: Extract<Term, { kind: 'apply' }>): Term {
    const values = term.arguments.map((argument) => this.argument(argument));
    const abstraction = this.given.functions?.get(keyOfFunction(term.function));
    if (abstraction) return substitute(abstraction.body, matchParameters(abstraction.parameters, values));
    return { kind: 'apply', function: this.symbol(term.function), arguments: values };
  }

  symbol<F extends UndeterminedFunction>(symbol: F): F {
    const { name, inputs } = symbol;
    const parameters = substituteInParameters(symbol.parameters, name, this.given);
    if (inputs === undefined) return { ...symbol, parameters };
    return {
      ...symbol,
      parameters,
      inputs: inputs.map((space) => substituteInSignature(space, parameters, name, this.given)),
    };
  }

  private compose(term: Extract<Term, { kind: 'compose' }>): Term {
    if (this.given.functions?.has(keyOfFunction(term.function)) === true) {
      throw new UnsupportedError(`${term.function.name} is a function of real arguments: it stays itself`);
    }
    const { over, inner } = this.underAll(term.over, term.of);
    return {
      kind: 'compose',
      function: this.symbol(term.function),
      arguments: term.arguments.map((argument) => this.argument(argument)),
      along: term.along.map((points) => points.map((point) => this.point(point))),
      over,
      of: inner.term(term.of),
    };
  }
}

function without<V>(map: ReadonlyMap<string, V> | undefined, name: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(name);
  return rest;
}
