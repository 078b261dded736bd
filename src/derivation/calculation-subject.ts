import { type Expression, isNumberPi, parseWithFunctions } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Coordinate, Domain, Family, SampleSpace } from '../families/index.ts';
import { positiveSampleVariables } from '../interpret/index.ts';
import { admitFamily, checkName, namesOfPivot } from './calculation-family.ts';
import { lookalikes } from './lookalikes.ts';
import type { DomainOf } from './nonnegative.ts';

/**
 * What a calculation is about: names with their domains, and, if there is one, a statistical family or a metric, whose
 * geometry and expectations the calculation may use.
 */
export interface Subject {
  /** Names beside the coordinates and constants of the family. */
  readonly symbols: readonly Coordinate[];
  readonly family: Family | null;
  /** The coordinates and entries of a metric. */
  readonly metric: {
    readonly coordinates: readonly Coordinate[];
    readonly entries: readonly (readonly Expression[])[];
  } | null;
  /** The names of undetermined functions: smooth, otherwise arbitrary. */
  readonly functions: readonly string[];
  /** Equations that steps may rest on, by name: each says what a name or an undetermined function is. */
  readonly equations: readonly AssumedEquation[];
}

/** An equation that a calculation assumes, as text. */
export interface AssumedEquation {
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

/** A subject as it is written. */
export interface SubjectParts {
  /** Names and domains, as in `{ a: 'positive', t: 'real' }`. */
  readonly symbols?: Readonly<Record<string, Domain>>;
  readonly family?: Family;
  readonly metric?: {
    readonly coordinates: Readonly<Record<string, Domain>>;
    readonly entries: readonly (readonly string[])[];
  };
  readonly functions?: readonly string[];
  /** Equations by name, as in `{ ode: 'D(f(t), t) = f(t)' }`; the left side is a name, a function or its derivative. */
  readonly assume?: Readonly<Record<string, string>>;
}

/** The names of the functions of calculations, which undetermined functions may not bear. */
export const reservedFunctions: readonly string[] = [
  'D',
  'at',
  'sum',
  'gap',
  'E',
  'metric',
  'christoffel',
  'riemann',
  'ricci',
  'cubic',
  'partial',
];

const domains: readonly string[] = ['real', 'positive', 'unit', 'natural'] satisfies readonly Domain[];

/** A private copy of a subject. Throws {@link InputError} for names declared twice or unknown domains. */
export function admitSubject({ symbols = {}, family, metric, functions = [], assume = {} }: SubjectParts): Subject {
  return checked({
    symbols: declarations(symbols),
    family: family === undefined ? null : family,
    metric:
      metric === undefined
        ? null
        : {
            coordinates: declarations(metric.coordinates),
            entries: metric.entries.map((row) => row.map((text) => parseLine(text, []))),
          },
    functions: [...functions],
    equations: Object.entries(assume).map(([name, text]) => equationOf(name, text)),
  });
}

const admitted = new WeakSet<Subject>();

/** A subject that {@link admitSubject} made as it is; a private copy of any other. Errors as there. */
export function admittedSubject(subject: Subject): Subject {
  return admitted.has(subject) ? subject : checked(subject);
}

function checked(given: Subject): Subject {
  const { symbols, family: own, metric, functions, equations } = structuredClone(given);
  const family = own === null ? null : admitFamily(own);
  if (family !== null && metric !== null) {
    throw new InputError('a calculation is about a family or about a metric, not about both');
  }
  for (const coordinate of [...symbols, ...(metric?.coordinates ?? [])]) checkCoordinate(coordinate);
  for (const name of functions) checkName(name, 'functions');
  const reserved = functions.find((name) => reservedFunctions.includes(name));
  if (reserved !== undefined) throw new InputError(`"${reserved}" is a function of calculations: choose another name`);
  if (metric !== null) checkEntries(metric);
  const names = [
    ...symbols,
    ...(family?.coordinates ?? []),
    ...(family?.constants ?? []),
    ...(metric?.coordinates ?? []),
    ...(family?.sampleSpace.variables.map((name) => ({ name })) ?? []),
    ...(family === null ? [] : namesOfPivot(family)),
    ...functions.map((name) => ({ name })),
  ].map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new InputError(`the name "${twice}" is declared twice`);
  const alike = lookalikes(names);
  if (alike !== null) throw new InputError(`two different names look the same: ${alike.join(' and ')}`);
  const subject = frozen({ symbols, family, metric, functions, equations });
  admitted.add(subject);
  return subject;
}

function checkCoordinate({ name, domain }: Coordinate): void {
  checkName(name, 'names');
  if (domains.includes(domain)) return;
  throw new InputError(`${name}: expected one of ${domains.join(', ')}, got ${JSON.stringify(domain)}`);
}

function checkEntries({ coordinates, entries }: NonNullable<Subject['metric']>): void {
  const size = coordinates.length;
  if (size > 0 && entries.length === size && entries.every((row) => row.length === size)) return;
  throw new InputError(`expected a metric with a row of ${size} entries for each of ${size} coordinates, at least one`);
}

/** The value, plain data, with nothing left in it that could be changed. */
function frozen<V>(value: V): V {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function equationOf(name: string, text: string): AssumedEquation {
  const [left, right, ...more] = text.split('=').map((side) => side.trim());
  if (left && right && more.length === 0) return { name, left, right };
  throw new InputError(`the assumption ${name} must be an equation, "left = right"; got "${text}"`);
}

function declarations(symbols: Readonly<Record<string, Domain>>): Coordinate[] {
  return Object.entries(symbols).map(([name, domain]) => ({ name, domain }));
}

/**
 * Parses a formula. Throws {@link InputError} with the place, and for text that a reader would not see as it is read:
 * remarks, line breaks and signs without a shape.
 */
export function parseLine(text: string, functions: readonly string[]): Expression {
  if (/[#\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) {
    throw new InputError(`expected a formula on one line without remarks, got ${JSON.stringify(text)}`);
  }
  return parseWithFunctions(text, functions);
}

/** Coordinates along which a calculation may differentiate, or name components of tensors. */
export function coordinatesOf({ family, metric }: Subject): readonly string[] {
  return (family?.coordinates ?? metric?.coordinates ?? []).map(({ name }) => name);
}

/** Every name whose value may vary, with its domain; sample variables are not among them. */
export function variablesOf({ symbols, family, metric }: Subject): readonly Coordinate[] {
  const constants = family?.constants.filter(({ value }) => value === undefined) ?? [];
  return [...(family?.coordinates ?? metric?.coordinates ?? []), ...constants, ...symbols];
}

/** The domain of a name: of what varies, of constants by their values, of sample variables by the sample space. */
export function domainIn(subject: Subject): DomainOf {
  const { family } = subject;
  const domains = new Map<string, Domain>(variablesOf(subject).map(({ name, domain }) => [name, domain]));
  for (const { name, value } of family?.constants ?? []) {
    if (value !== undefined) domains.set(name, value.numerator > 0 ? 'positive' : 'real');
  }
  if (family !== null) for (const { name, domain } of sampleDomains(family.sampleSpace)) domains.set(name, domain);
  return (name) => domains.get(name);
}

function sampleDomains(space: SampleSpace): readonly Coordinate[] {
  if (space.kind === 'product') return space.factors.flatMap(sampleDomains);
  const positive = positiveSampleVariables(space);
  return space.variables.map((name): Coordinate => {
    if (space.kind === 'counts') return { name, domain: space.first >= 1 ? 'natural' : 'real' };
    if (space.kind === 'simplex' && space.variables.length > 1) return { name, domain: 'unit' };
    return { name, domain: positive.includes(name) ? 'positive' : 'real' };
  });
}

/** Whether a name is declared, or has a meaning of its own: to bind it would make it another thing than it seems. */
export function hasMeaning(subject: Subject, name: string): boolean {
  const { family, functions } = subject;
  const own = [...variablesOf(subject), ...(family?.constants ?? [])].map((variable) => variable.name);
  const sample = family?.sampleSpace.variables ?? [];
  const taken = [...own, ...sample, ...functions, ...reservedFunctions, 'scalar', 'logdensity'];
  return isNumberPi(name) || taken.includes(name);
}
