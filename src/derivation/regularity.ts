import { type Assumption, type PropertyOfFunction, together, type Uses } from './assumption.ts';
import { opened } from './binder.ts';
import { inBothCases } from './case-rules.ts';
import { declaredProperty, declaredSmoothness, least, notSmooth } from './declared-properties.ts';
import { DefinitionMemory, type MeaningOfTerm } from './definition-memory.ts';
import { Integrability } from './integrability.ts';
import type { Regularity, Smoothness } from './judgement.ts';
import { argumentOfGap, withoutSquares } from './manifest-signs.ts';
import { printTerm } from './print.ts';
import { isFiniteSpace, type PointVariable } from './space.ts';
import { bodiesOf, type DefinedFunction, partsOf, type Term } from './term.ts';

export type { Regularity, Smoothness };

/** The regularity that follows from these assumptions. */
export function regularityUnder(given: readonly Assumption[]): Regularity {
  const judge = new Judge(given, noHypothesis, new DefinitionMemory());
  return {
    positive: (term) => judge.positive(term),
    nonzero: (term) => judge.nonzero(term),
    nonnegative: (term, known) => judge.nonnegative(term, known),
    constant: (term) => judge.constant(term),
    integrable: (over, of, order) => judge.integrable(over, of, order),
    smoothness: (term) => judge.smoothness(term),
    meaning: (term) => judge.meaning(term),
  };
}

/** What is known of `recurrence`: the hypothesis of the induction by which a property of a definition is shown. */
interface Hypothesis {
  readonly smoothness: Smoothness;
  readonly positive: Uses | null;
  readonly nonnegative: Uses | null;
}

const noHypothesis: Hypothesis = { smoothness: notSmooth, positive: null, nonnegative: null };

class Judge implements Regularity {
  private readonly given: readonly Assumption[];
  private readonly hypothesis: Hypothesis;
  private readonly memory: DefinitionMemory;
  private integrals: Integrability | null = null;
  private names = 0;

  constructor(given: readonly Assumption[], hypothesis: Hypothesis, memory: DefinitionMemory) {
    this.given = given;
    this.hypothesis = hypothesis;
    this.memory = memory;
  }

  positive(term: Term): Uses | null {
    switch (term.kind) {
      case 'rational':
        return term.numerator > 0 ? [] : null;
      case 'add':
        return term.terms.length === 0 ? null : together(term.terms.map((part) => this.positive(part)));
      case 'multiply':
        return together(term.factors.map((part) => this.positive(part)));
      case 'divide':
        return together([this.positive(term.numerator), this.positive(term.denominator)]);
      case 'sum': // sample spaces are not empty, their measure is not zero
        return this.positive(term.of);
      case 'range':
        return term.operation === 'product' ? this.positive(term.of) : null;
      case 'apply':
        return this.declared('positive', term);
      case 'compose':
        return term.along.length === 0 ? this.declared('positive', term) : null;
      case 'defined':
        return this.positiveDefinition(term.definition);
      case 'power':
        return this.positive(term.of);
      case 'cases':
        return together(partsOf(term).map((part) => this.positive(part)));
      case 'at':
        return this.positive(term.of);
      case 'recurrence':
        return this.hypothesis.positive;
      case 'log':
      case 'derivative':
      case 'delta':
      case 'determinant':
        return null;
    }
  }

  nonzero(term: Term): Uses | null {
    const positive = this.positive(term);
    if (positive !== null) return positive;
    switch (term.kind) {
      case 'rational':
        return term.numerator === 0 ? null : [];
      case 'multiply':
        return together(term.factors.map((part) => this.nonzero(part)));
      case 'divide':
        return together([this.nonzero(term.numerator), this.nonzero(term.denominator)]);
      case 'range':
        return term.operation === 'product' ? this.nonzero(term.of) : null;
      case 'cases':
        return together(partsOf(term).map((part) => this.nonzero(part)));
      case 'at':
        return this.nonzero(term.of);
      case 'apply':
        return this.declared('nonzero', term);
      case 'compose':
        return term.along.length === 0 ? this.declared('nonzero', term) : null;
      case 'defined': // a recursion that has both signs would need a hypothesis of its own
        return term.definition.kind === 'plain' ? this.nonzero(term.definition.body) : null;
      default:
        return null;
    }
  }

