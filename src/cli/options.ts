import { InputError } from '../errors.ts';
import { unknownName } from '../suggestion.ts';
import type { CommandOption } from './command.ts';

/** An option that is either there or not. */
export function flag(summary: string): CommandOption<boolean> {
  return { summary, parse: () => true, fallback: false };
}

/** An option whose text is taken as it is. */
export function text(placeholder: string, summary: string): CommandOption<string | undefined>;
export function text(placeholder: string, summary: string, fallback: string): CommandOption<string>;
export function text(placeholder: string, summary: string, fallback?: string): CommandOption<string | undefined> {
  return { placeholder, summary, parse: (given) => given, fallback };
}

/** An option with one of the `values`. */
export function choice<const Value extends string, const Fallback extends Value | undefined>(
  values: readonly Value[],
  summary: string,
  fallback: Fallback,
): CommandOption<Value | Fallback> {
  const parse = (given: string): Value => oneOf('value', values, given);
  const list = values.join('|');
  if (list.length <= widestList) return { placeholder: list, summary, parse, fallback };
  const isListed = values.every((value) => summary.includes(value));
  return {
    placeholder: 'NAME',
    summary: isListed ? summary : `${summary}: ${values.join(', ')}`,
    parse,
    fallback,
  };
}

/** Longer lists of values stand in the description: in the column of names they would leave no room for it. */
const widestList = 26;

/** An option with any of the `values`, separated by commas, in the order given and each once. */
export function choices<const Value extends string>(
  values: readonly Value[],
  summary: string,
  fallback: readonly Value[],
): CommandOption<readonly Value[]> {
  const parse = (given: string): readonly Value[] => [
    ...new Set(given.split(',').map((part) => oneOf('value', values, part.trim()))),
  ];
  return { placeholder: 'LIST', summary: `${summary} (any of ${values.join(', ')})`, parse, join: united, fallback };
}

/** A list given again goes on, each value once. */
export function united<Value>(before: readonly Value[], next: readonly Value[]): readonly Value[] {
  return [...new Set([...before, ...next])];
}

function oneOf<Value extends string>(kind: string, values: readonly Value[], given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw unknownName(kind, given, values);
  return found;
}

/** A whole number, at least `least`. */
export function wholeNumber<const Fallback extends number | undefined>(
  summary: string,
  least: number,
  fallback: Fallback,
): CommandOption<number | Fallback> {
  const parse = (given: string): number => {
    const value = Number(given);
    if (!/^[+-]?\d+$/.test(given) || !Number.isSafeInteger(value) || value < least)
      throw new InputError(`expected a whole number, at least ${least}; got '${given}'`);
    return value;
  };
  return { placeholder: 'NUMBER', summary, parse, fallback };
}

/** A finite number greater than zero. */
export function positiveNumber<const Fallback extends number | undefined>(
  summary: string,
  fallback: Fallback,
): CommandOption<number | Fallback> {
  const parse = (given: string): number => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isFinite(value) || value <= 0)
      throw new InputError(`expected a number greater than 0; got '${given}'`);
    return value;
  };
  return { placeholder: 'NUMBER', summary, parse, fallback };
}

/** A finite number of seconds, 0 or more. */
export function seconds(summary: string): CommandOption<number | undefined> {
  const parse = (given: string): number => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isFinite(value) || value < 0)
      throw new InputError(`expected a number of seconds, at least 0; got '${given}'`);
    return value;
  };
  return { placeholder: 'SECONDS', summary, parse, fallback: undefined };
}

/** Expressions, separated by commas outside of brackets; given again, the list goes on. */
export function expressions(summary: string): CommandOption<readonly string[]> {
  const parse = (given: string): readonly string[] => {
    const parts = [''];
    let depth = 0;
    for (const letter of given) {
      if (letter === '(') depth++;
      if (letter === ')') depth--;
      if (letter === ',' && depth === 0) parts.push('');
      else parts[parts.length - 1] += letter;
    }
    const trimmed = parts.map((part) => part.trim());
    if (trimmed.includes('')) throw new InputError(`expected expressions separated by commas; got '${given}'`);
    return trimmed;
  };
  return { placeholder: 'EXPR,...', summary, parse, join: united, fallback: [] };
}

/** A list `name=value,name=value`; the values stay text, and a name may come once. */
export function assignments(summary: string): CommandOption<Readonly<Record<string, string>>> {
  const parse = (given: string): Readonly<Record<string, string>> => {
    const result: Record<string, string> = {};
    for (const part of given.split(',')) {
      const [name, value, ...rest] = part.split('=').map((piece) => piece.trim());
      if (!name || !value || rest.length > 0)
        throw new InputError(`expected name=value,name=value,...; got '${part}' in '${given}'`);
      if (Object.hasOwn(result, name)) throw new InputError(`'${name}' is given twice in '${given}'`);
      result[name] = value;
    }
    return result;
  };
  const join = (before: Readonly<Record<string, string>>, next: Readonly<Record<string, string>>) => {
    const twice = Object.keys(next).find((name) => Object.hasOwn(before, name));
    if (twice !== undefined) throw new InputError(`'${twice}' is given twice`);
    return { ...before, ...next };
  };
  return { placeholder: 'NAME=VALUE,...', summary, parse, join, fallback: {} };
}
