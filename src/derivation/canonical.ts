import {
  rationalFunctions as field,
  generatorsOf,
  isOnePolynomial,
  type Polynomial,
  type RationalFunction,
  rational,
} from '../algebra/index.ts';
import { type Assumption, together, type Uses } from './assumption.ts';
import { type Atoms, monomialsOf } from './atoms.ts';
import { type Binder, bind, interchanged, isFiniteBinder, isFiniteSum, opened, withLevel } from './binder.ts';
import { freeVariables, namesInPoint } from './free-variables.ts';
import { keyOf, keyOfDefinition, keyOfPoint } from './identity.ts';
import type { Regularity } from './judgement.ts';
import type { Law } from './law.ts';
import { match } from './matching.ts';
import { isZeroNatural, predecessor } from './natural.ts';
import { expandedSpace, isFiniteSpace, type PointVariable, type SamplePoint, spaceOf } from './space.ts';
import { substitute } from './substitution.ts';
import { type DefinedFunction, partsOf, type Term } from './term.ts';
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

const zero: Term = { kind: 'rational', ...rational(0) };

const nothing: Means = { laws: new Set(), unfolding: new Set(), rewritings: [] };

/**
 * Brings terms to a form in which equality is decided by comparison: rational functions over atoms. Sound because each
 * change is an equality for all θ and all values of variables, provided that the term has a meaning under the
 * assumptions of `regularity`; nothing is claimed about completeness. Assumptions that a change needs are noted in
 * `uses`. Two terms are to be compared through one table of atoms.
 */
export class Canonicaliser {
  private readonly means: Means;
  private readonly regularity: Regularity;
  private readonly atoms: Atoms;
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

  /** The canonical form of a term that stands under `depth` binders. */
  value(term: Term, depth: number = 0): RationalFunction {
    switch (term.kind) {
      case 'rational':
        return field.fromRational(rational(term.numerator, term.denominator));
      case 'add':
        return this.rewritten(field.sum(term.terms.map((part) => this.value(part, depth))), depth);
      case 'multiply':
        return this.rewritten(
          this.identified(term.factors.map((part) => this.value(part, depth)).reduce(field.multiply, field.one), depth),
          depth,
        );
      case 'divide':
        return this.rewritten(
          field.divide(this.value(term.numerator, depth), this.value(term.denominator, depth)),
          depth,
        );
      case 'log':
        return this.logarithm(term.of, depth);
      case 'derivative':
        return this.derivative(term.along, this.value(term.of, depth), depth);
      case 'sum':
        return this.sum(term, depth);
      case 'range':
        return this.range(term, depth);
      case 'compose':
        return this.composed(term, depth);
      case 'delta':
        return this.delta(term.left, term.right, depth);
      case 'apply':
      case 'defined':
      case 'recurrence':
        return this.atom(term, depth);
    }
  }

