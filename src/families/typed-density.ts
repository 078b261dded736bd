import { type Rational, rational } from '../algebra/index.ts';
import { constantValue, type Expression, parseWithAbsoluteValues, substitute, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { nearestName } from '../suggestion.ts';
import { type Cut, withoutAbsoluteValues } from './absolute-values.ts';
import { type Declaration, type DeclaredDomain, numberOf, readDeclarations } from './declaration.ts';
import type { Constant, Coordinate, Domain, Family, SampleSpace } from './family.ts';
import { logarithmOf } from './logarithm-of.ts';
import { checkSampleSpaceSize } from './sample-space.ts';

/** A density as it was typed: the density or its logarithm, and what its names are. */
export interface TypedDensity {
  readonly density?: string;
  readonly logDensity?: string;
  /** `x real`, or several variables. */
  readonly variables: string;
  /** `mu real, sigma positive`. */
  readonly parameters: string;
  /** `nu positive`, or with a value, `nu = 3`. */
  readonly constants?: string;
}

/** The name of every family from a typed density. */
export const typedFamilyName = 'density';

/** A family from a typed density, with the declarations from which it was made. Nothing about it is derived yet. */
export interface TypedFamily {
  /** `normalised` is an assumption here. */
  readonly family: Family;
  readonly variables: readonly Declaration[];
  readonly parameters: readonly Declaration[];
  readonly constants: readonly Declaration[];
  /** The density, where it was typed and not its logarithm: it must not be negative. */
  readonly density?: Expression;
}

/**
 * The family that a typed density denotes. Declared names shadow e, i and pi. Throws {@link InputError} for what cannot
 * be read, at its place, for names that nobody declared, and for parameters that cannot vary continuously; errors of
 * absolute values as {@link withoutAbsoluteValues} says.
 */
export function typedFamily(typed: TypedDensity): TypedFamily {
  const { density, logDensity } = typed;
  const text = density ?? logDensity;
  if (text === undefined || (density !== undefined && logDensity !== undefined))
    throw new InputError('give a density or a log-density, and only one of them');
  const variables = readDeclarations(typed.variables);
  const parameters = readDeclarations(typed.parameters);
  const constants = typed.constants === undefined ? [] : readDeclarations(typed.constants, true);
  const names = [...variables, ...parameters, ...constants].map(({ name }) => name);
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined)
    throw new InputError(`the name "${twice}" is declared twice: as variable, parameter or constant`);
  const asTyped = withConstants(parseWithAbsoluteValues(text), names, text);
  const { expression: given, cut } = withoutAbsoluteValues(asTyped, { variables, parameters, constants });
  const unused = parameters.find(({ name }) => !symbolsOf(asTyped).includes(name));
  if (unused !== undefined)
    throw new InputError(
      `the density does not contain the parameter "${unused.name}": leave it out, or check its name`,
    );
  return {
    family: {
      name: typedFamilyName,
      summary: `${density === undefined ? 'log-density' : 'density'} ${text}`,
      coordinates: parameters.map(coordinateOf),
      constants: constants.map(constantOf),
      conditions: [...parameters, ...constants.filter(({ value }) => value === undefined)].flatMap(conditionsOf),
      sampleSpace: cut === undefined ? sampleSpaceOf(variables) : cutLine(variables[0].name, cut),
      logDensity: density === undefined ? given : logarithmOf(given),
      normalised: true,
    },
    variables,
    parameters,
    constants,
    ...(density === undefined ? {} : { density: given }),
  };
}

/** The expression with e replaced by exp(1) unless it is declared; refuses names that are neither declared nor pi. */
function withConstants(e: Expression, names: readonly string[], text: string): Expression {
  const unknown = symbolsOf(e).find((name) => !names.includes(name) && name !== 'e' && name !== 'pi');
  if (unknown !== undefined) throw undeclared(unknown, names, text);
  const euler: Expression = { kind: 'call', name: 'exp', argument: { kind: 'number', value: rational(1) } };
  return names.includes('e') ? e : substitute(e, new Map([['e', euler]]));
}

function undeclared(name: string, names: readonly string[], text: string): InputError {
  const place = text.search(
    new RegExp(`(?<![\\p{L}\\p{N}_])${name.replace(/[^\p{L}\p{N}_]/gu, '\\$&')}(?![\\p{L}\\p{N}_])`, 'u'),
  );
  const pointer = place < 0 ? '' : `\n  ${text}\n  ${' '.repeat(place)}^`;
  if (name === 'i') return new InputError(`a density is real: i has no meaning here unless it is declared${pointer}`);
  const meant = nearestName(name, [...names, 'pi']);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  return new InputError(
    `unknown name "${name}": declared are ${names.join(', ')}.${hint} Constants are declared by --constants${pointer}`,
  );
}

