import { parseRational, type Rational } from '../algebra/index.ts';
import { InputError } from '../errors.ts';
import { type Domain, type Family, familyByName } from '../families/index.ts';
import { type Calculation, calculation } from './calculation.ts';
import type { SubjectParts } from './calculation-subject.ts';
import { atLine, type DerivationLine, linesOf, unreadable, withoutClaim } from './derivation-lines.ts';
import { type ProofDocument, proofDocument } from './document.ts';
import { checkNames, checkSyntax, type KnownNames } from './formula-syntax.ts';
import { type VerdictKind, verdictKinds } from './verdict.ts';

/** A side of the chain that is being read, with its line. */
interface ReadSide {
  readonly equals: string;
  readonly by: readonly string[];
  readonly line: number;
}

/** A claim that is being read. */
interface ReadClaim {
  readonly label: string;
  readonly expected: VerdictKind;
  readonly title: string;
  readonly line: number;
  readonly sides: ReadSide[];
  /** The text of a bound, which is no chain. */
  readonly bound: string | null;
  difference: string | undefined;
}

/** What the lines so far have declared. */
interface Context {
  family: Family | undefined;
  metric: SubjectParts['metric'];
  symbols: Record<string, Domain>;
  functions: string[];
  assume: Record<string, string>;
  definitions: Record<string, string>;
  title: { readonly text: string; readonly line: number } | null;
  /** The line of each name that was declared, for those that are declared again. */
  readonly declared: Map<string, number>;
}

/**
 * A document of calculations from text: declarations, then claims whose chains of `=` are checked line by line, formulas
 * in mathjs syntax. `family` and `metric` replace one another; other declarations hold from their line on, each once.
 *
 * Throws {@link InputError} with the number of the line that cannot be read, and the column where it is a formula.
 */
export function parseDerivation(text: string, name: string): ProofDocument {
  const context: Context = {
    family: undefined,
    metric: undefined,
    symbols: {},
    functions: [],
    assume: {},
    definitions: {},
    title: null,
    declared: new Map(),
  };
  const statements: Calculation[] = [];
  let claim: ReadClaim | null = null;
  const finish = (): void => {
    if (claim !== null) statements.push(atLine(claim.line, () => made(claim as ReadClaim, context)));
    claim = null;
  };
  for (const line of linesOf(text)) {
    atLine(line.number, () => {
      checkSyntax(line.raw, line.number);
      if (continued(claim, line)) return;
      finish();
      claim = claimIn(line, context);
      if (claim === null) declare(context, line);
    });
  }
  finish();
  if (context.title !== null) throw new InputError(`line ${context.title.line}: no claim follows this title`);
  if (statements.length === 0) throw withoutClaim(name);
  return proofDocument({ name, source: name, statements });
}

/** Whether a line belongs to the claim before it, which it then extends. */
function continued(claim: ReadClaim | null, { content, number }: DerivationLine): boolean {
  if (/^since(\s|$)/.test(content)) {
    if (claim === null || claim.bound === null) {
      throw new InputError('a line that begins with since belongs to a bound, left <= right; there is none before it');
    }
    if (claim.difference !== undefined) throw new InputError('the bound has its difference already');
    claim.difference = content.slice('since'.length).trim();
    return true;
  }
  if (!content.startsWith('=')) return false;
  if (claim === null) throw new InputError('a line that begins with = continues a claim; there is none before it');
  if (claim.bound !== null) {
    throw new InputError('a bound has two sides, on one line: show the equality in a claim of its own');
  }
  claim.sides.push(...sidesIn(content.slice(1), number));
  return true;
}

function made({ label, expected, title, line, sides, bound, difference }: ReadClaim, context: Context): Calculation {
  const { family, metric, symbols, functions, assume, definitions } = context;
  return calculation({
    label,
    title,
    expected,
    claim: bound ?? sides,
    lines: bound === null ? sides.map(({ line }) => line) : [line, line],
    ...(difference === undefined ? {} : { difference }),
    ...(family === undefined ? {} : { family }),
    ...(metric === undefined ? {} : { metric }),
    symbols: { ...symbols },
    functions: [...functions],
    assume: { ...assume },
    definitions: { ...definitions },
  });
}

function claimIn({ content, number }: DerivationLine, context: Context): ReadClaim | null {
  const [, label, expected = 'proved', rest] =
    /^claim\s+([^\s:]+)(?:\s+expected\s+(\w+))?\s*:\s*(.*)$/.exec(content) ?? [];
  if (label === undefined || rest === undefined) return null;
  const kind = verdictKinds.find((known) => known === expected);
  if (kind === undefined) throw new InputError(`expected one of ${verdictKinds.join(', ')}, got ${expected}`);
  once(context, `label ${label}`, number);
  const bound = /[<>]=/.test(rest) ? rest : null;
  if (bound !== null && /\sby\s/.test(bound)) {
    throw new InputError('a bound cites no assumption: show the equality that needs it in a claim of its own');
  }
  const claim = {
    label,
    expected: kind,
    title: context.title?.text ?? '',
    line: number,
    sides: bound === null ? sidesIn(rest, number) : [],
    bound,
    difference: undefined,
  };
  context.title = null;
  return claim;
}

