import { gcdOfIntegers, type Integer, integer, rational } from '../algebra/index.ts';
import { NotationError } from '../errors.ts';
import type { Natural } from './natural.ts';
import type { Measure, PointVariable, SamplePoint, SampleSpace } from './space.ts';
import type { Argument, Claim, DefinedFunction, Parameter, Term, UndeterminedFunction } from './term.ts';

/**
 * A private, deeply frozen copy of a term that came from outside. Every property is read once, so that neither later
 * mutation nor a getter that changes its answer can make the kernel check one term and record another. Throws
 * {@link NotationError} for anything that is not a term. Whether variables are used rightly is for `checkScopes`.
 */
export function admitTerm(value: unknown, depth: number = 0): Term {
  if (depth > 400) throw new NotationError('a term is nested more than 400 deep; is it cyclic?');
  const part = (inner: unknown): Term => admitTerm(inner, depth + 1);
  const source = record(value, 'a term');
  const kind: unknown = source['kind'];
  switch (kind) {
    case 'rational':
      return admitRational(source['numerator'], source['denominator']);
    case 'add':
      return Object.freeze({ kind, terms: Object.freeze(list(source['terms'], 'the terms of a sum').map(part)) });
    case 'multiply':
      return Object.freeze({ kind, factors: Object.freeze(list(source['factors'], 'the factors').map(part)) });
    case 'divide':
      return Object.freeze({ kind, numerator: part(source['numerator']), denominator: part(source['denominator']) });
    case 'log':
      return Object.freeze({ kind, of: part(source['of']) });
    case 'power':
      return Object.freeze({ kind, of: part(source['of']), exponent: part(source['exponent']) });
    case 'derivative':
      return Object.freeze({ kind, along: admitPoint(source['along']), of: part(source['of']) });
    case 'sum':
      return Object.freeze({ kind, over: admitVariable(source['over']), of: part(source['of']) });
    case 'range': {
      const operation = source['operation'] === 'product' ? 'product' : 'sum';
      const to = admitNatural(source['to']);
      return Object.freeze({ kind, operation, index: identifier(source['index']), to, of: part(source['of']) });
    }
    case 'cases': {
      const [zero, successor] = [part(source['zero']), part(source['successor'])];
      return Object.freeze({
        kind,
        on: admitNatural(source['on']),
        zero,
        index: identifier(source['index']),
        successor,
      });
    }
    case 'apply':
      return Object.freeze({ kind, function: admitFunction(source['function']), arguments: admitArguments(source) });
    case 'defined': {
      const definition = admitDefinition(source['definition'], depth + 1);
      return Object.freeze({ kind, definition, arguments: admitArguments(source) });
    }
    case 'recurrence':
      return Object.freeze({ kind, arguments: admitArguments(source) });
    case 'compose': {
      const symbol = admitFunction(source['function']);
      const { inputs } = symbol;
      if (inputs === undefined)
        throw new NotationError(`${symbol.name} is not declared as a function of real arguments`);
      const along = list(source['along'], 'derivatives').map((points) =>
        Object.freeze(list(points, 'points').map(admitPoint)),
      );
      return Object.freeze({
        kind,
        function: Object.freeze({ ...symbol, inputs }),
        arguments: admitArguments(source),
        along: Object.freeze(along),
        over: Object.freeze(list(source['over'], 'variables').map(admitVariable)),
        of: part(source['of']),
      });
    }
    case 'delta':
      return Object.freeze({ kind, left: admitPoint(source['left']), right: admitPoint(source['right']) });
    case 'at':
      return Object.freeze({ kind, parameter: admitPoint(source['parameter']), of: part(source['of']) });
    case 'determinant': {
      const [rows, columns] = [admitVariable(source['rows']), admitVariable(source['columns'])];
      return Object.freeze({ kind, rows, columns, of: part(source['of']) });
    }
    default:
      throw new NotationError(`expected a term, got an object of kind ${JSON.stringify(kind)}`);
  }
}

