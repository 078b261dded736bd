import { rationalFunctions as field, generatorsOf, type RationalFunction } from '../algebra/index.ts';
import { type Assumption, together, type Uses } from './assumption.ts';
import { Atoms, monomialsOf } from './atoms.ts';
import { Canonicaliser, type Means } from './canonical.ts';
import { unevaluated } from './evaluation-rules.ts';
import { freeVariables } from './free-variables.ts';
import { type IntegralOverSample, inductionOverSample } from './integrability-induction.ts';
import type { Regularity } from './judgement.ts';
import { type Fact, factOf, fits, withoutNumber } from './known-integrals.ts';
import { laws } from './law.ts';
import { match, patternSign } from './matching.ts';
import { MonomialFactors, numberOf, valueOfMonomial } from './monomial-factors.ts';
import { variableNatural } from './natural.ts';
import type { Substitution } from './replacements.ts';
import type { PointVariable } from './space.ts';
import { inFactors } from './space-factors.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** Starts the names of fixed values, which neither users nor canonical forms do. */
export const fixedSign = '!';

/** Sums inside sums and inductions inside inductions deeper than this are given up. */
const largestDepth = 6;

/** After so many products the rest is not looked for: inductions inside inductions may double the powers of a recursion. */
const mostProducts = 1000;

/** Equalities that hold point by point, and linearity of the integrals inside. */
export const pointwise: Means = {
  laws: new Set(laws.filter((law) => !['interchange', 'sumOverPairs', 'lastTerm'].includes(law))),
  unfolding: 'all',
  rewritings: [],
};

/** One question: a table of atoms, and a supply of new names. */
export class IntegrabilitySearch {
  private readonly regularity: Regularity;
  private readonly facts: readonly Fact[];
  private readonly means: Means;
  private readonly atoms = new Atoms();
  private readonly factorsIn = new MonomialFactors(this.atoms);
  private names = 0;
  private products = 0;

  constructor(regularity: Regularity, facts: readonly Fact[], means: Means = pointwise) {
    this.regularity = regularity;
    this.facts = facts;
    this.means = means;
  }

  /** As {@link Integrability.holds}; `hypotheses` are those of the inductions around. */
  integrable(over: readonly PointVariable[], of: Term, order: number, hypotheses: readonly Fact[]): Uses | null {
    const { regularity } = this;
    const smooth = regularity.smoothness(of);
    if (smooth.order < order || hypotheses.length > largestDepth) return null;
    const opened = inFactors(over, of, (space) => this.point(space));
    if (opened.over.length === 0) return order === 0 ? [] : smooth.uses;
    const form = new Canonicaliser(this.means, regularity, this.atoms);
    const uses = this.sum(opened.over, form.value(opened.of), order, hypotheses);
    return uses === null ? null : [...form.uses, ...uses, ...(order === 0 ? [] : smooth.uses)];
  }

  private point(space: PointVariable['space']): PointVariable {
    return { kind: 'variable', name: this.name(), space };
  }

  private name(): string {
    return `${fixedSign}${this.names++}`;
  }

  /** A sum of monomials: each by itself, or several together where that is what has been assumed. */
  private sum(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    const uses: Assumption[] = [];
    const left: RationalFunction[] = [];
    const denominator = field.divide(field.one, field.fromPolynomials(value.denominator, field.one.numerator));
    for (const monomial of monomialsOf(value.numerator)) {
      const whole = field.multiply(valueOfMonomial(monomial), denominator);
      const shown = this.product(over, whole, order, hypotheses);
      if (shown === null) left.push(whole);
      else uses.push(...shown);
    }
    if (left.length === 0) return uses;
    const rest = this.severalTogether(over, left, order, hypotheses);
    return rest === null ? null : [...uses, ...rest];
  }

  /** Subtracts a multiple of what is known, by which fewer monomials are left that are not known. */
  private severalTogether(
    over: readonly PointVariable[],
    left: readonly RationalFunction[],
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    for (const fact of [...hypotheses, ...this.facts]) {
      if (fact.monomials.length < 2 || fact.order < order) continue;
      for (const pattern of fact.monomials) {
        for (const target of left) {
          // With the factors that are free of the variables, too: what is known may have some.
          const shapes = [this.factorsIn.depending(over, target), withoutNumber(target)];
          const proposal = this.proposalFor(fact, pattern, shapes, over);
          if (proposal === null) continue;
          const known = this.instance(fact.of, proposal);
          const shape = this.instance(pattern, proposal);
          if (known === null || shape === null) continue;
          const share = numberOf(known.value, shape.value);
          if (share === null) continue;
          const factor = field.divide(target, field.multiply(share, shape.value));
          const smooth = this.outside(over, factor, order);
          if (smooth === null) continue;
          const rest = field.subtract(field.sum(left), field.multiply(factor, known.value));
          const fewer = this.less(over, rest, left.length, order, hypotheses);
          if (fewer !== null) return [...fact.uses, ...known.uses, ...smooth, ...fewer];
        }
      }
    }
    return null;
  }

  private proposalFor(
    fact: Fact,
    pattern: Term,
    shapes: readonly RationalFunction[],
    over: readonly PointVariable[],
  ): Substitution | null {
    for (const shape of shapes) {
      const proposal = match(pattern, this.atoms.toTerm(shape));
      if (proposal !== null && fits(fact, proposal, over)) return proposal;
    }
    return null;
  }

  /** As `sum`, if fewer than so many monomials have to be shown together. */
  private less(
    over: readonly PointVariable[],
    value: RationalFunction,
    count: number,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    const denominator = field.divide(field.one, field.fromPolynomials(value.denominator, field.one.numerator));
    const open = monomialsOf(value.numerator)
      .map((monomial) => field.multiply(valueOfMonomial(monomial), denominator))
      .filter((whole) => this.product(over, whole, order, hypotheses) === null);
    return open.length < count ? this.sum(over, value, order, hypotheses) : null;
  }

