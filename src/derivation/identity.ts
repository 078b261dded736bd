import type { Natural } from './natural.ts';
import { expandedSpace, type Measure, measureOf, type SamplePoint, type SampleSpace } from './space.ts';
import {
  type Argument,
  bodiesOf,
  type Claim,
  type DefinedFunction,
  type Parameter,
  parametersOf,
  type Term,
  type UndeterminedFunction,
} from './term.ts';

/**
 * A string that two terms share exactly when they are the same up to the names of bound variables. Bound variables
 * are written as the number of binders between (de Bruijn), free ones by name; point variables that are free with
 * their space. `binders` are the names bound around the term, outermost first.
 */
export function keyOf(term: Term, binders: readonly string[] = []): string {
  switch (term.kind) {
    case 'rational':
      return `${term.numerator}/${term.denominator}`;
    case 'add':
      return `+(${term.terms.map((part) => keyOf(part, binders)).join(' ')})`;
    case 'multiply':
      return `*(${term.factors.map((part) => keyOf(part, binders)).join(' ')})`;
    case 'divide':
      return `:(${keyOf(term.numerator, binders)} ${keyOf(term.denominator, binders)})`;
    case 'log':
      return `log(${keyOf(term.of, binders)})`;
    case 'power':
      return `^(${keyOf(term.of, binders)} ${keyOf(term.exponent, binders)})`;
    case 'derivative':
      return `d[${keyOfPoint(term.along, binders)}](${keyOf(term.of, binders)})`;
    case 'sum':
      return `S[${keyOfSpace(term.over.space, binders)}](${keyOf(term.of, [...binders, term.over.name])})`;
    case 'range':
      return `${term.operation}[${keyOfNatural(term.to, binders)}](${keyOf(term.of, [...binders, term.index])})`;
    case 'cases': {
      const after = keyOf(term.successor, [...binders, term.index]);
      return `cases[${keyOfNatural(term.on, binders)}](${keyOf(term.zero, binders)} ${after})`;
    }
    case 'apply':
      return `${keyOfFunction(term.function)}(${term.arguments.map((a) => keyOfArgument(a, binders)).join(' ')})`;
    case 'defined':
      return `${keyOfDefinition(term.definition)}(${term.arguments.map((a) => keyOfArgument(a, binders)).join(' ')})`;
    case 'recurrence':
      return `recurrence(${term.arguments.map((a) => keyOfArgument(a, binders)).join(' ')})`;
    case 'compose': {
      const along = term.along.map((points) => `(${points.map((point) => keyOfPoint(point, binders)).join(',')})`);
      const values = term.arguments.map((argument) => keyOfArgument(argument, binders));
      const spaces = term.over.map(({ space }) => keyOfSpace(space, binders));
      const inner = keyOf(term.of, [...binders, ...term.over.map(({ name }) => name)]);
      return `${keyOfFunction(term.function)}[${along.join('')}](${values.join(' ')})[${spaces.join(',')}](${inner})`;
    }
    case 'delta':
      return `δ(${keyOfPoint(term.left, binders)} ${keyOfPoint(term.right, binders)})`;
    case 'at':
      return `at[${keyOfPoint(term.parameter, binders)}](${keyOf(term.of, binders)})`;
    case 'determinant': {
      const inner = keyOf(term.of, [...binders, term.rows.name, term.columns.name]);
      return `det[${keyOfSpace(term.rows.space, binders)}](${inner})`;
    }
  }
}

/** Whether two terms are the same up to the names of bound variables. */
export function isSameTerm(a: Term, b: Term): boolean {
  return keyOf(a) === keyOf(b);
}

/** Whether two claims are the same up to the names of bound variables. */
export function isSameClaim(a: Claim, b: Claim): boolean {
  return a.relation === b.relation && isSameTerm(a.left, b.left) && isSameTerm(a.right, b.right);
}

