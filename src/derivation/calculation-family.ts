import { gcdOfIntegers, rational } from '../algebra/index.ts';
import {
  type ClosedForm,
  constantValue,
  type Expression,
  equality,
  evaluateExpression,
  parseExpression,
  symbolsOf,
} from '../calculus/index.ts';
import { FisherRaoError, InputError } from '../errors.ts';
import { catalogue, type Family, type Pivot } from '../families/index.ts';
import { densityInField } from '../interpret/index.ts';
import { formulaText } from './formula-text.ts';

const domains: readonly string[] = ['real', 'positive', 'unit', 'natural'];

/**
 * A private copy of a family. Throws {@link InputError} where a name is none or has two meanings, a domain is unknown, or
 * outcomes do not fit the sample variables: calculations trust what the family says of its names.
 */
export function admitFamily(given: Family): Family {
  const family = structuredClone(given);
  const { coordinates, constants, sampleSpace, factors = [] } = family;
  for (const { name, domain } of [...coordinates, ...constants]) {
    if (!domains.includes(domain)) {
      throw new InputError(`${name}: expected one of ${domains.join(', ')}, got ${JSON.stringify(domain)}`);
    }
  }
  const names = [
    ...[...coordinates, ...constants, ...namesOfPivot(family)].map(({ name }) => name),
    ...sampleSpace.variables,
  ];
  // Exponents of a pivot stand beside constants in its moment rule.
  names.push(...(family.pivot?.factors.map(({ exponent }) => exponent) ?? []));
  for (const name of names) checkName(name, family.name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new InputError(`the name "${twice}" has two meanings in ${family.name}`);
  checkNumbers(family, family.name);
  if (sampleSpace.variables.some((name) => name === 'logdensity' || name === 'scalar')) {
    throw new InputError(`${family.name}: logdensity and scalar are quantities of calculations, not of the sample`);
  }
  if (sampleSpace.kind === 'finite') checkOutcomes(family.name, sampleSpace);
  if (family.statistics !== undefined) checkSupport(family);
  if ((family.statistics ?? family.pivot) !== undefined && !family.normalised) {
    throw new InputError(
      `${family.name}: moments by statistics or a pivot need a density that is normalised as it stands`,
    );
  }
  if (family.base !== undefined) checkBase(family, family.base);
  if (family.observations !== undefined) checkCount(family, family.observations.count);
  for (const factor of factors) admitFamily(factor);
  return family;
}

/** Every rational number in the family must be one in lowest terms: closed forms are compared by their numbers. */
function checkNumbers(value: unknown, owner: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('numerator' in value && 'denominator' in value && !('kind' in value)) {
    const { numerator: top, denominator: bottom } = value;
    if (isInteger(top) && isInteger(bottom) && bottom > 0 && gcdOfIntegers(top, bottom) === 1) return;
    throw new InputError(`${owner}: expected a fraction of whole numbers in lowest terms, got ${top}/${bottom}`);
  }
  for (const part of Object.values(value)) checkNumbers(part, owner);
}

function isInteger(value: unknown): value is number | bigint {
  if (typeof value === 'bigint') return !Number.isSafeInteger(Number(value));
  return Number.isSafeInteger(value);
}

/** The pivot of a family and its sign, where that is no sample variable: names that only expectations know. */
export function namesOfPivot({ pivot, sampleSpace }: Family): readonly { readonly name: string }[] {
  const names = [pivot?.variable, pivot?.sign].filter((name) => name !== undefined);
  return names.filter((name) => !sampleSpace.variables.includes(name)).map((name) => ({ name }));
}

/** Throws {@link InputError} for a name that formulas would not read as one. */
export function checkName(name: unknown, owner: string): void {
  if (typeof name === 'string' && isName(name)) return;
  throw new InputError(`${owner}: expected a name such as x, p_1 or theta, got ${JSON.stringify(name)}`);
}

function isName(text: string): boolean {
  try {
    const e = parseExpression(text);
    return e.kind === 'symbol' && e.name === text && symbolsOf(e).length === 1;
  } catch {
    return false;
  }
}

function checkOutcomes(owner: string, space: Extract<Family['sampleSpace'], { kind: 'finite' }>): void {
  const { variables, states, weights } = space;
  if (states.length === 0) throw new InputError(`${owner} has no outcomes`);
  if (states.some((state) => state.length !== variables.length)) {
    throw new InputError(`${owner}: every outcome must have a value for each of ${variables.join(', ')}`);
  }
  const keys = states.map((state) => state.map((q) => `${q.numerator}/${q.denominator}`).join());
  if (new Set(keys).size < keys.length) throw new InputError(`${owner} lists an outcome twice: use weights`);
  if (weights === undefined) return;
  if (weights.length === states.length && weights.every((weight) => isInteger(weight) && weight > 0)) return;
  throw new InputError(`${owner}: expected a positive whole weight for each of ${states.length} outcomes`);
}

/** Means follow from the score of an exponential family, which has mean zero only where the support does not move. */
function checkSupport({ name, sampleSpace, coordinates }: Family): void {
  const bounds =
    sampleSpace.kind === 'interval'
      ? [sampleSpace.low, sampleSpace.high]
      : sampleSpace.kind === 'cut-line'
        ? [sampleSpace.cut]
        : [];
  const moving = bounds.flatMap((bound) => (bound === null ? [] : symbolsOf(bound)));
  const found = coordinates.find((coordinate) => moving.includes(coordinate.name));
  if (found === undefined) return;
  throw new InputError(
    `${name} declares statistics, but its support depends on ${found.name}: it is no exponential family`,
  );
}

/** Means are those of the base family: the density must be its density at the values that the map gives. */
function checkBase(family: Family, { family: base, map }: NonNullable<Family['base']>): void {
  const { forms, logDensity } = densityInField(family);
  const value = (e: Expression): ClosedForm => evaluateExpression(forms, e, meaning);
  const meaning = (name: string): ClosedForm => {
    const own = family.constants.find((constant) => constant.name === name)?.value;
    return own === undefined ? forms.symbol(name) : forms.fromRational(own);
  };
  const mapped = evaluateExpression(forms, base.logDensity, (name) =>
    map[name] === undefined ? meaning(name) : value(map[name]),
  );
  if (equality(forms, logDensity, mapped).verdict !== 'different') return;
  throw new InputError(`${family.name}: its density is not that of ${base.name} where ${mapText(map)}`);
}

function mapText(map: Readonly<Record<string, Expression>>): string {
  return Object.entries(map)
    .map(([name, e]) => `${name} = ${formulaText(e)}`)
    .join(', ');
}

function checkCount({ name, constants }: Family, count: Expression): void {
  const number = constantValue(count);
  const isNatural = (symbol: string): boolean => constants.find((one) => one.name === symbol)?.domain === 'natural';
  const isWhole =
    number === null ? symbolsOf(count).every(isNatural) : number.denominator === 1 && number.numerator > 0;
  if (isWhole) return;
  throw new InputError(`${name}: expected how many observations it has, 1, 2, ..., got ${formulaText(count)}`);
}

/** Sizes of families of the catalogue that are tried. */
const largestSize = 16;

/** Whether a family is the one of the catalogue that its name says, with some size and some values of its constants. */
export function isOfCatalogue(family: Family): boolean {
  const entry = catalogue.find(({ name }) => name === family.name);
  if (entry === undefined) return false;
  const constants = family.constants.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const own = new Set(family.constants.map(({ name }) => name));
  const sizes = entry.parameters.filter(({ name }) => !own.has(name));
  if (sizes.length > 1) return false;
  const key = keyOf(family);
  const tried = sizes.length === 0 ? [null] : [null, ...Array.from({ length: largestSize }, (_, k) => rational(k + 1))];
  return tried.some((size) => {
    try {
      const pairs = size === null ? constants : [...constants, [sizes[0].name, size] as const];
      return keyOf(entry.build({ parameters: Object.fromEntries(pairs) })) === key;
    } catch (error) {
      if (error instanceof FisherRaoError) return false;
      throw error;
    }
  });
}

function keyOf(family: Family): string {
  return JSON.stringify(family, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

/** What expectations over a family rest on, in words: its density, where the name does not say which that is. */
export function regularityOf(family: Family): readonly string[] {
  const { name, pivot, statistics, factors, observations, base, sampleSpace, logDensity } = family;
  if (factors !== undefined) return [`the factors of ${name} are independent`, ...factors.flatMap(regularityOf)];
  if (observations !== undefined)
    return [
      `${name} is that of ${formulaText(observations.count)} independent observations`,
      ...regularityOf(observations.family),
    ];
  const isKnown = isOfCatalogue(family);
  const inBase =
    base === undefined ? [] : [`it is ${base.family.name} where ${mapText(base.map)}`, ...regularityOf(base.family)];
  const density = isKnown ? [] : [`the log-density of ${name} is ${formulaText(logDensity)}`, ...inBase];
  if (pivot !== undefined) {
    const how = isKnown ? '' : ` (${pivotText(pivot)})`;
    return [...density, `the density of ${name} is that of its pivot${how}, whose moments are Gamma functions`];
  }
  if (statistics === undefined && sampleSpace.kind === 'finite')
    return [...density, `expectations of ${name} are finite sums`];
  return [
    ...density,
    `the density of ${name} is normalised for all values of its coordinates, and derivatives and integrals may be exchanged`,
  ];
}

/** How the sample depends on the pivot, and how the powers of which the pivot has which moments are written. */
function pivotText({ sample, factors, rule }: Pivot): string {
  const values = Object.entries(sample).map(([variable, e]) => `${variable} = ${formulaText(e)}`);
  const powers = factors.map(({ base, exponent }) => `(${formulaText(base)})^${exponent}`).join('*');
  const gammas = (list: readonly Expression[]): string => list.map((u) => `gamma(${formulaText(u)})`).join('*');
  const below = rule.below.length === 0 ? '' : `/(${gammas(rule.below)})`;
  const scale =
    rule.scale === undefined ? '' : `(${formulaText(rule.scale.base)})^(${formulaText(rule.scale.exponent)})*`;
  return `${values.join(', ')}; E(${powers}) is ${scale}${gammas(rule.above)}${below} over its value at exponents 0`;
}
