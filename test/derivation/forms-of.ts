import { rationalFunctions } from '../../src/algebra/index.ts';
import { Atoms } from '../../src/derivation/atoms.ts';
import { Canonicaliser } from '../../src/derivation/canonical.ts';
import type { Assumption, Law, Term } from '../../src/derivation/index.ts';
import { regularityUnder } from '../../src/derivation/regularity.ts';

/** Whether two terms have one canonical form by these laws. */
export function areSame(left: Term, right: Term, laws: readonly Law[], given: readonly Assumption[] = []): boolean {
  const forms = formsBy(laws, given);
  return rationalFunctions.equals(forms.value(left), forms.value(right));
}

/** Canonical forms by these laws. */
export function formsBy(laws: readonly Law[], given: readonly Assumption[] = []): Canonicaliser {
  return new Canonicaliser(
    { laws: new Set(laws), unfolding: 'all', rewritings: [] },
    regularityUnder(given),
    new Atoms(),
  );
}
