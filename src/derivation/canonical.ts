import { rationalFunctions as field, type RationalFunction, rational } from '../algebra/index.ts';
import type { Assumption, Uses } from './assumption.ts';
import type { Atoms } from './atoms.ts';
import { casesForm } from './case-rules.ts';
import { deltaForm, identified } from './delta-rules.ts';
import { composed, derivative } from './derivative-rules.ts';
import { determinantForm } from './determinant-form.ts';
import { evaluated } from './evaluation-rules.ts';
import type { Forms } from './forms.ts';
import { freeVariables } from './free-variables.ts';
import { keyOfDefinition } from './identity.ts';
import type { Regularity } from './judgement.ts';
import type { Law } from './law.ts';
import { logarithm } from './logarithm-rules.ts';
import { match } from './matching.ts';
import { powerForm, united } from './power-rules.ts';
import { substitute } from './substitution.ts';
import { range, sum } from './sum-rules.ts';
import type { DefinedFunction, Term } from './term.ts';
import { unfolded } from './unfolding.ts';

/** An equation to be used from left to right, for all values of the variables whose names begin with `?`. */
export interface Rewriting {
  readonly left: Term;
  readonly right: Term;
  /** What the equation rests on. */
  readonly uses: Uses;
}

/** What a canonical form may use. */
export interface Means {
  readonly laws: ReadonlySet<Law>;
  /** Keys of definitions that may be unfolded. */
  readonly unfolding: ReadonlySet<string> | 'all';
  readonly rewritings: readonly Rewriting[];
}

const nothing: Means = { laws: new Set(), unfolding: new Set(), rewritings: [] };

/**
 * Brings terms to a form in which equality is decided by comparison: rational functions over atoms. Sound because each
 * change is an equality for all θ and all values of variables, provided that the term has a meaning under the
 * assumptions of `regularity`; nothing is claimed about completeness. Assumptions that a change needs are noted in
 * `uses`. Two terms are to be compared through one table of atoms.
 */
export class Canonicaliser implements Forms {
  private readonly means: Means;
  readonly regularity: Regularity;
  readonly atoms: Atoms;
  private readonly noted: Assumption[] = [];
  private patterns: readonly Term[] | null = null;

  constructor(means: Means, regularity: Regularity, atoms: Atoms) {
    this.means = means;
    this.regularity = regularity;
    this.atoms = atoms;
  }

  /** The assumptions used so far. */
  get uses(): Uses {
    return this.noted;
  }

  get laws(): ReadonlySet<Law> {
    return this.means.laws;
  }

  note(uses: Uses): void {
    this.noted.push(...uses);
  }

  bare(term: Term, depth: number): Term {
    return this.atoms.toTerm(new Canonicaliser(nothing, this.regularity, this.atoms).value(term, depth));
  }

  /** The canonical form of a term that stands under `depth` binders. */
  value(term: Term, depth: number = 0): RationalFunction {
    switch (term.kind) {
      case 'rational':
        return field.fromRational(rational(term.numerator, term.denominator));
      case 'add':
        return this.rewritten(field.sum(term.terms.map((part) => this.value(part, depth))), depth);
      case 'multiply':
        return this.rewritten(
          united(
            this,
            identified(
              this,
              term.factors.map((part) => this.value(part, depth)).reduce(field.multiply, field.one),
              depth,
            ),
            depth,
          ),
          depth,
        );
      case 'divide':
        return this.rewritten(
          united(this, field.divide(this.value(term.numerator, depth), this.value(term.denominator, depth)), depth),
          depth,
        );
      case 'log':
        return logarithm(this, term.of, depth);
      case 'power':
        return powerForm(this, term, depth);
      case 'derivative':
        return derivative(this, term.along, this.value(term.of, depth), depth);
      case 'at':
        return evaluated(this, term.parameter, this.value(term.of, depth), depth);
      case 'sum':
        return sum(this, term, depth);
      case 'range':
        return range(this, term, depth);
      case 'cases':
        return casesForm(this, term, depth);
      case 'compose':
        return composed(this, term, depth);
      case 'delta':
        return deltaForm(this, term.left, term.right, depth);
      case 'determinant':
        return determinantForm(this, term, depth);
      case 'apply':
      case 'defined':
      case 'recurrence':
        return this.atom(term, depth);
    }
  }

  /** As {@link Forms} says. */
  atom(term: Term, depth: number): RationalFunction {
    if (term.kind === 'defined' && this.mayUnfold(term.definition)) {
      const body = unfolded(term.definition, term.arguments);
      if (body !== null) return this.value(body, depth);
    }
    return this.rewritten(this.atoms.value(term), depth);
  }

  private mayUnfold(definition: DefinedFunction): boolean {
    const { unfolding } = this.means;
    return unfolding === 'all' || unfolding.has(keyOfDefinition(definition));
  }

  /** The value after one use of the first equation whose left side it is. */
  rewritten(value: RationalFunction, depth: number): RationalFunction {
    if (this.means.rewritings.length === 0) return value;
    const plain = new Canonicaliser({ ...this.means, rewritings: [] }, this.regularity, this.atoms);
    const term = this.atoms.toTerm(value);
    this.patterns ??= this.means.rewritings.map(({ left }) => this.atoms.toTerm(plain.value(left)));
    for (const [place, { left, right, uses }] of this.means.rewritings.entries()) {
      const proposal = match(this.patterns[place], term);
      if (proposal === null) continue;
      // Matching only proposes: what counts is that the instance is this very value.
      if (!field.equals(plain.value(substitute(left, proposal), depth), value)) continue;
      const result = substitute(right, proposal);
      if ([...freeVariables(result)].some((name) => name.startsWith('?'))) continue;
      const replaced = plain.value(result, depth);
      this.noted.push(...uses, ...plain.uses);
      return replaced;
    }
    return value;
  }
}
