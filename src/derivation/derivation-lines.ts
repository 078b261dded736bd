import { FisherRaoError, InputError } from '../errors.ts';
import { nearestName } from '../suggestion.ts';

/** A line of a derivation that says something. */
export interface DerivationLine {
  /** From 1. */
  readonly number: number;
  /** As it stands in the text. */
  readonly raw: string;
  /** Without remark and space around it. */
  readonly content: string;
}

/** The lines that say something, whatever ends a line. Throws {@link InputError} for what is no text in UTF-8. */
export function linesOf(text: string): readonly DerivationLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return lines.flatMap((raw, place) => {
    const strange = /[^\P{Cc}\t]|[\p{Cf}\p{Zl}\p{Zp}]|\uFFFD/u.exec(raw);
    if (strange !== null) {
      const code = strange[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      throw new InputError(
        `line ${place + 1}, column ${strange.index + 1}: U+${code} is no character of a text: expected a text file in UTF-8`,
      );
    }
    const content = raw.replace(/#.*/, '').trim();
    return content === '' ? [] : [{ number: place + 1, raw, content }];
  });
}

/** Does something about a line; what goes wrong names it. */
export function atLine<V>(line: number, action: () => V): V {
  try {
    return action();
  } catch (error) {
    if (error instanceof FisherRaoError && !error.message.startsWith('line '))
      error.message = `line ${line}: ${error.message}`;
    throw error;
  }
}

const keywords = ['family', 'metric', 'names', 'functions', 'assume', 'let', 'title', 'claim', 'since'];

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

/** The error for a text without claims. */
export function withoutClaim(name: string): InputError {
  return new InputError(`${name} makes no claim: ${usage}`);
}

/** The error for a line that begins with no keyword, or goes on as it should not: how it is meant, if that can be told. */
export function unreadable(content: string): InputError {
  const shown = content.length > 100 ? `${content.slice(0, 100)}...` : content;
  const word = /^\p{L}*/u.exec(content)?.[0] ?? '';
  if (word === 'claim') {
    return new InputError(
      `cannot read "${shown}": expected claim LABEL: left = right, the label without spaces or colons`,
    );
  }
  if (word === 'assume' || word === 'let') {
    const form = word === 'let' ? 'let NAME = expression' : 'assume NAME: left = right';
    return new InputError(`cannot read "${shown}": expected ${form}`);
  }
  const meant = word === '' ? undefined : nearestName(word, keywords);
  const hint =
    meant === undefined ? '' : ` did you mean "${meant}${/^(claim|assume|let|since)$/.test(meant) ? '' : ':'}"?`;
  return new InputError(`cannot read "${shown}":${hint} ${usage}`);
}
