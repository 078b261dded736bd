import { keyOf } from './identity.ts';
import type { Term } from './term.ts';

/** The u of u - 1 - log u, in any order of the three terms, which is nowhere negative for u > 0; else `null`. */
export function argumentOfGap(terms: readonly Term[]): Term | null {
  if (terms.length !== 3) return null;
  for (const term of terms) {
    const logarithm = negated(term);
    if (logarithm?.kind !== 'log') continue;
    const [one, other] = [keyOf({ kind: 'rational', numerator: -1, denominator: 1 }), keyOf(logarithm.of)];
    const rest = terms.filter((part) => part !== term).map((part) => keyOf(part));
    if (rest.length === 2 && rest.includes(one) && rest.includes(other)) return logarithm.of;
  }
  return null;
}

/** -u as u, where the term is written so. */
function negated(term: Term): Term | null {
  if (term.kind !== 'multiply' || term.factors.length !== 2) return null;
  const [sign, of] = term.factors;
  return sign.kind === 'rational' && sign.numerator === -1 && sign.denominator === 1 ? of : null;
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
