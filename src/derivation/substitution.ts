import { NotationError, UnsupportedError } from '../errors.ts';
import { freeVariables, namesInPoint, namesInSpace, visitFree } from './free-variables.ts';
import { keyOfFunction } from './identity.ts';
import { type Natural, replaceVariables, variableNatural } from './natural.ts';
import { isFiniteSpace, type SamplePoint, type SampleSpace } from './space.ts';
import {
  type Argument,
  bodiesOf,
  type DefinedFunction,
  type Parameter,
  parametersOf,
  partsOf,
  type Term,
  type UndeterminedFunction,
  withParts,
} from './term.ts';

/** The substitution that puts a sign before the name of every free variable of the terms but the `fixed` one. */
export function renaming(terms: readonly Term[], sign: string, fixed: string | null = null): Substitution {
  const naturals = new Map<string, Natural>();
  const points = new Map<string, SamplePoint>();
  for (const term of terms) {
    visitFree(term, [], (sort, name) => {
      if (name === fixed) return;
      if (sort === 'natural') naturals.set(name, variableNatural(`${sign}${name}`));
      else points.set(name, { kind: 'variable', name: `${sign}${name}`, space: sort });
    });
  }
  for (const [name, point] of points) {
    if (point.kind === 'variable') points.set(name, { ...point, space: substituteInSpace(point.space, { naturals }) });
  }
  return { naturals, points };
}

/** A function given by a term: what replaces an undetermined function. */
export interface Abstraction {
  readonly parameters: readonly Parameter[];
  readonly body: Term;
}

/** What to put for what, all at once. Functions by {@link keyOfFunction}; base spaces by name. */
export interface Substitution {
  readonly naturals?: ReadonlyMap<string, Natural>;
  readonly points?: ReadonlyMap<string, SamplePoint>;
  readonly functions?: ReadonlyMap<string, Abstraction>;
  readonly spaces?: ReadonlyMap<string, SampleSpace>;
}

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

