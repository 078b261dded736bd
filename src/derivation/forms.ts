import type { RationalFunction } from '../algebra/index.ts';
import type { Uses } from './assumption.ts';
import type { Atoms } from './atoms.ts';
import type { Regularity } from './judgement.ts';
import type { Law } from './law.ts';
import type { Term } from './term.ts';

/** What the rules of canonical forms share: which laws may be used, what is known, and the forms of other terms. */
export interface Forms {
  readonly laws: ReadonlySet<Law>;
  readonly regularity: Regularity;
  readonly atoms: Atoms;
  /** The canonical form of a term that stands under `depth` binders. */
  value(term: Term, depth: number): RationalFunction;
  /** The form of a term whose parts have their forms: unfolded, or an atom; then rewritten. */
  atom(term: Term, depth: number): RationalFunction;
  /** The value after one use of the first equation whose left side it is. */
  rewritten(value: RationalFunction, depth: number): RationalFunction;
  /** The form of a term by field algebra alone. */
  bare(term: Term, depth: number): Term;
  /** Says that a change rests on these assumptions. */
  note(uses: Uses): void;
}
