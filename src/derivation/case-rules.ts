import type { RationalFunction } from '../algebra/index.ts';
import type { Forms } from './forms.ts';
import { isZeroNatural, predecessor, variableNatural } from './natural.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** A value by cases. */
type Cases = Extract<Term, { kind: 'cases' }>;

/** What a value by cases is where the natural is 0 or a successor as it is written; `null` elsewhere. */
export function decided({ on, zero, index, successor }: Cases): Term | null {
  if (isZeroNatural(on)) return zero;
  const before = predecessor(on);
  return before === null ? null : substitute(successor, { naturals: new Map([[index, before]]) });
}

/** The same by cases with both values changed, the predecessor named anew so that no name of the change is captured. */
export function inBothCases({ on, zero, index, successor }: Cases, name: string, change: (of: Term) => Term): Cases {
  const renamed = substitute(successor, { naturals: new Map([[index, variableNatural(name)]]) });
  return { kind: 'cases', on, zero: change(zero), index: name, successor: change(renamed) };
}

/** A value by cases in canonical form: the case that holds, or both in canonical form. */
export function casesForm(forms: Forms, term: Cases, depth: number): RationalFunction {
  const known = decided(term);
  if (known !== null) return forms.value(known, depth);
  const { on, zero, index, successor } = inBothCases(term, `#${depth}`, (of) => of);
  const form = (of: Term, level: number): Term => forms.atoms.toTerm(forms.value(of, level));
  return forms.atom(
    { kind: 'cases', on, zero: form(zero, depth), index, successor: form(successor, depth + 1) },
    depth,
  );
}
