import { keyOf } from './identity.ts';
import type { Term } from './term.ts';

/** The terms of a sum, sums among them taken apart, signs carried inside. */
export function termsIn(term: Term, isNegated: boolean = false): readonly Term[] {
  if (term.kind === 'add') return term.terms.flatMap((part) => termsIn(part, isNegated));
  const inner = negated(term);
  if (inner !== null && (inner.kind === 'add' || negated(inner) !== null)) return termsIn(inner, !isNegated);
  if (!isNegated) return [term];
  return inner === null ? [{ kind: 'multiply', factors: [minusOne, term] }] : [inner];
}

/** The number -1. */
export const minusOne: Term = { kind: 'rational', numerator: -1, denominator: 1 };

/** u of a term that is written -u. */
export function negated(term: Term): Term | null {
  if (term.kind !== 'multiply' || term.factors.length !== 2) return null;
  return keyOf(term.factors[0]) === keyOf(minusOne) ? term.factors[1] : null;
}