/** A string that two undetermined functions share exactly when name and signature are the same. */
export function keyOfFunction({ name, parameters, inputs }: UndeterminedFunction): string {
  if (inputs === undefined) return `${name}<${keyOfParameters(parameters)}>`;
  const names = parameters.map((parameter) => parameter.name);
  return `${name}<${keyOfParameters(parameters)}|${inputs.map((space) => keyOfSpace(space, names)).join(',')}>`;
}

/** A string that two definitions share exactly when they define the same function under the same name. */
export function keyOfDefinition(definition: DefinedFunction): string {
  const { name } = definition;
  if (definition.kind === 'plain') {
    const names = definition.parameters.map((parameter) => parameter.name);
    return `{${name}<${keyOfParameters(definition.parameters)}>=${keyOf(definition.body, names)}}`;
  }
  if (definition.kind === 'sequence') {
    const all = parametersOf(definition);
    const names = all.map((parameter) => parameter.name);
    const [zero, successor] = bodiesOf(definition).map((body) => keyOf(body, names));
    return `{${name}<${keyOfParameters(all)}>=${zero};;${successor}}`;
  }
  const { count, previous, last, space, parameters, zero, successor } = definition;
  const names = parameters.map((parameter) => parameter.name);
  const signature = [baseKey({ name: space, ...measureOf(definition) }), keyOfParameters(parameters)].join(';');
  return `{${name}<${signature}>=${keyOf(zero, names)};${keyOf(successor, [count, previous, last, ...names])}}`;
}

/** The key of a natural; see {@link keyOf}. */
export function keyOfNatural({ variables, offset }: Natural, binders: readonly string[] = []): string {
  const keys = variables.map((name) => variableKey(name, binders)).sort();
  return [...keys, offset].join('+');
}

/** The key of a sample space; see {@link keyOf}. X^(n+1) and X^n x X_(n+1) share it. */
export function keyOfSpace(space: SampleSpace, binders: readonly string[] = []): string {
  return keyOfExpanded(expandedSpace(space), binders);
}

function keyOfExpanded(space: SampleSpace, binders: readonly string[]): string {
  switch (space.kind) {
    case 'unit':
      return '{}';
    case 'coordinates':
      return '{∂}';
    case 'parameters':
      return '{θ}';
    case 'base':
      return space.index === null ? baseKey(space) : `${baseKey(space)}[${keyOfNatural(space.index, binders)}]`;
    case 'power':
      return `${baseKey(space)}^${keyOfNatural(space.length, binders)}`;
    case 'pairs':
      return `(${keyOfExpanded(space.left, binders)}×${keyOfExpanded(space.right, binders)})`;
  }
}

/** No user's name begins with an integral sign. */
function baseKey({ name, measure }: { readonly name: string; readonly measure?: Measure }): string {
  return measure === undefined ? name : `∫${name}`;
}

function keyOfArgument(argument: Argument, binders: readonly string[]): string {
  if (argument.sort === 'natural') return keyOfNatural(argument.value, binders);
  return keyOfPoint(argument.value, binders);
}

/** The key of a point; see {@link keyOf}. */
export function keyOfPoint(point: SamplePoint, binders: readonly string[] = []): string {
  if (point.kind === 'empty') return '()';
  if (point.kind === 'pair') return `(${keyOfPoint(point.left, binders)},${keyOfPoint(point.right, binders)})`;
  if (point.kind === 'coordinate') {
    return `${keyOfFunction(point.map)}@(${point.arguments.map((a) => keyOfArgument(a, binders)).join(' ')})`;
  }
  const key = variableKey(point.name, binders);
  return key.startsWith('@') ? key : `${key}:${keyOfSpace(point.space, binders)}`;
}

function variableKey(name: string, binders: readonly string[]): string {
  const position = binders.lastIndexOf(name);
  return position < 0 ? name : `@${binders.length - 1 - position}`;
}

function keyOfParameters(parameters: readonly Parameter[]): string {
  const names: string[] = [];
  const keys = parameters.map((parameter) => {
    const key = parameter.sort === 'point' ? keyOfSpace(parameter.space, names) : `#${parameter.sort}`;
    names.push(parameter.name);
    return key;
  });
  return keys.join(',');
}
