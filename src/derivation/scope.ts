import { NotationError } from '../errors.ts';
import { namesInSpace } from './free-variables.ts';
import { type Natural, numberNatural, variableNatural } from './natural.ts';
import { matchParameters } from './replacements.ts';
import { checkInputs, lastOf, type Meaning, type Scope, scopeOf } from './signature-scope.ts';
import {
  expandedSpace,
  isFiniteSpace,
  isMeasured,
  isSameSpace,
  type SamplePoint,
  type SampleSpace,
  spaceOf,
} from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { type Argument, type DefinedFunction, type Parameter, parametersOf, partsOf, type Term } from './term.ts';

/**
 * Checks that every name in the terms means one thing: one sort and, for a point, one space, in all of them; that no
 * binder reuses a name that is bound around it or free; that functions get arguments of the right sorts and spaces;
 * and that definitions are closed. `parameters` are names that the terms may use besides their free variables, which
 * are allowed unless `isClosed`. Throws {@link NotationError}.
 */
export function checkScopes(terms: readonly Term[], parameters: readonly Parameter[] = [], isClosed = false): void {
  const free = new Map<string, Meaning>();
  const checker = new ScopeChecker(free);
  const scope = isClosed ? scopeOf(parameters) : checker.scopeOf(parameters);
  for (const term of terms) checker.term(term, scope, null);
  const [first] = free.keys();
  if (isClosed && first !== undefined) throw new NotationError(`${first} is neither a parameter nor bound`);
  checker.refuseFreeBinders();
}

/** Checks a definition by itself: closed, well-sorted, its recurrence only where it means something. */
export function checkDefinition(definition: DefinedFunction): void {
  if (definition.kind === 'plain') {
    checkScopes([definition.body], definition.parameters, true);
    return;
  }
  if (definition.kind === 'sequence') {
    checkSequence(definition);
    return;
  }
  // By themselves, so that none depends on the number of observations.
  scopeOf(definition.parameters);
  checkScopes([definition.zero], definition.parameters, true);
  const own = [...parametersOf(definition), ...lastOf(definition)];
  if (new Set(own.map(({ name }) => name)).size < own.length) {
    throw new NotationError(`${definition.name} uses one name twice`);
  }
  const checker = new ScopeChecker(new Map());
  checker.term(definition.successor, scopeOf(own), definition);
  checker.refuseFree(definition.name);
}

function checkSequence(definition: Extract<DefinedFunction, { kind: 'sequence' }>): void {
  const { name, count, parameters, zero, successor } = definition;
  const all = parametersOf(definition);
  if (new Set(all.map((parameter) => parameter.name)).size < all.length) {
    throw new NotationError(`${name} uses one name twice`);
  }
  scopeOf(all);
  const at = (value: Natural): readonly Parameter[] =>
    parameters.map((parameter) => {
      if (parameter.sort === 'natural') return parameter;
      return { ...parameter, space: substituteInSpace(parameter.space, { naturals: new Map([[count, value]]) }) };
    });
  checkScopes([zero], at(numberNatural(0)), true);
  const checker = new ScopeChecker(new Map());
  checker.term(successor, scopeOf([{ sort: 'natural', name: count }, ...at(variableNatural(count, 1))]), definition);
  checker.refuseFree(name);
}

class ScopeChecker {
  private readonly free: Map<string, Meaning>;
  private readonly bound = new Set<string>();

  constructor(free: Map<string, Meaning>) {
    this.free = free;
  }