  nonnegative(term: Term, known: (part: Term) => Uses | null = () => null): Uses | null {
    const shown = this.positive(term) ?? known(term);
    if (shown !== null) return shown;
    const all = (parts: readonly Term[]): Uses | null => together(parts.map((part) => this.nonnegative(part, known)));
    switch (term.kind) {
      case 'rational':
        return term.numerator >= 0 ? [] : null;
      case 'add':
        return this.gap(term.terms) ?? all(term.terms);
      case 'multiply':
        return all(withoutSquares(term.factors));
      case 'divide': // the denominator is not zero where the term has a meaning
        return all(partsOf(term));
      case 'sum':
      case 'range': // what is known of a free variable is not known of a bound one of the same name
        return this.nonnegative(opened(term, `!${this.names++}`).body, known);
      case 'cases':
        return all(partsOf(inBothCases(term, `!${this.names++}`, (part) => part)));
      case 'at': // what is known holds for all θ
        return this.nonnegative(term.of, known);
      case 'delta':
        return [];
      case 'apply':
        return this.declared('nonnegative', term);
      case 'compose':
        return term.along.length === 0 ? this.declared('nonnegative', term) : null;
      case 'defined':
        return this.nonnegativeDefinition(term.definition);
      case 'recurrence':
        return this.hypothesis.nonnegative;
      default:
        return null;
    }
  }

  private gap(terms: readonly Term[]): Uses | null {
    const of = argumentOfGap(terms);
    return of === null ? null : this.positive(of);
  }

  constant(term: Term): Uses | null {
    switch (term.kind) {
      case 'apply':
        return this.declared('constant', term);
      case 'at':
        return [];
      case 'recurrence':
        return null;
      case 'defined':
        return together(bodiesOf(term.definition).map((body) => this.constant(body)));
      default:
        return together(partsOf(term).map((part) => this.constant(part)));
    }
  }

  integrable(over: readonly PointVariable[], of: Term, order: number): Uses | null {
    this.integrals ??= new Integrability(this.given, this);
    return this.integrals.holds(over, of, order);
  }

  smoothness(term: Term): Smoothness {
    switch (term.kind) {
      case 'rational':
      case 'at':
        return { order: Number.POSITIVE_INFINITY, uses: [] };
      case 'apply':
        return this.declaredSmoothness(term);
      case 'compose':
        return this.composedSmoothness(term);
      case 'recurrence':
        return this.hypothesis.smoothness;
      case 'derivative': {
        const { order, uses } = this.smoothness(term.of);
        return { order: Math.max(0, order - 1), uses };
      }
      case 'defined':
        return this.smoothnessOfDefinition(term.definition);
      case 'sum':
        return isFiniteSpace(term.over.space) ? this.smoothness(term.of) : this.smoothnessOfIntegral(term);
      default:
        return least(partsOf(term).map((part) => this.smoothness(part)));
    }
  }

  meaning(term: Term): MeaningOfTerm {
    if (term.kind === 'defined') {
      const { definition } = term;
      const { meanings } = this.memory;
      return this.memory.of(meanings, definition, () => this.within(definition).meaningOfAll(bodiesOf(definition)));
    }
    const inside = this.meaningOfAll(partsOf(term));
    if ('objection' in inside) return inside;
    const own = this.ownMeaning(term);
    return typeof own === 'string' ? { objection: own } : { uses: [...inside.uses, ...own] };
  }

  private meaningOfAll(terms: readonly Term[]): MeaningOfTerm {
    const uses: Assumption[] = [];
    for (const term of terms) {
      const meaning = this.meaning(term);
      if ('objection' in meaning) return meaning;
      uses.push(...meaning.uses);
    }
    return { uses };
  }

