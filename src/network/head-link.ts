import { rationalToNumber } from '../algebra/index.ts';
import { evaluateExpression, parseExpression, printExpression, realNumbers, symbolsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { type Declaration, type Domain, type Family, numberOf, reparametrize } from '../families/index.ts';
import { constantOf } from '../interpret/index.ts';
import { unknownName } from '../suggestion.ts';
import { outputCoordinates } from './law-head.ts';
import { randomSource } from './random.ts';

/** The parameters of a family as expressions in the outputs z1, z2, ... of one variable. */
export type Links = Readonly<Record<string, string>>;

/**
 * The family in the outputs z1, z2, ... as coordinates, any reals, and the links that were taken. Without links the outputs
 * are its own coordinates, where any reals are allowed for these. `declared` are domains as they were typed, to propose
 * links by.
 *
 * @throws InputError for links that are missing, unknown, cannot be read, or leave the domain of the family.
 */
export function linkedLaw(
  family: Family,
  given: Links | undefined,
  declared: readonly Declaration[] = [],
): { readonly law: Family; readonly links: Links } {
  const links = given ?? ownCoordinates(family, declared);
  const size = outputsIn(family, links);
  const law = reparametrize(family, outputCoordinates(size), links);
  checkDomain(family, law, links, declared);
  return { law, links };
}

function ownCoordinates(family: Family, declared: readonly Declaration[]): Links {
  const { coordinates, conditions, name } = family;
  const names = coordinates.map((coordinate) => coordinate.name);
  const bound = coordinates.find(({ domain }) => domain !== 'real')?.name;
  const limited = bound ?? conditions.flatMap(symbolsOf).find((symbol) => names.includes(symbol));
  if (limited !== undefined) {
    throw new InputError(
      `the outputs of a network are any real numbers, but ${limited} of ${name} is not: say by "links" how the parameters follow from outputs z1, z2, ...${suggestion(family, declared)}`,
    );
  }
  const isOutput = names.every((_, i) => names.includes(`z${i + 1}`));
  return Object.fromEntries(names.map((own, i) => [own, isOutput ? own : `z${i + 1}`]));
}

/** What to try: links that stay in the domain, if they are known. */
function suggestion(family: Family, declared: readonly Declaration[]): string {
  const links = proposal(family, declared);
  const law = reparametrize(family, outputCoordinates(outputsIn(family, links)), links);
  if (violation(law) === undefined) return `, as in "links": ${JSON.stringify(links)}`;
  const all = family.conditions.map((condition) => `${printExpression(condition)} > 0`);
  return `, with ${all.join(' and ')} for all outputs`;
}

/** Links that keep each parameter in its domain by itself. */
function proposal({ name, coordinates }: Family, declared: readonly Declaration[]): Links {
  if (name === 'categorical') {
    const terms = [...coordinates, undefined].map((_, k) => `exp(z${k + 1})`);
    const total = terms.join(' + ');
    return Object.fromEntries(coordinates.map((coordinate, k) => [coordinate.name, `${terms[k]}/(${total})`]));
  }
  return Object.fromEntries(
    coordinates.map((coordinate, k) => {
      const domain = declared.find((declaration) => declaration.name === coordinate.name)?.domain;
      const ends =
        domain?.kind === 'interval' ? [domain.low, domain.high].map((end) => end && numberOf(end)) : undefined;
      return [coordinate.name, intoDomain(`z${k + 1}`, coordinate.domain, ends)];
    }),
  );
}

function intoDomain(z: string, domain: Domain, ends: readonly (number | null)[] | undefined): string {
  const [low, high] = ends ?? (domain === 'real' ? [null, null] : domain === 'unit' ? [0, 1] : [0, null]);
  if (low === null && high === null) return z;
  if (high === null) return low === 0 ? `exp(${z})` : `${low} + exp(${z})`;
  if (low === null) return `${high} - exp(${z})`;
  return low === 0 && high === 1 ? `1/(1 + exp(-${z}))` : `${low} + ${high! - low!}/(1 + exp(-${z}))`;
}

/** How many outputs the links read: those up to the last one, all of which must occur. */
function outputsIn(family: Family, links: Links): number {
  const names = family.coordinates.map(({ name }) => name);
  for (const name of Object.keys(links)) {
    if (!names.includes(name)) throw unknownName(`parameter in the links of ${family.name}:`, name, names);
  }
  const constants = family.constants.map(({ name }) => name);
  const places = Object.entries(links).flatMap(([name, text]) =>
    symbolsOf(readLink(name, text)).flatMap((symbol) => {
      if (constants.includes(symbol) || symbol === 'pi') return [];
      const place = /^z([1-9]\d*)$/.exec(symbol)?.[1];
      if (place !== undefined) return [Number(place)];
      throw new InputError(
        `the link ${name} = ${text} uses "${symbol}": expected the outputs z1, z2, ...${constants.map((constant) => `, ${constant}`).join('')} or pi`,
      );
    }),
  );
  const size = places.reduce((a, b) => Math.max(a, b), 0);
  if (size === 0) throw new InputError('the links contain no output: write the outputs of a variable as z1, z2, ...');
  const missing = Array.from({ length: size }, (_, i) => i + 1).find((place) => !places.includes(place));
  if (missing !== undefined)
    throw new InputError(`the links use z${size} but not z${missing}: every output must occur, from z1 on`);
  const clash = constants.find((name) => /^z[1-9]\d*$/.test(name));
  if (clash !== undefined) throw new InputError(`a constant cannot be named ${clash}: that is an output`);
  return size;
}

function readLink(name: string, text: string) {
  try {
    return parseExpression(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`the link of ${name}: ${error.message}`, { cause: error });
  }
}

/** Outputs at which links are tried. */
const trials = 64;

/** A condition on the domain that the law breaks at some outputs, if one is found, and where. */
function violation(law: Family): string | undefined {
  const random = randomSource(1, 1);
  for (let trial = 0; trial < trials; trial += 1) {
    const values = law.coordinates.map(() => 2 * random.normal());
    const meaning = (name: string): number => {
      const constant = constantOf(law, name);
      if (constant !== undefined) return rationalToNumber(constant);
      const place = law.coordinates.findIndex((coordinate) => coordinate.name === name);
      return place < 0 ? Math.PI : values[place]!;
    };
    const broken = law.conditions.find((condition) => !(evaluateExpression(realNumbers, condition, meaning) > 0));
    if (broken === undefined) continue;
    const where = values.map((value, i) => `z${i + 1} = ${value.toPrecision(3)}`).join(', ');
    return `at ${where}: ${printExpression(broken)} must be positive for all outputs`;
  }
  return undefined;
}

function checkDomain(family: Family, law: Family, links: Links, declared: readonly Declaration[]): void {
  const broken = violation(law);
  if (broken === undefined) return;
  const shown = Object.entries(links).map(([name, text]) => `${name} = ${text}`);
  throw new InputError(
    `the link ${shown.join(', ')} leaves the domain of ${family.name} ${broken}. Choose other links${suggestion(family, declared)}`,
  );
}
