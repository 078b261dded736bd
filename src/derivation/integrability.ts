import { rationalFunctions as field } from '../algebra/index.ts';
import type { Assumption, Uses } from './assumption.ts';
import { Atoms } from './atoms.ts';
import { Canonicaliser, type Means, type Rewriting } from './canonical.ts';
import { keyOf, keyOfSpace } from './identity.ts';
import { fixedSign, IntegrabilitySearch, pointwise } from './integrability-search.ts';
import type { Regularity } from './judgement.ts';
import { type Fact, factOf, type KnownIntegral, knownIntegrals } from './known-integrals.ts';
import { patternSign } from './matching.ts';
import { renaming } from './replacements.ts';
import type { PointVariable } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
import { substitute } from './substitution.ts';
import { partsOf, type Term } from './term.ts';

/**
 * Shows of terms that they are integrable over variables, with derivatives under the integral, in the sense of the
 * assumption `integrable`. The class of such terms is closed under sums, under factors that are free of the variables
 * and smooth enough, and under products of terms in different variables (Tonelli, Leibniz); an integral or finite sum
 * whose body is in the class over its own variable as well is in it (Fubini). Terms are brought to canonical form by
 * pointwise equalities and compared with what has been assumed. Over X^n for undetermined n there is induction over n.
 */
export class Integrability {
  private readonly regularity: Regularity;
  private readonly answers = new Map<string, Uses | null>();
  private readonly sources: readonly KnownIntegral[];
  private readonly values: readonly Rewriting[];
  private readonly logarithms: readonly Rewriting[];
  private facts: readonly Fact[] | null = null;

  constructor(given: readonly Assumption[], regularity: Regularity) {
    this.regularity = regularity;
    this.sources = knownIntegrals(given);
    this.values = knownValues(given);
    this.logarithms = knownLogarithms(given);
  }

  /** The assumptions by which the term is integrable over the variables with so many derivatives, or `null`. */
  holds(over: readonly PointVariable[], of: Term, order: number): Uses | null {
    // Bound names of canonical forms must not meet those of the forms around: everything free is given a fixed name.
    const fixed = renaming([of], fixedSign);
    const variables = over.map((variable) => {
      const space = substituteInSpace(variable.space, { naturals: fixed.naturals ?? new Map() });
      return { ...variable, name: `${fixedSign}${variable.name}`, space };
    });
    const term = substitute(of, fixed);
    const where = variables.map(({ name, space }) => `${name}:${keyOfSpace(space)}`).join(' ');
    const key = `${order} ${where} ${keyOf(term)}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    // Only where there is an integral inside can one be replaced by its value.
    const means = hasSum(term) ? { ...pointwise, rewritings: this.values } : pointwise;
    const shown = (by: Means): Uses | null =>
      new IntegrabilitySearch(this.regularity, this.known(), by).integrable(variables, term, order, []);
    const rewritings = [...means.rewritings, ...this.logarithms];
    const answer =
      shown(means) ?? (this.logarithms.length > 0 && hasLog(term) ? shown({ ...means, rewritings }) : null);
    this.answers.set(key, answer);
    return answer;
  }

  /** Facts without integrals in them first: bringing the others to canonical form may need these. */
  private known(): readonly Fact[] {
    if (this.facts !== null) return this.facts;
    this.facts = [];
    const sources = [...this.sources].sort((a, b) => Number(hasSum(a.of)) - Number(hasSum(b.of)));
    for (const source of sources) {
      const more = factsOf(source, this.regularity);
      this.answers.clear();
      this.facts = [...(this.facts ?? []), ...more];
    }
    this.answers.clear();
    return this.facts;
  }
}

/** Integrals that are numbers, as densities have, without integrals inside. */
function knownValues(given: readonly Assumption[]): readonly Rewriting[] {
  return given.flatMap((assumption) => {
    if (assumption.kind !== 'equation' || assumption.claim.relation === 'atMost') return [];
    const { left, right } = assumption.claim;
    if (left.kind !== 'sum' || hasSum(left.of) || right.kind !== 'rational') return [];
    return [{ left: substitute(left, renaming([left], patternSign)), right, uses: [assumption] }];
  });
}

/**
 * Functions that are known by their logarithm, log p(y) = log k(y) + Σ_a t(a, y) h(a) - F say: the equation holds at every
 * point and θ, so log p and its derivatives are integrable if the right side and its derivatives are.
 */
function knownLogarithms(given: readonly Assumption[]): readonly Rewriting[] {
  return given.flatMap((assumption) => {
    if (assumption.kind !== 'equation' || assumption.claim.relation === 'atMost') return [];
    const { left, right } = assumption.claim;
    if (left.kind !== 'log' || left.of.kind !== 'apply') return [];
    const general = renaming([left, right], patternSign);
    return [{ left: substitute(left, general), right: substitute(right, general), uses: [assumption] }];
  });
}

function hasSum(term: Term): boolean {
  return term.kind === 'sum' || partsOf(term).some(hasSum);
}

function hasLog(term: Term): boolean {
  return term.kind === 'log' || partsOf(term).some(hasLog);
}

/** What is known of a source and of its derivatives, in canonical form. */
function factsOf(source: KnownIntegral, regularity: Regularity): readonly Fact[] {
  return source.derivatives.flatMap((term, place) => {
    const atoms = new Atoms();
    const form = new Canonicaliser(pointwise, regularity, atoms);
    const value = form.value(term);
    return field.isZero(value) ? [] : [factOf(source, source.order - place, value, atoms, form.uses)];
  });
}