  term(term: Term, scope: Scope, recursion: DefinedFunction | null): void {
    switch (term.kind) {
      case 'recurrence':
        this.recurrence(term.arguments, scope, recursion);
        break;
      case 'delta':
        this.delta(term, scope);
        break;
      case 'determinant':
        this.determinant(term, scope, recursion);
        break;
      case 'derivative':
        this.coordinate(term.along, scope);
        this.term(term.of, scope, recursion);
        break;
      case 'at':
        this.parameter(term.parameter, scope);
        this.term(term.of, scope, recursion);
        break;
      case 'sum': {
        const { name, space } = term.over;
        this.space(space, scope);
        if (!isMeasured(space)) throw new NotationError('there is no measure on the values of θ to sum over them');
        this.term(term.of, this.bind(name, { sort: 'point', space }, scope), recursion);
        break;
      }
      case 'range':
        this.natural(term.to, scope);
        this.term(term.of, this.bind(term.index, { sort: 'natural' }, scope), recursion);
        break;
      case 'cases':
        this.natural(term.on, scope);
        this.term(term.zero, scope, recursion);
        this.term(term.successor, this.bind(term.index, { sort: 'natural' }, scope), recursion);
        break;
      case 'compose':
        this.compose(term, scope, recursion);
        break;
      case 'apply':
        if (term.function.inputs !== undefined) {
          throw new NotationError(`${term.function.name} is a function of real arguments, which are missing`);
        }
        scopeOf(term.function.parameters);
        this.call(term.function.name, term.function.parameters, term.arguments, scope);
        break;
      case 'defined':
        checkDefinition(term.definition);
        this.call(term.definition.name, parametersOf(term.definition), term.arguments, scope);
        break;
      default:
        for (const part of partsOf(term)) this.term(part, scope, recursion);
    }
  }

  refuseFree(owner: string): void {
    const [first] = this.free.keys();
    if (first !== undefined)
      throw new NotationError(`the definition of ${owner} uses ${first}, which is not its parameter`);
  }

  refuseFreeBinders(): void {
    for (const name of this.bound) {
      if (this.free.has(name)) throw new NotationError(`${name} is both free and bound: rename one of them`);
    }
  }

  /** The parameters, whose spaces may mention free variables. */
  scopeOf(parameters: readonly Parameter[]): Scope {
    let scope: Scope = new Map();
    for (const parameter of parameters) {
      if (parameter.sort === 'point') this.space(parameter.space, scope);
      scope = this.bind(parameter.name, parameter, scope);
    }
    return scope;
  }

  private bind(name: string, meaning: Meaning, scope: Scope): Scope {
    if (scope.has(name)) throw new NotationError(`${name} is bound twice, one inside the other: rename one of them`);
    this.bound.add(name);
    return new Map(scope).set(name, meaning);
  }

  private use(name: string, meaning: Meaning, scope: Scope): void {
    const known = scope.get(name) ?? this.free.get(name);
    if (known === undefined) {
      this.free.set(name, meaning);
      return;
    }
    if (known.sort !== meaning.sort) throw new NotationError(`${name} is a ${known.sort}, not a ${meaning.sort}`);
    if (known.sort === 'point' && meaning.sort === 'point' && !isSameSpace(known.space, meaning.space)) {
      throw new NotationError(`${name} lies in two different sample spaces`);
    }
  }

  private natural({ variables }: Natural, scope: Scope): void {
    for (const name of variables) this.use(name, { sort: 'natural' }, scope);
  }

  private compose(
    { function: symbol, arguments: values, along, over, of }: Extract<Term, { kind: 'compose' }>,
    scope: Scope,
    recursion: DefinedFunction | null,
  ): void {
    checkInputs(symbol);
    this.call(symbol.name, symbol.parameters, values, scope);
    const { naturals = new Map() } = matchParameters(symbol.parameters, values);
    const spaces = symbol.inputs.map((space) => substituteInSpace(space, { naturals }));
    const refuseOthers = (points: readonly SamplePoint[]): void => {
      const fits =
        points.length === spaces.length && points.every((point, place) => isSameSpace(spaceOf(point), spaces[place]));
      if (!fits) throw new NotationError(`the real arguments of ${symbol.name} are numbered by points of other spaces`);
    };
    refuseOthers(over);
    for (const points of along) {
      refuseOthers(points);
      for (const point of points) this.point(point, scope);
    }
    let inner = scope;
    for (const { name, space } of over) {
      this.space(space, scope);
      inner = this.bind(name, { sort: 'point', space }, inner);
    }
    this.term(of, inner, recursion);
  }

