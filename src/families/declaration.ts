import { parseRational, type Rational, rationalToNumber } from '../algebra/index.ts';
import {
  type Expression,
  evaluateExpression,
  isNumberPi,
  parseExpression,
  printExpression,
  realNumbers,
} from '../calculus/index.ts';
import { FisherRaoError, InputError } from '../errors.ts';
import { unknownName } from '../suggestion.ts';

/**
 * Where a declared name lives. `interval`: the real numbers strictly between two bounds, `null` for none; `circle`: an
 * angle; `integers`: whole numbers from `low` to `high`, both included, `null` for no bound; `set`: a finite list.
 */
export type DeclaredDomain =
  | { readonly kind: 'interval'; readonly low: Expression | null; readonly high: Expression | null }
  | { readonly kind: 'circle' }
  | { readonly kind: 'integers'; readonly low: number | null; readonly high: number | null }
  | { readonly kind: 'set'; readonly values: readonly Rational[] };

/** A name with its domain, and with a value where one was given. */
export interface Declaration {
  readonly name: string;
  readonly domain: DeclaredDomain;
  readonly value?: Rational;
}

const zero = parseExpression('0');
const one = parseExpression('1');

/** The domains with a name of their own; the natural numbers start at 0 [ISO 80000-2]. */
const named: Readonly<Record<string, DeclaredDomain>> = {
  real: { kind: 'interval', low: null, high: null },
  positive: { kind: 'interval', low: zero, high: null },
  unit: { kind: 'interval', low: zero, high: one },
  circle: { kind: 'circle' },
  integer: { kind: 'integers', low: null, high: null },
  natural: { kind: 'integers', low: 0, high: null },
};

const usage =
  'a domain is real, positive, unit (strictly between 0 and 1), circle, integer, natural (0, 1, 2, ...), a..b (real numbers strictly between, inf allowed), integer a..b or {1,2,5}';

/**
 * The declarations in a text such as `mu real, sigma positive`: names with domains, separated by commas. Domains: real,
 * positive, unit, circle, integer, natural, `a..b`, `integer a..b` and `{1,2,5}`. With `values`, `name domain = value` and
 * `name = value` (a real constant) are read as well. Throws {@link InputError} with the place of what cannot be read.
 */
export function readDeclarations(text: string, values = false): readonly Declaration[] {
  const declarations = itemsOf(text).map(({ item, start }) => declarationIn(text, item, start, values));
  declarations.forEach(({ name }, k) => {
    if (declarations.findIndex((other) => other.name === name) < k)
      throw new InputError(`the name "${name}" is declared twice in "${text}"`);
  });
  return declarations;
}

/** The parts between commas that are outside braces, each with its place. */
function itemsOf(text: string): { readonly item: string; readonly start: number }[] {
  const items: { item: string; start: number }[] = [];
  let [start, depth] = [0, 0];
  for (let place = 0; place <= text.length; place++) {
    const letter = text[place];
    if (letter === '{' || letter === '(') depth++;
    if (letter === '}' || letter === ')') depth--;
    if (place < text.length && (letter !== ',' || depth > 0)) continue;
    items.push({ item: text.slice(start, place), start });
    start = place + 1;
  }
  return items;
}

const pattern = /^(\s*)([\p{L}_][\p{L}\p{N}_]*)(?:(\s+)([^=]*?))?\s*(?:=\s*(.*?))?\s*$/u;

function declarationIn(text: string, item: string, start: number, values: boolean): Declaration {
  const found = pattern.exec(item);
  const example = values ? "'nu positive' or 'nu = 3'" : "'mu real'";
  if (found === null) throw misread(text, start, `expected a name and its domain, such as ${example}`);
  const [, before, name, gap = '', domainText, valueText] = found as unknown as string[];
  const place = start + before.length + name.length + gap.length;
  if (valueText !== undefined && !values)
    throw misread(text, place, `a domain is declared here, not a value: expected ${example}`);
  if (!domainText && valueText === undefined) throw misread(text, place, `expected a domain after "${name}": ${usage}`);
  const domain = domainText ? domainIn(text, domainText, place) : named['real'];
  if (valueText === undefined) return { name, domain };
  const value = rationalIn(text, valueText, place);
  if (!domainContains(domain, rationalToNumber(value)))
    throw new InputError(`${name} must be ${describeDomain(domain)}, got ${valueText}`);
  return { name, domain, value };
}