/** The space with naturals and base spaces replaced. */
export function substituteInSpace(space: SampleSpace, substitution: Substitution): SampleSpace {
  return new Substituter(substitution).space(space);
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
      case 'apply':
        return this.apply(term);
      case 'defined': {
        const values = term.arguments.map((argument) => this.argument(argument));
        return { kind: 'defined', definition: this.definition(term.definition), arguments: values };
      }
      case 'compose':
        return this.compose(term);
      case 'recurrence':
        return { kind: 'recurrence', arguments: term.arguments.map((argument) => this.argument(argument)) };
      case 'delta':
        return { kind: 'delta', left: this.point(term.left), right: this.point(term.right) };
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

  space(space: SampleSpace): SampleSpace {
    switch (space.kind) {
      case 'unit':
      case 'coordinates':
        return space;
      case 'pairs':
        return { kind: 'pairs', left: this.space(space.left), right: this.space(space.right) };
      case 'base':
        if (space.index === null) return this.replaced(space);
        this.refuseFamily(space.name);
        return { ...space, index: this.natural(space.index) };
      case 'power':
        this.refuseFamily(space.name);
        return { ...space, length: this.natural(space.length) };
    }
  }

  /** What holds for finite spaces need not hold for others: a finite space is replaced by finite ones only. */
  private replaced(space: Extract<SampleSpace, { kind: 'base' }>): SampleSpace {
    const by = this.given.spaces?.get(space.name) ?? space;
    if (isFiniteSpace(by) || !isFiniteSpace(space)) return by;
    throw new UnsupportedError(`${space.name} is a finite space: it cannot be replaced by one that need not be finite`);
  }

  parameters(parameters: readonly Parameter[], owner: string): readonly Parameter[] {
    const own = parameters.map((parameter) => parameter.name);
    return parameters.map((parameter) => {
      if (parameter.sort !== 'point') return parameter;
      return { ...parameter, space: this.spaceOfSignature(parameter.space, own, owner) };
    });
  }

  private spaceOfSignature(space: SampleSpace, own: readonly string[], owner: string): SampleSpace {
    const changed = new Substituter({ spaces: this.foreignSpaces() }).space(space);
    const stranger = namesInSpace(changed).find((name) => !own.includes(name));
    if (stranger === undefined) return changed;
    throw new NotationError(
      `${owner} would live on a space that depends on ${withoutSign(stranger)}: say what takes its place`,
    );
  }

  private refuseFamily(name: string): void {
    if (this.given.spaces?.has(name) !== true) return;
    throw new UnsupportedError(`${name} is a family of spaces ${name}_α: only a single space can be replaced`);
  }

  private natural(natural: Natural): Natural {
    return this.given.naturals === undefined ? natural : replaceVariables(natural, this.given.naturals);
  }

  private point(point: SamplePoint): SamplePoint {
    if (point.kind === 'empty') return point;
    if (point.kind === 'pair') return { kind: 'pair', left: this.point(point.left), right: this.point(point.right) };
    if (point.kind === 'coordinate') {
      const values = point.arguments.map((argument) => this.argument(argument));
      return { kind: 'coordinate', map: this.symbol(point.map), arguments: values };
    }
    return this.given.points?.get(point.name) ?? { ...point, space: this.space(point.space) };
  }

  private argument(argument: Argument): Argument {
    if (argument.sort === 'natural') return { sort: 'natural', value: this.natural(argument.value) };
    return { sort: 'point', value: this.point(argument.value) };
  }

  private sum(term: Extract<Term, { kind: 'sum' }>): Term {
    const inner = this.under(term.over.name, term.of);
    const space = this.space(term.over.space);
    const over = { kind: 'variable', name: inner.name, space } as const;
    const points = new Map(inner.substitution.points).set(term.over.name, over);
    return { kind: 'sum', over, of: new Substituter({ ...inner.substitution, points }).term(term.of) };
  }

  private range(term: Extract<Term, { kind: 'range' }>): Term {
    const inner = this.under(term.index, term.of);
    const naturals = new Map(inner.substitution.naturals).set(term.index, variableNatural(inner.name));
    const of = new Substituter({ ...inner.substitution, naturals }).term(term.of);
    return { ...term, index: inner.name, to: this.natural(term.to), of };
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

  private apply(term: Extract<Term, { kind: 'apply' }>): Term {
    const values = term.arguments.map((argument) => this.argument(argument));
    const abstraction = this.given.functions?.get(keyOfFunction(term.function));
    if (abstraction) return substitute(abstraction.body, matchParameters(abstraction.parameters, values));
    return { kind: 'apply', function: this.symbol(term.function), arguments: values };
  }

  symbol<F extends UndeterminedFunction>(symbol: F): F {
    const parameters = this.parameters(symbol.parameters, symbol.name);
    if (symbol.inputs === undefined) return { ...symbol, parameters };
    const own = parameters.map((parameter) => parameter.name);
    return {
      ...symbol,
      parameters,
      inputs: symbol.inputs.map((space) => this.spaceOfSignature(space, own, symbol.name)),
    };
  }

  private compose(term: Extract<Term, { kind: 'compose' }>): Term {
    if (this.given.functions?.has(keyOfFunction(term.function)) === true) {
      throw new UnsupportedError(`${term.function.name} is a function of real arguments: it stays itself`);
    }
    let inner: Substituter = this;
    const over = term.over.map((variable) => {
      const { name, substitution } = inner.under(variable.name, term.of);
      const bound = { ...variable, name, space: this.space(variable.space) };
      inner = new Substituter({ ...substitution, points: new Map(substitution.points).set(variable.name, bound) });
      return bound;
    });
    return {
      kind: 'compose',
      function: this.symbol(term.function),
      arguments: term.arguments.map((argument) => this.argument(argument)),
      along: term.along.map((points) => points.map((point) => this.point(point))),
      over,
      of: inner.term(term.of),
    };
  }

  /** The spaces that come in, their variables signed: a parameter of the same name would capture them. */
  private foreignSpaces(): ReadonlyMap<string, SampleSpace> {
    return new Map(
      [...(this.given.spaces ?? [])].map(([name, space]) => {
        const naturals = new Map(namesInSpace(space).map((own) => [own, variableNatural(`${foreignSign}${own}`)]));
        return [name, substituteInSpace(space, { naturals })];
      }),
    );
  }

  /** The functions that come in, the variables that are not their parameters signed likewise. */
  private foreignFunctions(): ReadonlyMap<string, Abstraction> {
    return new Map(
      [...(this.given.functions ?? [])].map(([key, { parameters, body }]) => {
        const naturals = new Map(renaming([body], foreignSign).naturals);
        const points = new Map(renaming([body], foreignSign).points);
        for (const { name } of parameters) {
          naturals.delete(name);
          points.delete(name);
        }
        return [key, { parameters, body: substitute(body, { naturals, points }) }];
      }),
    );
  }

  /** Definitions are closed, so only functions and spaces can change in them. */
  private definition(definition: DefinedFunction): DefinedFunction {
    const { functions, spaces } = this.given;
    if ((functions?.size ?? 0) === 0 && (spaces?.size ?? 0) === 0) return definition;
    const inner = new Substituter({ functions: this.foreignFunctions(), spaces: this.foreignSpaces() });
    if (definition.kind === 'recursive') {
      this.refuseFamily(definition.space);
      const changed = { ...definition, zero: inner.term(definition.zero), successor: inner.term(definition.successor) };
      const bound = [definition.count, definition.previous, definition.last];
      return closed(changed, [changed.zero, changed.successor], bound);
    }
    if (definition.kind === 'sequence') {
      const all = inner.parameters(parametersOf(definition), definition.name);
      const [zero, successor] = bodiesOf(definition).map((body) => inner.term(body));
      const changed = { ...definition, parameters: all.slice(1), zero, successor };
      return closed(
        changed,
        [zero, successor],
        all.map((parameter) => parameter.name),
      );
    }
    const parameters = inner.parameters(definition.parameters, definition.name);
    const body = inner.term(definition.body);
    return closed(
      { ...definition, parameters, body },
      [body],
      parameters.map((parameter) => parameter.name),
    );
  }
}

function closed(definition: DefinedFunction, bodies: readonly Term[], own: readonly string[]): DefinedFunction {
  for (const body of bodies) {
    for (const name of freeVariables(body)) {
      if (own.includes(name)) continue;
      throw new UnsupportedError(
        `the definition of ${definition.name} would depend on ${withoutSign(name)}, which is not its parameter: unfold it first`,
      );
    }
  }
  return definition;
}

/** Starts the names of variables that are foreign to a definition or signature; no user's name begins so. */
const foreignSign = '*';

function withoutSign(name: string): string {
  return name.startsWith(foreignSign) ? name.slice(foreignSign.length) : name;
}

function without<V>(map: ReadonlyMap<string, V> | undefined, name: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(name);
  return rest;
}

/** The substitution of arguments for the parameters of a function, which the caller knows to fit. */
export function matchParameters(parameters: readonly Parameter[], values: readonly Argument[]): Substitution {
  const naturals = new Map<string, Natural>();
  const points = new Map<string, SamplePoint>();
  parameters.forEach(({ name }, place) => {
    const argument = values[place];
    if (argument.sort === 'natural') naturals.set(name, argument.value);
    else points.set(name, argument.value);
  });
  return { naturals, points };
}
