import type { Uses } from './assumption.ts';
import type { PointVariable } from './space.ts';
import type { Term } from './term.ts';

/** How often a term is continuously differentiable in θ, with the assumptions that say so. */
export interface Smoothness {
  readonly order: number;
  readonly uses: Uses;
}

/**
 * What follows from assumptions about sign, smoothness and meaning of a term, whatever its free variables are. Purely
 * structural: nothing is concluded that the parts of the term do not show.
 */
export interface Regularity {
  /** The assumptions by which the term is positive, or `null` where this does not show. */
  positive(term: Term): Uses | null;
  /** The assumptions by which the term is nowhere zero, or `null`. */
  nonzero(term: Term): Uses | null;
  /** The assumptions by which the term is nowhere negative, or `null`; `known` says it of parts of the term. */
  nonnegative(term: Term, known?: (part: Term) => Uses | null): Uses | null;
  /** The assumptions by which the term does not depend on θ, or `null`. */
  constant(term: Term): Uses | null;
  /**
   * The assumptions by which the term is integrable over the variables, with so many derivatives under the integral, as
   * the assumption `integrable` says; or `null`. Over finite spaces: by which it has the derivatives.
   */
  integrable(over: readonly PointVariable[], of: Term, order: number): Uses | null;
  smoothness(term: Term): Smoothness;
  /** The assumptions by which every quotient, logarithm and derivative in the term exists, or why one need not. */
  meaning(term: Term): { readonly uses: Uses } | { readonly objection: string };
}
