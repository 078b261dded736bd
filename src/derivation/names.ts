import { NotationError } from '../errors.ts';
import type { Assumption } from './assumption.ts';
import { keyOfDefinition, keyOfFunction } from './identity.ts';
import { lookalikes } from './lookalikes.ts';
import type { Claim, DefinedFunction, UndeterminedFunction } from './term.ts';

/**
 * Checks that a claim with its assumptions can be read as it is printed: one name is that of one function, definition or
 * map, and of one kind of space; no two names look the same; what notation means is no name. Names mean nothing to the
 * kernel, which tells functions apart by their signatures and definitions by what they say. Throws {@link NotationError}.
 */
export function checkNames(claim: Claim, given: readonly Assumption[]): void {
  const meanings: Meanings = {
    callable: new Map(),
    spaces: new Map(),
    others: new Set(),
    seen: new Set(),
    kinds: new Set(),
  };
  visit([claim, ...given], meanings);
  for (const [what, byName] of [
    ['functions', meanings.callable],
    ['spaces', meanings.spaces],
  ] as const) {
    for (const [name, keys] of byName) {
      if (keys.size > 1) throw new NotationError(`two ${what} are called ${name}: a reader could not tell them apart`);
    }
  }
  for (const name of meanings.callable.keys()) {
    if (notation.includes(name) || (name === 'δ' && meanings.kinds.has('delta')))
      throw new NotationError(`${name} has a meaning: choose another name for the function`);
  }
  const clash = lookalikes([...meanings.callable.keys(), ...meanings.spaces.keys(), ...meanings.others]);
  if (clash === null) return;
  const codes = clash.map((name) => [...name].map((letter) => `U+${codeOf(letter)}`).join(' '));
  throw new NotationError(`two names look the same, ${clash[0]} (${codes[0]}) and ${clash[1]} (${codes[1]})`);
}

/** Names under which terms are printed. */
const notation = ['log', 'det'];

/** What names stand for: functions, definitions and maps by their keys, spaces by their kinds, and the names of variables. */
interface Meanings {
  readonly callable: Map<string, Set<string>>;
  readonly spaces: Map<string, Set<string>>;
  readonly others: Set<string>;
  /** What has been visited, and of which kinds. */
  readonly seen: Set<object>;
  readonly kinds: Set<unknown>;
}

/** Visits plain data, whatever kinds of terms there are. */
function visit(value: unknown, meanings: Meanings): void {
  if (typeof value !== 'object' || value === null || meanings.seen.has(value)) return;
  const { callable, spaces, others, seen, kinds } = meanings;
  seen.add(value);
  const note = (map: Map<string, Set<string>>, name: string, key: string): void => {
    map.set(name, (map.get(name) ?? new Set()).add(key));
  };
  if (!Array.isArray(value)) {
    const { kind, name, space } = value as {
      readonly kind?: unknown;
      readonly name?: unknown;
      readonly space?: unknown;
    };
    kinds.add(kind);
    const measure = 'measure' in value ? 'measured' : 'finite';
    if (kind === 'plain' || kind === 'sequence' || kind === 'recursive') {
      const definition = value as DefinedFunction;
      note(callable, definition.name, keyOfDefinition(definition));
      if (typeof space === 'string') note(spaces, space, `${measure} family`);
    } else if (kind === undefined && 'parameters' in value && typeof name === 'string') {
      note(callable, name, keyOfFunction(value as UndeterminedFunction));
    } else if (kind === 'base' || kind === 'power') {
      const isSingle = kind === 'base' && 'index' in value && value.index === null;
      note(spaces, String(name), `${measure} ${isSingle ? 'space' : 'family'}`);
    } else if (kind === 'variable') others.add(String(name));
    if ('variables' in value && Array.isArray(value.variables))
      for (const own of value.variables) others.add(String(own));
  }
  for (const part of Object.values(value)) visit(part, meanings);
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