function isAtLeastZero(bound: Expression | null): boolean {
  return bound !== null && numberOf(bound) >= 0;
}

function coordinateOf({ name, domain }: Declaration): Coordinate {
  switch (domain.kind) {
    case 'circle':
      return { name, domain: 'real', angle: true };
    case 'interval': {
      if (isNumber(domain.low, 0) && isNumber(domain.high, 1)) return { name, domain: 'unit' };
      return { name, domain: isAtLeastZero(domain.low) ? 'positive' : 'real' };
    }
    default:
      throw new InputError(
        `the parameter "${name}" is not continuous: one differentiates along parameters; declare it by --constants`,
      );
  }
}

function isNumber(bound: Expression | null, value: number): boolean {
  return bound !== null && numberOf(bound) === value;
}

/** What the domain demands beyond being real, positive or in the unit interval. */
function conditionsOf({ name, domain }: Declaration): Expression[] {
  if (domain.kind !== 'interval') return [];
  const { low, high } = domain;
  const symbol: Expression = { kind: 'symbol', name };
  const difference = (a: Expression, b: Expression): Expression => ({
    kind: 'add',
    terms: [a, { kind: 'negate', of: b }],
  });
  if (isNumber(low, 0) && isNumber(high, 1)) return [];
  return [
    ...(low === null || isNumber(low, 0) ? [] : [difference(symbol, low)]),
    ...(high === null ? [] : [difference(high, symbol)]),
  ];
}

function constantOf({ name, domain, value }: Declaration): Constant {
  const positive: Domain = isPositiveDomain(domain) ? 'positive' : 'real';
  if (value !== undefined) return { name, domain: 'real', value };
  const above = domain.kind === 'interval' && domain.low !== null ? constantValue(domain.low) : null;
  return { name, domain: positive, ...(above !== null && above.numerator > 0 ? { above } : {}) };
}

function isPositiveDomain(domain: DeclaredDomain): boolean {
  switch (domain.kind) {
    case 'interval':
      return isAtLeastZero(domain.low);
    case 'circle':
      return false;
    case 'integers':
      return domain.low !== null && domain.low >= 0;
    case 'set':
      return domain.values.every(({ numerator }) => numerator > 0);
  }
}

function cutLine(variable: string, { at, sign }: Cut): SampleSpace {
  return { kind: 'cut-line', variables: [variable, sign], cut: at };
}

function sampleSpaceOf(variables: readonly Declaration[]): SampleSpace {
  const factors = variables.map(({ name, domain }) => factorOf(name, domain));
  if (factors.length === 1) return factors[0];
  const names = variables.map(({ name }) => name);
  const finite = factors.flatMap((factor) => (factor.kind === 'finite' ? [factor] : []));
  if (finite.length < factors.length) return { kind: 'product', variables: names, factors };
  checkSampleSpaceSize(
    'the sample space',
    finite.reduce((size, { states }) => size * states.length, 1),
  );
  const states = finite.reduce<readonly (readonly Rational[])[]>(
    (prefixes, factor) => prefixes.flatMap((prefix) => factor.states.map((state) => [...prefix, ...state])),
    [[]],
  );
  return { kind: 'finite', variables: names, states };
}

function factorOf(name: string, domain: DeclaredDomain): SampleSpace {
  switch (domain.kind) {
    case 'circle':
      return { kind: 'circle', variables: [name] };
    case 'set':
      return { kind: 'finite', variables: [name], states: domain.values.map((value) => [value]) };
    case 'integers': {
      const { low, high } = domain;
      if (low === null || high === null) return integersFrom(name, low, high);
      checkSampleSpaceSize('the sample space', high - low + 1);
      const values = Array.from({ length: high - low + 1 }, (_, k) => [rational(low + k)]);
      return { kind: 'finite', variables: [name], states: values };
    }
    case 'interval': {
      const { low, high } = domain;
      if (high === null && low === null) return { kind: 'line', variables: [name] };
      if (high === null && low !== null && constantValue(low)?.numerator === 0)
        return { kind: 'half-line', variables: [name] };
      return { kind: 'interval', variables: [name], low, high };
    }
  }
}

function integersFrom(name: string, low: number | null, high: number | null): SampleSpace {
  if (low !== null) return { kind: 'counts', variables: [name], first: low };
  if (high === null) return { kind: 'integers', variables: [name] };
  throw new InputError(`integers without a lower bound are all integers here: count "${name}" downwards from ${high}`);
}
