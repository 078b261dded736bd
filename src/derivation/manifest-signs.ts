import { keyOf } from './identity.ts';
import { minusOne, negated } from './signed-terms.ts';
import type { Term } from './term.ts';

/** The u of u - 1 - log u, in any order of the three terms, which is nowhere negative for u > 0; else `null`. */
export function argumentOfGap(terms: readonly Term[]): Term | null {
  if (terms.length !== 3) return null;
  for (const term of terms) {
    const logarithm = negated(term);
    if (logarithm?.kind !== 'log') continue;
    const [one, other] = [keyOf(minusOne), keyOf(logarithm.of)];
    const rest = terms.filter((part) => part !== term).map((part) => keyOf(part));
    if (rest.length === 2 && rest.includes(one) && rest.includes(other)) return logarithm.of;
  }
  return null;
}

/** The factors that are left when pairs of the same factor are struck out. */
export function withoutSquares(factors: readonly Term[]): readonly Term[] {
  const single = new Map<string, Term>();
  for (const factor of factors.flatMap((part) => (part.kind === 'multiply' ? part.factors : [part]))) {
    const key = keyOf(factor);
    if (!single.delete(key)) single.set(key, factor);
  }
  return [...single.values()];
}
