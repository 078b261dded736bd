import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';

/**
 * Checks the syntax of the formulas on a line of a derivation. Throws {@link InputError} with the column in the line, what was
 * expected there, and the line with a mark below it. What names and functions mean is checked later, when all are declared.
 */
export function checkSyntax(line: string, number: number): void {
  for (const { text, offset } of formulasIn(line)) {
    const fault = syntaxFault(text);
    if (fault === null) continue;
    const column = offset + fault.place;
    throw new InputError(
      `line ${number}, column ${column}: ${fault.reason}\n  ${line}\n  ${' '.repeat(Math.max(0, column - 1))}^`,
    );
  }
}

interface Part {
  readonly text: string;
  /** Where it begins in the line, from 0. */
  readonly offset: number;
}

/** The formulas on a line: what stands after its keyword, between signs of equality, before `by`. */
function formulasIn(line: string): readonly Part[] {
  const content = line.replace(/#.*/, '');
  const found =
    /^\s*(?:(?:claim\s+[^\s:]+(?:\s+expected\s+\w+)?|assume\s+[^\s:]+)\s*:|let\s+[^\s=]+\s*=|since\s|=)/.exec(content);
  const start = found?.[0].length;
  if (start === undefined) return [];
  return split(content.slice(start), start).filter(({ text }) => text.trim() !== '');
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

/** What a parser expected, and at which character from 1; `null` where the syntax is right. */
function syntaxFault(text: string): { readonly reason: string; readonly place: number } | null {
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