function domainIn(text: string, domain: string, place: number): DeclaredDomain {
  if (Object.hasOwn(named, domain)) return named[domain];
  const range = /^(integer\s+|real\s+)?([^.].*?)\s*\.\.\s*(.+)$/.exec(domain);
  if (range !== null) {
    const [, kind = 'real', from, to] = range;
    return kind.trim() === 'integer' ? integersIn(text, from, to, place) : intervalIn(text, from, to, place);
  }
  if (domain.startsWith('{')) return setIn(text, domain, place);
  if (/^[a-z]+$/i.test(domain)) {
    const { message } = unknownName('domain', domain, Object.keys(named));
    throw misread(text, place, `${message} ${capital(usage)}`);
  }
  throw misread(text, place, `"${domain}" is no domain: ${usage}`);
}

function capital(sentence: string): string {
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function intervalIn(text: string, from: string, to: string, place: number): DeclaredDomain {
  const [low, high] = [boundIn(text, from, '-inf', place), boundIn(text, to, 'inf', place)];
  if (low !== null && high !== null && !(numberOf(low) < numberOf(high)))
    throw misread(text, place, `the interval ${from}..${to} is empty: the first bound must be the smaller one`);
  return { kind: 'interval', low, high };
}

function boundIn(text: string, bound: string, infinite: string, place: number): Expression | null {
  if (bound === infinite || bound === `${infinite}inity`) return null;
  try {
    const expression = parseExpression(bound);
    numberOf(expression);
    return expression;
  } catch (error) {
    if (!(error instanceof FisherRaoError)) throw error;
    throw misread(text, place, `"${bound}" is no bound: expected a number, an expression in pi, or ${infinite}`);
  }
}

function integersIn(text: string, from: string, to: string, place: number): DeclaredDomain {
  const whole = (bound: string, infinite: string): number | null => {
    if (bound === infinite) return null;
    const value = Number(bound);
    if (/^[+-]?\d+$/.test(bound) && Number.isSafeInteger(value)) return value;
    throw misread(text, place, `"${bound}" is no bound of integers: expected a whole number or ${infinite}`);
  };
  const [low, high] = [whole(from, '-inf'), whole(to, 'inf')];
  if (low !== null && high !== null && low > high)
    throw misread(text, place, `there are no integers in ${from}..${to}: the first bound must not be the larger one`);
  return { kind: 'integers', low, high };
}

function setIn(text: string, domain: string, place: number): DeclaredDomain {
  if (!domain.endsWith('}')) throw misread(text, place, 'the brace { is not closed');
  const values = domain
    .slice(1, -1)
    .split(',')
    .map((part) => rationalIn(text, part.trim(), place));
  const keys = values.map(({ numerator, denominator }) => `${numerator}/${denominator}`);
  if (new Set(keys).size < keys.length) throw misread(text, place, `${domain} names a value twice`);
  return { kind: 'set', values };
}

function rationalIn(text: string, value: string, place: number): Rational {
  try {
    return parseRational(value);
  } catch {
    throw misread(text, place, `"${value}" is no number: expected one such as 2, -0.5 or 1/3`);
  }
}

function misread(text: string, place: number, problem: string): InputError {
  return new InputError(`${problem}\n  ${text}\n  ${' '.repeat(place)}^`);
}

/** The number that a bound stands for. */
export function numberOf(bound: Expression): number {
  return evaluateExpression(realNumbers, bound, (name) => {
    if (isNumberPi(name)) return Math.PI;
    throw new InputError(`a bound is a number, got the name "${name}"`);
  });
}

/** The domain contains the number. */
export function domainContains(domain: DeclaredDomain, value: number): boolean {
  switch (domain.kind) {
    case 'interval': {
      const { low, high } = domain;
      return Number.isFinite(value) && !(low && value <= numberOf(low)) && !(high && value >= numberOf(high));
    }
    case 'circle':
      return Number.isFinite(value);
    case 'integers':
      return Number.isInteger(value) && value >= (domain.low ?? -Infinity) && value <= (domain.high ?? Infinity);
    case 'set':
      return domain.values.some((member) => rationalToNumber(member) === value);
  }
}

/** The domain in words, as in "sigma must be positive". */
export function describeDomain(domain: DeclaredDomain): string {
  switch (domain.kind) {
    case 'interval': {
      if (domain.low === null && domain.high === null) return 'a real number';
      const [low, high] = [domain.low, domain.high].map((bound) => (bound === null ? null : printExpression(bound)));
      if (high === null) return low === '0' ? 'positive' : `greater than ${low}`;
      return low === null ? `less than ${high}` : `strictly between ${low} and ${high}`;
    }
    case 'circle':
      return 'an angle';
    case 'integers': {
      const { low, high } = domain;
      if (low === null && high === null) return 'a whole number';
      if (low !== null && high !== null) return `a whole number from ${low} to ${high}`;
      return low === null ? `a whole number up to ${high}` : `one of ${low}, ${low + 1}, ${low + 2}, ...`;
    }
    case 'set':
      return `one of ${domain.values.map(rationalToNumber).join(', ')}`;
  }
}
