import { type Expression, parseExpression, parseWithFunctions, partsOf } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { nearestName } from '../suggestion.ts';
import { calculationFunctions } from './calculation-language.ts';

/**
 * Checks the syntax of the formulas on a line of a derivation. Throws {@link InputError} with the column in the line, what was
 * expected there, and the line with a mark below it. What names and functions mean in a claim is checked later, when it is
 * decided; see {@link checkNames}.
 */
export function checkSyntax(line: string, number: number): void {
  for (const { text, offset } of formulasIn(line)) {
    const fault = text.trim() === '' ? missingSide(text) : (signFault(text) ?? syntaxFault(text));
    if (fault !== null) throw faultAt(line, number, offset + fault.place, fault.reason);
  }
}

/** What a declaration may mention. */
export interface KnownNames {
  /** Names of values. */
  readonly names: readonly string[];
  /** Undetermined functions. */
  readonly functions: readonly string[];
}

/** Names that need no declaration. */
const given: readonly string[] = ['pi', 'e', 'i', 'logdensity', 'scalar'];

/** Checks that the formulas of a declaration mention what is known alone. Throws {@link InputError} with the column. */
export function checkNames(line: string, number: number, known: KnownNames): void {
  const functions = [...Object.keys(calculationFunctions), ...known.functions];
  for (const { text, offset } of formulasIn(line)) {
    const parsed = parsedAt(text, functions, line, number, offset);
    const unknown = [...unknownIn(parsed, new Set([...given, ...known.names]))][0];
    if (unknown === undefined) continue;
    const place = new RegExp(`(?<![\\p{L}\\p{N}_])${unknown}(?![\\p{L}\\p{N}_])`, 'u').exec(text)?.index ?? 0;
    const near = nearestName(unknown, [...known.names, ...functions]);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    const list = known.names.length === 0 ? 'no name is declared' : `declared so far are ${known.names.join(', ')}`;
    throw faultAt(line, number, offset + place + 1, `unknown name "${unknown}": ${list}.${hint}`);
  }
}

function parsedAt(
  text: string,
  functions: readonly string[],
  line: string,
  number: number,
  offset: number,
): Expression {
  try {
    return parseWithFunctions(text, functions);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw faultAt(line, number, offset + 1 + (text.length - text.trimStart().length), error.message);
  }
}

/** The names that are not known; the index of a sum is. */
function* unknownIn(e: Expression, known: ReadonlySet<string>): Generator<string> {
  if (e.kind === 'symbol') {
    if (!known.has(e.name)) yield e.name;
    return;
  }
  const index = e.kind === 'unknown' && e.name === 'sum' ? e.arguments[1] : undefined;
  const inside = index?.kind === 'symbol' ? new Set([...known, index.name]) : known;
  for (const part of partsOf(e)) yield* unknownIn(part, inside);
}

function faultAt(line: string, number: number, column: number, reason: string): InputError {
  const shown = line.length > widest ? `${line.slice(0, widest)}...` : line;
  const mark = column > widest ? '' : `\n  ${' '.repeat(Math.max(0, column - 1))}^`;
  return new InputError(`line ${number}, column ${column}: ${reason}\n  ${shown.replaceAll('\t', ' ')}${mark}`);
}

/** Longer lines are not shown whole. */
const widest = 120;

interface Part {
  readonly text: string;
  /** Where it begins in the line, from 0. */
  readonly offset: number;
}

interface SyntaxFault {
  readonly reason: string;
  /** From 1. */
  readonly place: number;
}

/** The formulas on a line: what stands after its keyword, between signs of equality, before `by`. */
function formulasIn(line: string): readonly Part[] {
  const content = line.replace(/#.*/, '').replace(/^\uFEFF/, ' ');
  const found =
    /^\s*(?:(?:claim\s+[^\s:]+(?:\s+expected\s+\w+)?|assume\s+[^\s:]+)\s*:|let\s+[^\s=]+\s*=|since(?=\s|$)|=)/.exec(
      content,
    );
  const start = found?.[0].length;
  return start === undefined ? [] : split(content.slice(start), start);
}

function split(text: string, offset: number): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const side of text.split(/(<=|>=|=)/)) {
    if (!/^(<=|>=|=)$/.test(side)) parts.push({ text: side.split(/\sby(?:\s|$)/)[0], offset: offset + at });
    at += side.length;
  }
  return parts;
}

function missingSide(text: string): SyntaxFault {
  return { reason: 'a side is missing here: expected a formula', place: text.length + 1 };
}

/** Signs that mathjs reads and derivations do not. */
function signFault(text: string): SyntaxFault | null {
  const found = /[<>:;]|!=/.exec(text);
  if (found === null) return null;
  const reason = /[<>]/.test(found[0])
    ? `"${found[0]}" has no meaning here: bounds are written <= or >=`
    : `"${found[0]}" has no meaning in a formula`;
  return { reason, place: found.index + 1 };
}

/** What a parser expected, and at which character from 1; `null` where the syntax is right. */
function syntaxFault(text: string): SyntaxFault | null {
  try {
    parseExpression(text);
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [, reason, place] = /^cannot read the expression: (.*) \(char (\d+)\)/.exec(error.message) ?? [];
    // Functions of calculations and declared ones are not known here: that they have no meaning is no fault of syntax.
    return reason === undefined ? null : { reason: `cannot read the formula: ${reason}`, place: Number(place) };
  }
}