/** Notes that something is declared. Throws {@link InputError} where it was before, with that line. */
function once({ declared }: Context, what: string, line: number): void {
  const before = declared.get(what);
  if (before !== undefined) throw new InputError(`the ${what} is that of line ${before} already: choose another`);
  declared.set(what, line);
}

/** The sides on one line, `by` belonging to the one that it follows. */
function sidesIn(text: string, line: number): ReadSide[] {
  return text.split('=').map((part) => {
    const [equals, ...cited] = part.split(/\sby\s/);
    if (cited.length > 1) throw new InputError('one side has two "by": separate names by commas');
    const by = (cited[0] ?? '').split(',').map((one) => one.trim());
    return { equals: equals.trim(), by: by.filter((one) => one !== ''), line };
  });
}

function declare(context: Context, { content, raw, number }: DerivationLine): void {
  const [, keyword, rest] = /^(family|metric|names|functions|title)\s*:\s*(.*)$/.exec(content) ?? [];
  const [, assumed, equation] = /^assume\s+([^\s:]+)\s*:\s*(.*)$/.exec(content) ?? [];
  const [, defined, body] = /^let\s+([^\s=]+)\s*=\s*(.*)$/.exec(content) ?? [];
  if (assumed !== undefined) {
    once(context, `assumption ${assumed}`, number);
    checkNames(raw, number, knownTo(context));
    context.assume[assumed] = equation;
  } else if (defined !== undefined) {
    once(context, `name ${named(defined)}`, number);
    checkNames(raw, number, knownTo(context));
    context.definitions[defined] = body;
  } else if (keyword === 'title') {
    if (context.title !== null) throw new InputError(`no claim follows the title of line ${context.title.line}`);
    context.title = { text: rest, line: number };
  } else if (keyword === 'functions') {
    for (const name of listed(rest)) {
      once(context, `name ${named(name)}`, number);
      context.functions.push(name);
    }
  } else if (keyword === 'names') {
    for (const [name, domain] of declarationsIn(rest)) {
      once(context, `name ${name}`, number);
      context.symbols[name] = domain;
    }
  } else if (keyword === 'family') Object.assign(context, { family: familyIn(rest), metric: undefined });
  else if (keyword === 'metric') Object.assign(context, { metric: metricIn(rest), family: undefined });
  else throw unreadable(content);
}

/** What declarations may mention so far. */
function knownTo({ family, metric, symbols, functions, definitions }: Context): KnownNames {
  const coordinates = family?.coordinates.map(({ name }) => name) ?? Object.keys(metric?.coordinates ?? {});
  const constants = family?.constants.map(({ name }) => name) ?? [];
  const sample = family?.sampleSpace.variables ?? [];
  const names = [...coordinates, ...constants, ...sample, ...Object.keys(symbols), ...Object.keys(definitions)];
  return { names, functions };
}

function listed(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function declarationsIn(text: string): readonly (readonly [name: string, domain: Domain])[] {
  return listed(text).map((part) => {
    const [name, domain, ...more] = part.split(/\s+/);
    if (domain === undefined || more.length > 0) {
      throw new InputError(
        `expected names with their domains, separated by commas, as in "a positive, t real"; got "${part}"`,
      );
    }
    return [named(name), domain as Domain] as const; // admission checks the domain
  });
}

/** A name that formulas can mention. */
function named(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return name;
  throw new InputError(`expected a name of letters, digits and _, beginning with a letter; got "${name}"`);
}

function familyIn(text: string): Family {
  const [name, ...sizes] = text.split(/[\s,]+/);
  const pairs = sizes.map((size): [string, Rational] => {
    const [key, value, ...more] = size.split('=');
    if (value === undefined || more.length > 0)
      throw new InputError(`expected size=VALUE after the family, got "${size}"`);
    return [key, parseRational(value)];
  });
  return familyByName(name).build({ parameters: Object.fromEntries(pairs) });
}

function metricIn(text: string): NonNullable<SubjectParts['metric']> {
  const [coordinates, ...rows] = text.split('|');
  const declared = Object.fromEntries(declarationsIn(coordinates));
  const entries = rows.map(listed);
  const size = Object.keys(declared).length;
  if (entries.length === size && entries.every((row) => row.length === size)) return { coordinates: declared, entries };
  throw new InputError(`expected ${size} rows of ${size} entries after the coordinates, separated by |`);
}