/** A private copy of a claim; see {@link admitTerm}. */
export function admitClaim(value: unknown): Claim {
  const source = record(value, 'a claim');
  const [left, right] = [admitTerm(source['left']), admitTerm(source['right'])];
  return Object.freeze({ left, right, ...admitRelation(source['relation']) });
}

/** Equality, or `atMost`; see {@link admitTerm}. */
export function admitRelation(value: unknown): { readonly relation?: 'atMost' } {
  if (value === undefined) return {};
  if (value === 'atMost') return { relation: value };
  throw new NotationError(`expected an equality or the relation atMost, got ${JSON.stringify(value)}`);
}

/** A private copy of an undetermined function; see {@link admitTerm}. */
export function admitFunction(value: unknown): UndeterminedFunction {
  const source = record(value, 'an undetermined function');
  const parameters = admitParameters(source['parameters']);
  const name = identifier(source['name']);
  const inputs: unknown = source['inputs'];
  if (inputs === undefined) return Object.freeze({ name, parameters });
  return Object.freeze({ name, parameters, inputs: Object.freeze(list(inputs, 'spaces').map(admitSpace)) });
}

/** A private copy of parameters; see {@link admitTerm}. */
export function admitParameters(value: unknown): readonly Parameter[] {
  const parameters = list(value, 'parameters').map((entry): Parameter => {
    const source = record(entry, 'a parameter');
    const name = identifier(source['name']);
    const sort: unknown = source['sort'];
    if (sort === 'natural') return Object.freeze({ sort, name });
    if (sort === 'point') return Object.freeze({ sort, name, space: admitSpace(source['space']) });
    throw new NotationError(`expected a parameter of sort natural or point, got ${JSON.stringify(sort)}`);
  });
  if (new Set(parameters.map(({ name }) => name)).size < parameters.length) {
    throw new NotationError('two parameters have one name');
  }
  return Object.freeze(parameters);
}

/** A private copy of a definition; see {@link admitTerm}. */
export function admitDefinition(value: unknown, depth: number = 0): DefinedFunction {
  const source = record(value, 'a definition');
  const name = identifier(source['name']);
  if (source['kind'] === 'plain') {
    const parameters = admitParameters(source['parameters']);
    return Object.freeze({ kind: 'plain', name, parameters, body: admitTerm(source['body'], depth + 1) });
  }
  if (source['kind'] === 'sequence') {
    return Object.freeze({
      kind: 'sequence',
      name,
      count: identifier(source['count']),
      parameters: admitParameters(source['parameters']),
      zero: admitTerm(source['zero'], depth + 1),
      successor: admitTerm(source['successor'], depth + 1),
    });
  }
  return Object.freeze({
    kind: 'recursive',
    name,
    space: identifier(source['space']),
    ...admitMeasure(source['measure']),
    count: identifier(source['count']),
    previous: identifier(source['previous']),
    last: identifier(source['last']),
    parameters: admitParameters(source['parameters']),
    zero: admitTerm(source['zero'], depth + 1),
    successor: admitTerm(source['successor'], depth + 1),
  });
}

/** A private copy of a natural; see {@link admitTerm}. */
export function admitNatural(value: unknown): Natural {
  const source = record(value, 'a natural number');
  const offset: unknown = source['offset'];
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0 || offset > 1000) {
    throw new NotationError(`expected a whole number from 0 to 1000, got ${String(offset)}`);
  }
  const variables = list(source['variables'], 'names of natural variables').map(identifier).sort();
  return Object.freeze({ variables: Object.freeze(variables), offset });
}

