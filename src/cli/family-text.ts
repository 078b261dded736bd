import { InputError } from '../errors.ts';

/** A factor of a family on the command line: its name, and the sizes and constants in brackets. */
export interface FactorText {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The factors of `normal*categorical(n=4)`. Throws {@link InputError} for text that is no product of names, each perhaps
 * with sizes and constants in brackets.
 */
export function readFactors(text: string): readonly FactorText[] {
  const parts = text.split(/\*(?![^(]*\))/);
  return parts.map((part) => {
    const match = /^\s*([a-z0-9-]+)\s*(?:\(([^()]*)\))?\s*$/i.exec(part);
    if (match === null) {
      throw new InputError(
        `cannot read the family '${text}': expected a name, or a product such as 'normal*categorical(n=4)'`,
      );
    }
    return { name: match[1], parameters: match[2] === undefined ? {} : assignmentsIn(match[2], text) };
  });
}

function assignmentsIn(list: string, text: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const item of list.split(',')) {
    const [name, value, ...rest] = item.split('=').map((piece) => piece.trim());
    if (!name || !value || rest.length > 0) {
      throw new InputError(`cannot read '(${list})' in '${text}': expected sizes and constants such as (n=4, N=3)`);
    }
    if (Object.hasOwn(parameters, name)) throw new InputError(`'${name}' is given twice in '${text}'`);
    parameters[name] = value;
  }
  return parameters;
}
