/** Letters of other scripts, and signs for units, that look like Latin ones. */
const alike: readonly (readonly [latin: string, others: string])[] = [
  ['A', 'ΑА'],
  ['B', 'ΒВ'],
  ['C', 'СϹ'],
  ['E', 'ΕЕ'],
  ['F', 'Ϝ'],
  ['H', 'ΗН'],
  ['I', 'ΙІӀ'],
  ['J', 'ЈͿ'],
  ['K', 'ΚК'],
  ['M', 'ΜМ'],
  ['N', 'Ν'],
  ['O', 'ΟО'],
  ['P', 'ΡР'],
  ['S', 'Ѕ'],
  ['T', 'ΤТ'],
  ['X', 'ΧХ'],
  ['Y', 'ΥҮ'],
  ['Z', 'Ζ'],
  ['a', 'аɑ'],
  ['c', 'сϲ'],
  ['e', 'е'],
  ['g', 'ɡ'],
  ['i', 'іı'],
  ['j', 'јϳ'],
  ['o', 'οоߋ'],
  ['p', 'р'],
  ['s', 'ѕ'],
  ['v', 'νѵ'],
  ['x', 'х'],
  ['y', 'у'],
];

const latin = new Map(alike.flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)));

/** How a name looks: composed, without differences of script and form that are not seen in print. */
function appearance(name: string): string {
  return [...name.normalize('NFKC')].map((letter) => latin.get(letter) ?? letter).join('');
}

/** Two different names that look the same in print, as `A` in Latin and Greek do, or `null`. */
export function lookalikes(names: Iterable<string>): readonly [string, string] | null {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = appearance(name);
    const other = seen.get(key);
    if (other !== undefined && other !== name) return [other, name];
    seen.set(key, name);
  }
  return null;
}