/** A private copy of a point; see {@link admitTerm}. */
export function admitPoint(value: unknown): SamplePoint {
  const source = record(value, 'a point');
  const kind: unknown = source['kind'];
  if (kind === 'variable') {
    return Object.freeze({ kind, name: identifier(source['name']), space: admitSpace(source['space']) });
  }
  if (kind === 'pair') {
    return Object.freeze({ kind, left: admitPoint(source['left']), right: admitPoint(source['right']) });
  }
  if (kind === 'empty') return Object.freeze({ kind });
  if (kind === 'coordinate') {
    const map = record(source['map'], 'a map to coordinates');
    const symbol = { name: identifier(map['name']), parameters: admitParameters(map['parameters']) };
    return Object.freeze({ kind, map: Object.freeze(symbol), arguments: admitArguments(source) });
  }
  throw new NotationError(`expected a point, got an object of kind ${JSON.stringify(kind)}`);
}

/** A private copy of a sample space; see {@link admitTerm}. */
export function admitSpace(value: unknown): SampleSpace {
  const source = record(value, 'a sample space');
  const kind: unknown = source['kind'];
  switch (kind) {
    case 'unit':
    case 'coordinates':
    case 'parameters':
      return Object.freeze({ kind });
    case 'pairs':
      return Object.freeze({ kind, left: admitSpace(source['left']), right: admitSpace(source['right']) });
    case 'power':
      return Object.freeze({
        kind,
        name: identifier(source['name']),
        length: admitNatural(source['length']),
        ...admitMeasure(source['measure']),
      });
    case 'base': {
      const index: unknown = source['index'];
      const name = identifier(source['name']);
      const measure = admitMeasure(source['measure']);
      return Object.freeze({ kind, name, index: index === null ? null : admitNatural(index), ...measure });
    }
    default:
      throw new NotationError(`expected a sample space, got an object of kind ${JSON.stringify(kind)}`);
  }
}

function admitMeasure(value: unknown): { readonly measure?: Measure } {
  if (value === undefined) return {};
  if (value === 'sigmaFinite') return { measure: value };
  throw new NotationError(`expected a space that is finite or sigmaFinite, got ${JSON.stringify(value)}`);
}

/** The name itself, if a user may give it: a letter, then letters, digits, underscores and primes. */
export function identifier(value: unknown): string {
  if (typeof value === 'string' && /^\p{L}[\p{L}\p{M}\p{N}_']*$/u.test(value)) return value;
  throw new NotationError(`expected a name such as x, p_1 or θ, got ${JSON.stringify(value)}`);
}

/** The value as an object whose properties can be read. Throws {@link NotationError} otherwise. */
export function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new NotationError(`expected ${what}, got ${value === null ? 'null' : typeof value}`);
}

/** A fresh array with the entries of a list. Throws {@link NotationError} otherwise. */
export function list(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return Array.from(value as unknown[]);
  throw new NotationError(`expected a list of ${what}, got ${value === null ? 'null' : typeof value}`);
}

/** A private copy of a point variable; see {@link admitTerm}. */
export function admitVariable(value: unknown): PointVariable {
  const point = admitPoint(value);
  if (point.kind === 'variable') return point;
  throw new NotationError('a sum binds a point variable');
}

function admitArguments(source: Readonly<Record<string, unknown>>): readonly Argument[] {
  const values = list(source['arguments'], 'arguments').map((entry): Argument => {
    const { sort, value } = record(entry, 'an argument');
    if (sort === 'natural') return Object.freeze({ sort, value: admitNatural(value) });
    if (sort === 'point') return Object.freeze({ sort, value: admitPoint(value) });
    throw new NotationError(`expected an argument of sort natural or point, got ${JSON.stringify(sort)}`);
  });
  return Object.freeze(values);
}

function admitRational(top: unknown, bottom: unknown): Term {
  const [numerator, denominator] = [admitInteger(top), admitInteger(bottom)];
  if (denominator <= 0 || gcdOfIntegers(numerator, denominator) !== 1) {
    throw new NotationError(`expected a fraction in lowest terms, got ${numerator}/${denominator}`);
  }
  return Object.freeze({ kind: 'rational', ...rational(numerator, denominator) });
}

function admitInteger(value: unknown): Integer {
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) {
    return integer(BigInt(value));
  }
  throw new NotationError(`expected an exact integer, got ${String(value)}`);
}
