import { keyOfDefinition } from '../../src/derivation/identity.ts';
import { type DefinedFunction, type Derivation, isTheorem, type Term } from '../../src/derivation/index.ts';
import { parametersOf } from '../../src/derivation/term.ts';
import { mutantTerms } from './mutant-terms.ts';

/** A definition with one thing changed in what it says. */
interface MutantDefinition {
  readonly change: string;
  readonly definition: () => DefinedFunction;
}

/** Every definition that differs from one in one place. */
export function mutantDefinitions(of: DefinedFunction): readonly MutantDefinition[] {
  const mutants = (term: Term, place: string, put: (changed: Term) => DefinedFunction): readonly MutantDefinition[] =>
    mutantTerms(term).map(({ change, term: changed }) => ({
      change: `${place}${change}`,
      definition: () => put(changed()),
    }));
  if (of.kind === 'plain') return mutants(of.body, '', (body) => ({ ...of, body }));
  return [
    ...mutants(of.zero, 'zero, ', (zero) => ({ ...of, zero })),
    ...mutants(of.successor, 'successor, ', (successor) => ({ ...of, successor })),
  ];
}

/** The definitions that a derivation uses; in theorems that it applies only what stands in the instance. */
export function definitionsIn(derivation: Derivation): readonly DefinedFunction[] {
  const found = new Map<string, DefinedFunction>();
  rebuilt(derivation, (value) => {
    if (isDefinition(value)) found.set(keyOfDefinition(value), value);
    return null;
  });
  return [...found.values()];
}

/** The derivation with one definition replaced by another wherever it stands; theorems stay what they are. */
export function withDefinition(derivation: Derivation, old: DefinedFunction, by: DefinedFunction): Derivation {
  const key = keyOfDefinition(old);
  return rebuilt(derivation, (value) => (isDefinition(value) && keyOfDefinition(value) === key ? by : null));
}

/** The derivation with an undetermined function in the place of a definition of this name; theorems stay what they are. */
export function withoutDefinition(derivation: Derivation, name: string): Derivation {
  const opened = (value: object): object | null => {
    if (!('definition' in value && 'kind' in value && value.kind === 'defined')) return null;
    const term = value as Extract<Term, { kind: 'defined' }>;
    if (term.definition.name !== name) return null;
    const symbol = { name, parameters: parametersOf(term.definition) };
    return { kind: 'apply', function: symbol, arguments: term.arguments };
  };
  return rebuilt(derivation, opened);
}

const kinds: readonly unknown[] = ['plain', 'recursive', 'sequence'] satisfies readonly DefinedFunction['kind'][];

function isDefinition(value: object): value is DefinedFunction {
  return 'kind' in value && kinds.includes(value.kind);
}

/** Plain data with parts of it replaced; what is replaced is not searched further, and theorems are left alone. */
export function rebuilt<V>(value: V, replaced: (part: object) => object | null): V {
  if (typeof value !== 'object' || value === null || isTheorem(value)) return value;
  const other = replaced(value);
  if (other !== null) return other as V;
  if (Array.isArray(value)) return value.map((part) => rebuilt(part, replaced)) as V;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rebuilt(part, replaced)])) as V;
}
