import { parseRational, type Rational } from '../algebra/index.ts';
import { FisherRaoError, InputError } from '../errors.ts';
import { type Domain, type Family, familyByName } from '../families/index.ts';
import { type Calculation, calculation } from './calculation.ts';
import type { SubjectParts } from './calculation-subject.ts';
import { type ProofDocument, proofDocument } from './document.ts';
import { checkSyntax } from './formula-syntax.ts';
import { type VerdictKind, verdictKinds } from './verdict.ts';

const usage = `expected one of
  family: NAME [size=VALUE ...]
  metric: r positive, phi real | 1, 0 | 0, r^2
  names: a positive, t real
  functions: f, g
  assume NAME: left = right
  let NAME = expression
  title: what the next claim says
  claim LABEL: left = right          (or: claim LABEL expected refuted: ...)
  = next side [by NAME, ...]
  since EXPRESSION                   (the difference of a bound left <= right, seen to be >= 0)
and # for remarks`;

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
  title: string;
}

/**
 * A document of calculations from text: declarations, then claims whose chains of `=` are checked line by line, formulas
 * in mathjs syntax. `family` and `metric` replace one another; other declarations hold from their line on.
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
    title: '',
  };
  const statements: Calculation[] = [];
  let claim: ReadClaim | null = null;
  const finish = (): void => {
    if (claim !== null) statements.push(atLine(claim.line, () => made(claim as ReadClaim, context)));
    claim = null;
  };
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = place + 1;
    const content = raw.replace(/#.*/, '').trim();
    if (content === '') continue;
    atLine(line, () => {
      checkSyntax(raw, line);
      if (/^since\s/.test(content)) {
        if (claim === null)
          throw new InputError('a line that begins with since belongs to a bound; there is none before it');
        claim.difference = content.slice('since'.length).trim();
        return;
      }
      if (content.startsWith('=')) {
        if (claim === null)
          throw new InputError('a line that begins with = continues a claim; there is none before it');
        claim.sides.push(...sidesIn(content.slice(1), line));
        return;
      }
      finish();
      claim = claimIn(content, line, context);
      if (claim === null) declare(context, content);
    });
  }
  finish();
  if (statements.length === 0) throw new InputError(`${name} makes no claim: ${usage}`);
  return proofDocument({ name, source: name, statements });
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

function claimIn(content: string, line: number, context: Context): ReadClaim | null {
  const [, label, expected = 'proved', rest] =
    /^claim\s+([^\s:]+)(?:\s+expected\s+(\w+))?\s*:\s*(.*)$/.exec(content) ?? [];
  if (label === undefined || rest === undefined) return null;
  const kind = verdictKinds.find((known) => known === expected);
  if (kind === undefined) throw new InputError(`expected one of ${verdictKinds.join(', ')}, got ${expected}`);
  const bound = /[<>]=/.test(rest) ? rest : null;
  const claim = {
    label,
    expected: kind,
    title: context.title,
    line,
    sides: bound === null ? sidesIn(rest, line) : [],
    bound,
    difference: undefined,
  };
  context.title = '';
  return claim;
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

function declare(context: Context, content: string): void {
  const [, keyword, rest] = /^(family|metric|names|functions|title)\s*:\s*(.*)$/.exec(content) ?? [];
  const [, assumed, equation] = /^assume\s+([^\s:]+)\s*:\s*(.*)$/.exec(content) ?? [];
  const [, defined, body] = /^let\s+([^\s=]+)\s*=\s*(.*)$/.exec(content) ?? [];
  if (assumed !== undefined) context.assume[assumed] = equation;
  else if (defined !== undefined) context.definitions[defined] = body;
  else if (keyword === 'title') context.title = rest;
  else if (keyword === 'functions') context.functions.push(...listed(rest));
  else if (keyword === 'names') Object.assign(context.symbols, declarationsIn(rest));
  else if (keyword === 'family') Object.assign(context, { family: familyIn(rest), metric: undefined });
  else if (keyword === 'metric') Object.assign(context, { metric: metricIn(rest), family: undefined });
  else throw new InputError(`cannot read "${content}": ${usage}`);
}

function listed(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function declarationsIn(text: string): Record<string, Domain> {
  const pairs = listed(text).map((part): [string, Domain] => {
    const [name, domain, ...more] = part.split(/\s+/);
    if (domain !== undefined && more.length === 0) return [name, domain as Domain]; // admission checks the domain
    throw new InputError(`expected a name and its domain, as in "a positive"; got "${part}"`);
  });
  return Object.fromEntries(pairs);
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
  const declared = declarationsIn(coordinates);
  const entries = rows.map(listed);
  const size = Object.keys(declared).length;
  if (entries.length === size && entries.every((row) => row.length === size)) return { coordinates: declared, entries };
  throw new InputError(`expected ${size} rows of ${size} entries after the coordinates, separated by |`);
}

function atLine<V>(line: number, action: () => V): V {
  try {
    return action();
  } catch (error) {
    if (error instanceof FisherRaoError && !error.message.startsWith('line '))
      error.message = `line ${line}: ${error.message}`;
    throw error;
  }
}