  private recurrence(values: readonly Argument[], scope: Scope, recursion: DefinedFunction | null): void {
    if (recursion === null) throw new NotationError('a recurrence means nothing outside the definition of a sequence');
    if (recursion.kind === 'sequence') {
      const count: Argument = { sort: 'natural', value: variableNatural(recursion.count) };
      this.call(recursion.name, parametersOf(recursion), [count, ...values], scope);
    } else {
      this.call(`the recurrence of ${recursion.name}`, parametersOf(recursion).slice(2), values, scope);
    }
  }

  private delta({ left, right }: Extract<Term, { kind: 'delta' }>, scope: Scope): void {
    for (const side of [left, right]) {
      this.point(side, scope);
      if (!isFiniteSpace(spaceOf(side))) throw new NotationError('δ compares points of a finite space');
    }
    if (!isSameSpace(spaceOf(left), spaceOf(right))) throw new NotationError('δ compares points of one space');
  }

  /** Without an order of the points a determinant has a meaning only where rows and columns have the same ones. */
  private determinant(
    { rows, columns, of }: Extract<Term, { kind: 'determinant' }>,
    scope: Scope,
    recursion: DefinedFunction | null,
  ): void {
    this.space(rows.space, scope);
    this.space(columns.space, scope);
    if (!isFiniteSpace(rows.space)) throw new NotationError('a determinant has finitely many rows');
    if (!isSameSpace(rows.space, columns.space)) {
      throw new NotationError('the rows and columns of a determinant are numbered by points of one space');
    }
    const inner = this.bind(rows.name, { sort: 'point', space: rows.space }, scope);
    this.term(of, this.bind(columns.name, { sort: 'point', space: columns.space }, inner), recursion);
  }

  /** What a derivative is taken along. */
  private coordinate(point: SamplePoint, scope: Scope): void {
    this.point(point, scope);
    if (spaceOf(point).kind === 'coordinates') return;
    throw new NotationError('a derivative is taken along a coordinate of θ, not along another point');
  }

  /** The value of θ at which a term is evaluated. */
  private parameter(point: SamplePoint, scope: Scope): void {
    this.point(point, scope);
    if (spaceOf(point).kind === 'parameters') return;
    throw new NotationError('a term is evaluated at a value of θ, not at another point');
  }

  private space(space: SampleSpace, scope: Scope): void {
    for (const name of namesInSpace(space)) this.use(name, { sort: 'natural' }, scope);
  }

  private point(point: SamplePoint, scope: Scope): void {
    if (point.kind === 'pair') {
      this.point(point.left, scope);
      this.point(point.right, scope);
    } else if (point.kind === 'variable') {
      this.space(point.space, scope);
      this.use(point.name, { sort: 'point', space: point.space }, scope);
    } else if (point.kind === 'coordinate') {
      scopeOf(point.map.parameters);
      this.call(point.map.name, point.map.parameters, point.arguments, scope);
    }
  }

  private call(owner: string, parameters: readonly Parameter[], values: readonly Argument[], scope: Scope): void {
    if (values.length !== parameters.length) {
      throw new NotationError(`${owner} takes ${parameters.length} arguments, got ${values.length}`);
    }
    values.forEach((argument, place) => {
      const parameter = parameters[place];
      if (argument.sort !== parameter.sort) {
        throw new NotationError(
          `argument ${place + 1} of ${owner} must be a ${parameter.sort}, got a ${argument.sort}`,
        );
      }
      if (argument.sort === 'natural') this.natural(argument.value, scope);
      if (argument.sort === 'point') this.point(argument.value, scope);
    });
    const substitution = matchParameters(parameters, values);
    values.forEach((argument, place) => {
      const parameter = parameters[place];
      if (argument.sort !== 'point' || parameter.sort !== 'point') return;
      const expected = substituteInSpace(parameter.space, { naturals: substitution.naturals ?? new Map() });
      if (!isSameSpace(expandedSpace(spaceOf(argument.value)), expected)) {
        throw new NotationError(`argument ${place + 1} of ${owner} lies in another sample space than ${owner} expects`);
      }
    });
  }
}
