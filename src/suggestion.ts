import { InputError } from './errors.ts';

/**
 * The error for a name that is not among the valid ones: it lists them all, and says which is meant if one is near.
 * @param kind what the name names, as in "unknown family 'nromal'"
 */
export function unknownName(kind: string, given: string, valid: readonly string[]): InputError {
  const meant = nearestName(given, valid);
  const hint = meant === undefined ? '' : ` Did you mean '${meant}'?`;
  const list = valid.length === 0 ? 'there are none' : `expected one of ${valid.join(', ')}`;
  return new InputError(`unknown ${kind} '${given}'; ${list}.${hint}`);
}

/** The valid name at the least edit distance from `given`, if that is at most a third of its length (at least one). */
export function nearestName(given: string, valid: readonly string[]): string | undefined {
  const lower = given.toLowerCase();
  const ranked = valid
    .map((name) => ({ name, distance: editDistance(lower, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(given.length / 3)) ? best.name : undefined;
}

/** How many insertions, deletions, substitutions and swaps of neighbours turn one word into the other (Damerau, restricted). */
export function editDistance(a: string, b: string): number {
  const row = (i: number): number[] => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0));
  const table = Array.from({ length: a.length + 1 }, (_, i) => row(i));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, table[i - 2]![j - 2]! + 1);
      table[i]![j] = best;
    }
  }
  return table[a.length]![b.length]!;
}