  /** A product: factors free of the variables, and for each group of variables that occur together what has them. */
  private product(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    if (++this.products > mostProducts) return null;
    const whole = this.assumed(over, withoutNumber(value), order, hypotheses);
    if (whole !== null) return whole;
    const inner = this.factorsIn.depending(over, value);
    const outside = this.outside(over, field.divide(value, inner), order);
    if (outside === null) return null;
    const groups = this.factorsIn.groups(over, inner);
    if (groups === null) return null;
    const shown = groups.map((group) => this.group(group.over, group.value, order, hypotheses));
    const all = together(shown);
    return all === null ? null : [...outside, ...all];
  }

  /** Why the factor is free of the variables and smooth enough, or `null`. */
  private outside(over: readonly PointVariable[], factor: RationalFunction, order: number): Uses | null {
    const uses: Assumption[] = [];
    for (const atom of generatorsOf(factor)) {
      if (this.factorsIn.variables(over, atom).length > 0) return null;
      const smooth = this.regularity.smoothness(this.atoms.term(atom));
      if (smooth.order < order) return null;
      if (order > 0) uses.push(...smooth.uses);
    }
    return uses;
  }

  private group(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    return (
      this.assumed(over, value, order, hypotheses) ??
      this.atOneParameter(over, value, hypotheses) ??
      this.bySumInside(over, value, order, hypotheses) ??
      this.byInduction(over, value, order, hypotheses)
    );
  }

  private assumed(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    const term = this.atoms.toTerm(value);
    // What does not depend on θ has all its derivatives, which are zero.
    const constant = order > 0 ? this.regularity.constant(term) : null;
    for (const fact of [...hypotheses, ...this.facts]) {
      if (fact.monomials.length !== 1 || (fact.order < order && constant === null)) continue;
      const proposal = match(fact.monomials[0], term);
      if (proposal === null || !fits(fact, proposal, over)) continue;
      const known = this.instance(fact.of, proposal);
      if (known === null || field.isZero(known.value)) continue;
      if (generatorsOf(field.divide(known.value, value)).length > 0) continue;
      return [...fact.uses, ...known.uses, ...(constant ?? [])];
    }
    return null;
  }

  /** The value of a term at θ0 is integrable if the term is, whatever θ; being free of θ it has all derivatives. */
  private atOneParameter(
    over: readonly PointVariable[],
    value: RationalFunction,
    hypotheses: readonly Fact[],
  ): Uses | null {
    const found = unevaluated(this.atoms.toTerm(value), this.regularity);
    const shown = found === null ? null : this.integrable(over, found.of, 0, hypotheses);
    return found === null || shown === null ? null : [...found.uses, ...shown];
  }

  /** c(x) Σ_y u(x, y), integrable over x since c(x) u(x, y) is over (x, y). */
  private bySumInside(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    if (this.names > 200) return null;
    for (const { powers } of monomialsOf(value.numerator)) {
      for (const { atom } of powers) {
        const sum = this.atoms.term(atom);
        if (this.factorsIn.variables(over, atom).length === 0) continue;
        if (sum.kind !== 'sum' && !(sum.kind === 'range' && sum.operation === 'sum')) continue;
        const rest = this.atoms.toTerm(field.divide(value, field.generator(atom)));
        const added = sum.kind === 'sum' ? [this.point(sum.over.space)] : [];
        const body =
          sum.kind === 'sum'
            ? substitute(sum.of, { points: new Map([[sum.over.name, added[0]]]) })
            : substitute(sum.of, { naturals: new Map([[sum.index, variableNatural(this.name())]]) });
        return this.integrable([...over, ...added], { kind: 'multiply', factors: [rest, body] }, order, hypotheses);
      }
    }
    return null;
  }

  /** Over X^n: for X^0, which has one point, and for X^(n+1) = X^n x X_(n+1) if it holds for this n. */
  private byInduction(
    over: readonly PointVariable[],
    value: RationalFunction,
    order: number,
    hypotheses: readonly Fact[],
  ): Uses | null {
    if (over.length !== 1 || hypotheses.length >= largestDepth) return null;
    const term = this.atoms.toTerm(value);
    const step = inductionOverSample(over[0], term, this.name());
    const smooth = this.regularity.smoothness(term);
    if (step === null || smooth.order < order) return null;
    const hypothesis = this.hypothesis(step.hypothesis, order);
    if (hypothesis === null) return null;
    const uses = this.integrable([step.conclusion.over], step.conclusion.of, order, [...hypotheses, hypothesis]);
    return uses === null ? null : [...uses, ...(order === 0 ? [] : smooth.uses)];
  }

  private hypothesis({ over, of }: IntegralOverSample, order: number): Fact | null {
    const atoms = new Atoms();
    const form = new Canonicaliser(pointwise, this.regularity, atoms);
    const value = form.value(of);
    if (field.isZero(value)) return null;
    return factOf({ over: [over], of, order, derivatives: [of], uses: [] }, order, value, atoms, form.uses);
  }

  /** The term with the proposal put in, in canonical form; `null` where a variable is left open. */
  private instance(
    pattern: Term,
    proposal: Substitution,
  ): { readonly value: RationalFunction; readonly uses: Uses } | null {
    const term = substitute(pattern, proposal);
    if ([...freeVariables(term)].some((name) => name.startsWith(patternSign))) return null;
    const form = new Canonicaliser(pointwise, this.regularity, this.atoms);
    const value = form.value(term);
    return { value, uses: form.uses };
  }
}