  private ownMeaning(term: Term): Uses | string {
    if (term.kind === 'divide') {
      return this.nonzero(term.denominator) ?? `nothing declared shows that ${printTerm(term.denominator)} is not zero`;
    }
    if (term.kind === 'log' || term.kind === 'power') {
      return this.positive(term.of) ?? `nothing declared shows that ${printTerm(term.of)} is positive`;
    }
    if (term.kind === 'derivative') {
      const { order, uses } = this.smoothness(term.of);
      return order >= 1 ? uses : `nothing declared shows that ${printTerm(term.of)} can be differentiated`;
    }
    if (term.kind === 'compose' && term.along.length > 0) {
      const { order, uses } = this.declaredSmoothness(term);
      if (order >= term.along.length) return uses;
      return `nothing declared shows that ${printTerm({ ...term, along: [] })} has the derivative ${printTerm(term)}`;
    }
    if (term.kind === 'sum' && !isFiniteSpace(term.over.space)) {
      const shown = this.integrable([term.over], term.of, 0);
      return (
        shown ?? `nothing declared shows that ${printTerm(term.of)} is absolutely integrable over ${term.over.name}`
      );
    }
    return [];
  }

  private smoothnessOfIntegral({ over, of }: Extract<Term, { kind: 'sum' }>): Smoothness {
    const declared = this.given.map((known) => (known.kind === 'integrable' ? known.order : 0));
    for (let order = Math.max(0, ...declared); order > 0; order--) {
      const uses = this.integrable([over], of, order);
      if (uses !== null) return { order, uses };
    }
    return notSmooth;
  }

  private declared(kind: PropertyOfFunction, term: Extract<Term, { kind: 'apply' | 'compose' }>): Uses | null {
    return declaredProperty(this.given, kind, term.function);
  }

  /** f(u) is as smooth as both f, less the derivatives that have been taken, and u. */
  private composedSmoothness(term: Extract<Term, { kind: 'compose' }>): Smoothness {
    const outer = this.declaredSmoothness(term);
    return least([{ ...outer, order: Math.max(0, outer.order - term.along.length) }, this.smoothness(term.of)]);
  }

  private declaredSmoothness(term: Extract<Term, { kind: 'apply' | 'compose' }>): Smoothness {
    const constant = term.kind === 'apply' ? this.constant(term) : null;
    return constant === null
      ? declaredSmoothness(this.given, term.function)
      : { order: Number.POSITIVE_INFINITY, uses: constant };
  }

  private positiveDefinition(definition: DefinedFunction): Uses | null {
    return this.memory.of(this.memory.positive, definition, () => {
      const judge = this.under({ ...noHypothesis, positive: [] });
      return together(bodiesOf(definition).map((body) => judge.positive(body)));
    });
  }

  private nonnegativeDefinition(definition: DefinedFunction): Uses | null {
    return this.memory.of(this.memory.nonnegative, definition, () => {
      const judge = this.under({ ...noHypothesis, nonnegative: [] });
      return together(bodiesOf(definition).map((body) => judge.nonnegative(body)));
    });
  }

  /** For a recursion, the largest order that the clauses keep if the recurrence has it: its uses are those of the clauses. */
  private smoothnessOfDefinition(definition: DefinedFunction): Smoothness {
    return this.memory.of(this.memory.smoothness, definition, () => {
      if (definition.kind === 'plain') return this.smoothness(definition.body);
      let candidate = Number.POSITIVE_INFINITY;
      for (;;) {
        const judge = this.under({ ...noHypothesis, smoothness: { order: candidate, uses: [] } });
        const kept = least(bodiesOf(definition).map((body) => judge.smoothness(body)));
        if (kept.order >= candidate || kept.order === 0) return kept;
        candidate = kept.order;
      }
    });
  }

  /**
   * The judge for the clauses of a definition: what has been shown of it may be used of its earlier values, with why. A
   * plain definition has none, so that no hypothesis matters in it.
   */
  private within(definition: DefinedFunction): Judge {
    if (definition.kind === 'plain') return this;
    const positive = this.positiveDefinition(definition);
    return this.under({ ...noHypothesis, smoothness: this.smoothnessOfDefinition(definition), positive });
  }

  private under(hypothesis: Hypothesis): Judge {
    return new Judge(this.given, hypothesis, this.memory);
  }
}
