import type { Uses } from './assumption.ts';
import { keyOfDefinition } from './identity.ts';
import type { Regularity, Smoothness } from './judgement.ts';
import type { DefinedFunction } from './term.ts';

/** What has been found of a term's meaning; see {@link Regularity}. */
export type MeaningOfTerm = ReturnType<Regularity['meaning']>;

/** What the assumptions have been found to say of definitions, by the keys of these: it does not depend on the place. */
export class DefinitionMemory {
  readonly smoothness = new Map<string, Smoothness>();
  readonly positive = new Map<string, Uses | null>();
  readonly nonnegative = new Map<string, Uses | null>();
  readonly meanings = new Map<string, MeaningOfTerm>();
  private readonly keys = new WeakMap<DefinedFunction, string>();

  /** What a table has of a definition; worked out where it has nothing. */
  of<V>(table: Map<string, V>, definition: DefinedFunction, find: () => V): V {
    const key = this.keys.get(definition) ?? keyOfDefinition(definition);
    this.keys.set(definition, key);
    const known = table.get(key);
    if (known !== undefined) return known;
    const found = find();
    table.set(key, found);
    return found;
  }
}