  private atom(term: Term, depth: number): RationalFunction {
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

  private derivative(along: SamplePoint, value: RationalFunction, depth: number): RationalFunction {
    const whole = this.atoms.toTerm(value);
    const single = this.atoms.asAtom(value);
    if (single !== null) return this.derivativeOfAtom(along, single, depth);
    const inside = generatorsOf(value);
    const smooth = inside.map((atom) => this.regularity.smoothness(this.atoms.term(atom)));
    if (!this.means.laws.has('differentiation') || smooth.some(({ order }) => order < 1)) {
      return this.atom({ kind: 'derivative', along, of: whole }, depth);
    }
    for (const { uses } of smooth) this.noted.push(...uses);
    return this.rewritten(
      field.derivation(value, (atom) => this.derivativeOfAtom(along, atom, depth)),
      depth,
    );
  }

  /** Partial derivatives in a fixed order, for they are continuous; the arguments in canonical form. */
  private composed(term: Extract<Term, { kind: 'compose' }>, depth: number): RationalFunction {
    const over = term.over.map((variable, place) => ({ ...variable, name: `#${depth + place}` }));
    const points = new Map(term.over.map(({ name }, place) => [name, over[place]]));
    const of = this.atoms.toTerm(this.value(substitute(term.of, { points }), depth + over.length));
    const keyed = term.along.map((tuple) => ({ tuple, key: tuple.map((point) => keyOfPoint(point)).join(' ') }));
    const along = keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ tuple }) => tuple);
    return this.atom({ ...term, along, over, of }, depth);
  }

  /** δ(a, b) = δ(b, a), δ(a, a) = 1, and δ of pairs is the product; these hold without being cited. */
  private delta(left: SamplePoint, right: SamplePoint, depth: number): RationalFunction {
    if (left.kind === 'pair' && right.kind === 'pair') {
      return field.multiply(this.delta(left.left, right.left, depth), this.delta(left.right, right.right, depth));
    }
    const [first, second] = [keyOfPoint(left), keyOfPoint(right)];
    if (first === second || expandedSpace(spaceOf(left)).kind === 'unit') return field.one;
    const term: Term = first < second ? { kind: 'delta', left, right } : { kind: 'delta', left: right, right: left };
    return this.atom(term, depth);
  }

  /** δ(a, b) u(b) = δ(a, b) u(a): beside δ only one of two variables is left. */
  private identified(value: RationalFunction, depth: number): RationalFunction {
    if (!this.means.laws.has('delta')) return value;
    const parts = monomialsOf(value.numerator).map(({ coefficient, powers }) => {
      let product = coefficient;
      const identities = powers.map(({ atom }) => identityOf(this.atoms.term(atom)));
      for (const { atom, exponent } of powers) {
        const term = this.atoms.term(atom);
        const changed =
          term.kind === 'delta'
            ? term
            : identities.reduce<Term>(
                (of, identity) => (identity === null ? of : substitute(of, { points: new Map([identity]) })),
                term,
              );
        const factor = changed === term ? field.generator(atom) : this.value(changed, depth);
        product = field.multiply(product, field.integerPower(factor, exponent));
      }
      return product;
    });
    return field.divide(field.sum(parts), field.fromPolynomials(value.denominator, field.one.numerator));
  }

  private derivativeOfAtom(along: SamplePoint, atom: number, depth: number): RationalFunction {
    const term = this.atoms.term(atom);
    const constant = this.means.laws.has('differentiation') ? this.regularity.constant(term) : null;
    if (constant !== null) {
      this.noted.push(...constant);
      return field.zero;
    }
    if (term.kind === 'compose' && this.means.laws.has('chainRule')) {
      const { order, uses } = this.regularity.smoothness(term);
      if (order >= 1) {
        this.noted.push(...uses);
        return this.value(chainRule(along, term), depth);
      }
    }
    const isSum = term.kind === 'sum' || (term.kind === 'range' && term.operation === 'sum');
    if (term.kind === 'log' && this.means.laws.has('logarithmicDerivative')) {
      const positive = this.regularity.positive(term.of);
      const { order, uses } = this.regularity.smoothness(term.of);
      if (positive !== null && order >= 1) {
        this.noted.push(...positive, ...uses);
        const inner = this.value(term.of, depth);
        return this.rewritten(field.divide(this.derivative(along, inner, depth), inner), depth);
      }
    }
    if (isSum && this.means.laws.has('derivativeOfSum')) {
      const uses = this.differentiable(term);
      if (uses !== null) {
        this.noted.push(...uses);
        return this.value({ ...term, of: { kind: 'derivative', along, of: term.of } }, depth);
      }
    }
    return this.atom(this.inOrder({ kind: 'derivative', along, of: term }), depth);
  }

  /** Why the derivative of the sum is the sum of the derivatives, or `null`. */
  private differentiable(term: Extract<Term, { kind: 'sum' | 'range' }>): Uses | null {
    if (term.kind === 'sum') return this.regularity.integrable([term.over], term.of, 1);
    const { order, uses } = this.regularity.smoothness(term.of);
    return order >= 1 ? uses : null;
  }

  /** Repeated derivatives in the order of their directions, where they may be exchanged. */
  private inOrder(term: Extract<Term, { kind: 'derivative' }>): Term {
    if (!this.means.laws.has('symmetryOfDerivatives')) return term;
    const directions: SamplePoint[] = [];
    let of: Term = term;
    for (; of.kind === 'derivative'; of = of.of) directions.push(of.along);
    const { order, uses } = this.regularity.smoothness(of);
    if (directions.length < 2 || order < directions.length) return term;
    this.noted.push(...uses);
    const sorted = directions.map((along) => ({ along, key: keyOf({ kind: 'derivative', along, of: zero }) }));
    sorted.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0));
    return sorted.reduce<Term>((inner, { along }) => ({ kind: 'derivative', along, of: inner }), of);
  }

  private logarithm(of: Term, depth: number): RationalFunction {
    const value = this.value(of, depth);
    const whole = (): RationalFunction => this.atom({ kind: 'log', of: this.atoms.toTerm(value) }, depth);
    if (!this.means.laws.has('logarithmOfProduct')) return whole();
    if (of.kind === 'multiply' || of.kind === 'divide') {
      const parts = partsOf(of);
      const uses = together(parts.map((part) => this.regularity.positive(part)));
      if (uses === null) return whole();
      this.noted.push(...uses);
      const [first, ...rest] = parts.map((part) => this.logarithm(part, depth));
      if (first === undefined) return field.zero;
      return this.rewritten(rest.reduce(of.kind === 'multiply' ? field.add : field.subtract, first), depth);
    }
    return this.logarithmOfMonomials(value, depth) ?? whole();
  }

  /** The logarithm of a quotient of two monomials in positive atoms; `null` for others. */
  private logarithmOfMonomials({ numerator, denominator }: RationalFunction, depth: number): RationalFunction | null {
    const parts: RationalFunction[] = [];
    for (const [sign, polynomial] of [[1, numerator] as const, [-1, denominator] as const]) {
      const monomials = monomialsOf(polynomial);
      if (monomials.length !== 1) return null;
      const [{ coefficient, powers }] = monomials;
      const factors = powers.map(({ atom, exponent }) => ({ term: this.atoms.term(atom), exponent }));
      if (!field.equals(coefficient, field.one)) factors.push({ term: this.atoms.toTerm(coefficient), exponent: 1 });
      const uses = together(factors.map(({ term }) => this.regularity.positive(term)));
      if (uses === null) return null;
      this.noted.push(...uses);
      for (const { term, exponent } of factors) {
        const logarithm = this.atom({ kind: 'log', of: term }, depth);
        parts.push(field.multiply(field.fromRational(rational(sign * exponent)), logarithm));
      }
    }
    return parts.length === 1 ? parts[0] : this.rewritten(field.sum(parts), depth);
  }

  private sum(term: Extract<Term, { kind: 'sum' }>, depth: number): RationalFunction {
    const space = expandedSpace(term.over.space);
    const name = term.over.name;
    if (this.means.laws.has('sumOverPairs') && space.kind === 'unit') {
      return this.value(substitute(term.of, { points: new Map([[name, { kind: 'empty' }]]) }), depth);
    }
    if (this.means.laws.has('sumOverPairs') && space.kind === 'pairs') {
      const left: PointVariable = { kind: 'variable', name: `#${depth}`, space: space.left };
      const right: PointVariable = { kind: 'variable', name: `#${depth + 1}`, space: space.right };
      const body = substitute(term.of, { points: new Map([[name, { kind: 'pair', left, right }]]) });
      const uses = this.areIntegrable([left, right], body);
      if (uses !== null) {
        this.noted.push(...uses);
        return this.value({ kind: 'sum', over: left, of: { kind: 'sum', over: right, of: body } }, depth);
      }
    }
    const { binder, body } = withLevel(term, depth);
    return this.bound(binder, this.value(body, depth + 1), depth);
  }

  private range(term: Extract<Term, { kind: 'range' }>, depth: number): RationalFunction {
    const isSum = term.operation === 'sum';
    if (this.means.laws.has('lastTerm') && isZeroNatural(term.to)) return isSum ? field.zero : field.one;
    const fewer = predecessor(term.to);
    if (this.means.laws.has('lastTerm') && fewer !== null) {
      const before = this.value({ ...term, to: fewer }, depth);
      const last = this.value(substitute(term.of, { naturals: new Map([[term.index, term.to]]) }), depth);
      return this.rewritten(isSum ? field.add(before, last) : field.multiply(before, last), depth);
    }
    const { binder, body } = withLevel(term, depth);
    return this.bound(binder, this.value(body, depth + 1), depth);
  }

  /** The sum (or product) of a canonical body. */
  private bound(binder: Binder, body: RationalFunction, depth: number): RationalFunction {
    const isSum = binder.kind === 'sum' || binder.operation === 'sum';
    const single = this.singleTerm(binder, body, depth);
    if (single !== null) return single;
    const rearranged = this.means.laws.has('rearrangement');
    if (!isSum || !(rearranged || this.means.laws.has('linearity'))) return this.boundAtom(binder, body, depth);
    const [outerDenominator, innerDenominator] = this.split(body.denominator, binder.name);
    let joint = field.zero;
    const parts = monomialsOf(body.numerator).flatMap(({ coefficient, powers }) => {
      const [outer, inner] = this.splitPowers(powers, binder.name);
      const part = field.divide(inner, innerDenominator);
      const factor = field.multiply(coefficient, outer);
      const single = this.singleTerm(binder, part, depth);
      if (single !== null) return [field.multiply(factor, single)];
      const uses = this.integrable(binder, part);
      if (uses === null) {
        joint = field.add(joint, field.multiply(factor, part));
        return [];
      }
      this.noted.push(...uses);
      const total = rearranged ? this.contracted(binder, part, depth) : this.boundAtom(binder, part, depth);
      return [field.multiply(factor, total)];
    });
    // What is not seen to be integrable by itself stays under one integral: the whole less what is.
    if (!field.isZero(joint)) parts.push(this.boundAtom(binder, joint, depth));
    return this.rewritten(field.divide(field.sum(parts), outerDenominator), depth);
  }

  private integrable(binder: Binder, body: RationalFunction): Uses | null {
    if (binder.kind === 'range') return [];
    return this.areIntegrable([pointOf(binder)], this.atoms.toTerm(body));
  }

  /** Nothing has to be shown of finite sums. */
  private areIntegrable(over: readonly PointVariable[], body: Term): Uses | null {
    return over.every(({ space }) => isFiniteSpace(space)) ? [] : this.regularity.integrable(over, body, 0);
  }

  /** u(y) for the sum over x of δ(x, y) u(x); `null` where the body is not a product with such a factor. */
  private singleTerm(binder: Binder, body: RationalFunction, depth: number): RationalFunction | null {
    if (!this.means.laws.has('delta') || binder.kind !== 'sum' || body.numerator.coefficients.length !== 1) return null;
    for (const { atom } of monomialsOf(body.numerator)[0].powers) {
      const value = otherSide(this.atoms.term(atom), binder.name);
      if (value === null) continue;
      // Of δ itself δ(y, y) = 1 is left.
      return this.value(substitute(this.atoms.toTerm(body), { points: new Map([[binder.name, value]]) }), depth);
    }
    return null;
  }

  private contracted(binder: Binder, part: RationalFunction, depth: number): RationalFunction {
    if (isFiniteBinder(binder)) return this.contraction(binder, part, depth);
    return this.sumsOutside(binder, part, depth) ?? this.boundAtom(binder, part, depth);
  }

  /**
   * The sum of a product that depends on the variable as a whole: sums among its factors are opened into one block, so
   * that sums stand apart only where no index connects them.
   */
  private contraction(binder: Binder, body: RationalFunction, depth: number): RationalFunction {
    const { sums, product } = openedSums(body, this.atoms);
    const block = [binder, ...sums];
    const nested = block.reduceRight<Term>((inner, outer) => bind(outer, inner), product);
    const bare = new Canonicaliser(nothing, this.regularity, this.atoms);
    return this.atom(
      interchanged(
        nested,
        depth,
        () => false,
        (inner, level) => this.atoms.toTerm(bare.value(inner, level)),
      ),
      depth,
    );
  }

  /**
   * The integral of a product with finite sums among its factors: these sums are taken out of the integral, where each
   * of their terms is integrable. `null` where there is none, or where this does not show.
   */
  private sumsOutside(binder: Binder, body: RationalFunction, depth: number): RationalFunction | null {
    const { sums, product } = openedSums(body, this.atoms);
    const over = binder.kind === 'sum' ? this.areIntegrable([pointOf(binder)], product) : null;
    if (sums.length === 0 || over === null) return null;
    this.noted.push(...over);
    const nested = [...sums, binder].reduceRight<Term>((inner, outer) => bind(outer, inner), product);
    return this.value(nested, depth);
  }

  private boundAtom(binder: Binder, body: RationalFunction, depth: number): RationalFunction {
    const term = bind(binder, this.atoms.toTerm(body));
    if (!this.means.laws.has('interchange')) return this.atom(term, depth);
    const bare = new Canonicaliser(nothing, this.regularity, this.atoms);
    const mayChange = (over: readonly PointVariable[], inner: Term): boolean => {
      const uses = this.areIntegrable(over, inner);
      this.noted.push(...(uses ?? []));
      return uses !== null;
    };
    return this.atom(
      interchanged(term, depth, mayChange, (inner, level) => this.atoms.toTerm(bare.value(inner, level))),
      depth,
    );
  }

  /** A denominator as the product of a part free of the variable and a part left inside the sum. */
  private split(denominator: Polynomial, name: string): readonly [RationalFunction, RationalFunction] {
    const whole = field.fromPolynomials(denominator, field.one.numerator);
    if (isOnePolynomial(denominator) || !generatorsOf(whole).some((atom) => this.depends(atom, name))) {
      return [whole, field.one];
    }
    const monomials = monomialsOf(denominator);
    if (monomials.length > 1) return [field.one, whole];
    const [outer, inner] = this.splitPowers(monomials[0].powers, name);
    return [field.multiply(monomials[0].coefficient, outer), inner];
  }

  private splitPowers(
    powers: readonly { readonly atom: number; readonly exponent: number }[],
    name: string,
  ): readonly [RationalFunction, RationalFunction] {
    let [outer, inner] = [field.one, field.one];
    for (const { atom, exponent } of powers) {
      const factor = field.integerPower(field.generator(atom), exponent);
      if (this.depends(atom, name)) inner = field.multiply(inner, factor);
      else outer = field.multiply(outer, factor);
    }
    return [outer, inner];
  }

  private depends(atom: number, name: string): boolean {
    return freeVariables(this.atoms.term(atom)).has(name);
  }

  /** The value after one use of the first equation whose left side it is. */
  private rewritten(value: RationalFunction, depth: number): RationalFunction {
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

/** The variable that may be replaced beside δ, and by what. */
function identityOf(term: Term): readonly [string, SamplePoint] | null {
  if (term.kind !== 'delta') return null;
  for (const [x, y] of [
    [term.right, term.left],
    [term.left, term.right],
  ]) {
    if (x.kind === 'variable' && !namesInPoint(y).includes(x.name)) return [x.name, y];
  }
  return null;
}

/** The y of δ(x, y), if the term is one and y does not depend on the variable x of this name. */
function otherSide(term: Term, name: string): SamplePoint | null {
  if (term.kind !== 'delta') return null;
  for (const [x, y] of [
    [term.left, term.right],
    [term.right, term.left],
  ]) {
    if (x.kind === 'variable' && x.name === name && !namesInPoint(y).includes(name)) return y;
  }
  return null;
}

/** ∂ F((u_i)_i) = Σ_i F_{,i}((u_i)_i) ∂u_i; for a function of one argument without the sum. */
function chainRule(direction: SamplePoint, term: Extract<Term, { kind: 'compose' }>): Term {
  const place = term.over.map((variable, index) => ({ ...variable, name: `#chain${index}` }));
  const points = new Map(term.over.map(({ name }, index) => [name, place[index]]));
  const inner: Term = { kind: 'derivative', along: direction, of: substitute(term.of, { points }) };
  const outer: Term = { ...term, along: [...term.along, place] };
  const product: Term = { kind: 'multiply', factors: [outer, inner] };
  return place.reduceRight<Term>((of, over) => ({ kind: 'sum', over, of }), product);
}

function pointOf({ name, space }: Extract<Binder, { kind: 'sum' }>): PointVariable {
  return { kind: 'variable', name, space };
}

/** The finite sums among the factors of a product, their variables named apart, and what is left without their signs. */
function openedSums(
  body: RationalFunction,
  atoms: Atoms,
): { readonly sums: readonly Binder[]; readonly product: Term } {
  const sums: Binder[] = [];
  const factors: Term[] = [];
  let rest = field.fromPolynomials(field.one.numerator, body.denominator);
  for (const { coefficient, powers } of monomialsOf(body.numerator)) {
    rest = field.multiply(rest, coefficient);
    for (const { atom, exponent } of powers) {
      if (!isFiniteSum(atoms.term(atom))) {
        rest = field.multiply(rest, field.integerPower(field.generator(atom), exponent));
        continue;
      }
      for (let count = 0; count < exponent; count++) {
        let inner = atoms.term(atom);
        while (isFiniteSum(inner)) {
          const { binder, body: of } = opened(inner, `#open${sums.length + 1}`);
          sums.push(binder);
          inner = of;
        }
        factors.push(inner);
      }
    }
  }
  return { sums, product: { kind: 'multiply', factors: [atoms.toTerm(rest), ...factors] } };
}
