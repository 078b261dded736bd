import type { Integer } from './integer.ts';
import { isCertainlyIrreducible, linearFactor } from './irreducible.ts';
import { type ModularPoint, modularZero, vanishesAt } from './modular-zero.ts';
import {
  divideByInteger,
  generatorPolynomial,
  integerContent,
  monomialContent,
  onePolynomial,
  type Polynomial,
  scalePolynomial,
  shiftExponents,
} from './polynomial.ts';
import { gcdOfPolynomials } from './polynomial-gcd.ts';
import { multiplyPolynomials, powerOfPolynomial } from './polynomial-product.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';
import { squareFreeFactors } from './square-free.ts';

/** A primitive square-free polynomial with positive leading coefficient, coprime to the others of its base. */
export interface Factor {
  readonly polynomial: Polynomial;
  /** The generator that the factor is, or -1. */
  readonly generator: number;
  /** Certainly irreducible: what it does not divide is coprime to it. */
  readonly irreducible: boolean;
  readonly zero: ModularPoint | null;
}

/** content times the product of factor^exponent: exponents by the place of the factor in the base, zeros at the end left out. */
export interface Factored {
  readonly content: Integer;
  readonly exponents: readonly number[];
}

/**
 * Coprime factors of the denominators met in a computation: there are few, and with them sums and products over common
 * denominators need additions of exponents and trial divisions instead of gcds. It grows; nothing in it ever changes.
 */
export interface FactorBase {
  readonly factors: Factor[];
  readonly factorisations: WeakMap<Polynomial, Factored>;
  readonly products: Map<string, Polynomial>;
}

const most = { factors: 48, products: 4096 };

/** A base with these square-free and pairwise coprime factors. */
function newBase(polynomials: readonly Polynomial[] = []): FactorBase {
  const base: FactorBase = { factors: [], factorisations: new WeakMap(), products: new Map() };
  for (const polynomial of polynomials) adjoin(base, polynomial);
  base.products.set(keyOf({ content: 1, exponents: [] }), onePolynomial);
  base.factorisations.set(onePolynomial, { content: 1, exponents: [] });
  return base;
}

let current = newBase();

/** The base in use. A memo: results do not depend on what it has met. */
export function factorBase(): FactorBase {
  if (current.factors.length > most.factors || current.products.size > most.products) current = newBase();
  return current;
}

/** Replaces the base in use by one where `factor` is split by `divisor`, a proper divisor of it. */
export function refine({ factors }: FactorBase, factor: Factor, divisor: Polynomial): void {
  const parts = [divisor, dividePolynomialsExactly(factor.polynomial, divisor) as Polynomial];
  current = newBase(factors.flatMap((other) => (other === factor ? parts : [other.polynomial])));
}

/** Adds a square-free polynomial coprime to the base, split as far as is easy; the places of its parts. */
function adjoin(base: FactorBase, polynomial: Polynomial): number[] {
  const generator = polynomial.coefficients.length === 1 ? polynomial.width - 1 : -1;
  const irreducible = generator >= 0 || isCertainlyIrreducible(polynomial);
  const part = irreducible ? null : linearFactor(polynomial);
  if (part !== null) {
    return [part, dividePolynomialsExactly(polynomial, part) as Polynomial].flatMap((p) => adjoin(base, p));
  }
  const zero = irreducible && generator < 0 ? modularZero(polynomial) : null;
  return [base.factors.push({ polynomial, generator, irreducible, zero }) - 1];
}

/**
 * The factorisation of a polynomial with positive leading coefficient over the base, which grows where factors are
 * missing; `null` where a factor of the base would first have to be split, which then has happened in the base in use.
 */
export function factorisation(base: FactorBase, p: Polynomial): Factored | null {
  const known = base.factorisations.get(p);
  if (known !== undefined) return known;
  const content = integerContent(p);
  const exponents: number[] = [];
  let rest = withoutMonomial(base, divideByInteger(p, content), exponents);
  for (let place = 0; place < base.factors.length && rest.width > 0; place++) {
    const factor = base.factors[place];
    if (factor.generator >= 0) continue;
    for (;;) {
      const quotient = divideByFactor(rest, factor);
      if (quotient === null) break;
      rest = quotient;
      exponents[place] = (exponents[place] ?? 0) + 1;
    }
    if (!isCoprimeTo(base, rest, factor)) return null;
  }
  if (rest.width > 0) {
    for (const { factor, multiplicity } of squareFreeFactors(rest, gcdOfPolynomials)) {
      for (const place of adjoin(base, factor)) exponents[place] = multiplicity;
    }
  }
  const factored = { content, exponents: Array.from(exponents, (exponent) => exponent ?? 0) };
  base.factorisations.set(p, factored);
  return factored;
}

function withoutMonomial(base: FactorBase, p: Polynomial, exponents: number[]): Polynomial {
  const monomial = monomialContent(p);
  monomial.forEach((exponent, generator) => {
    if (exponent === 0) return;
    const known = base.factors.findIndex((factor) => factor.generator === generator);
    const [place] = known >= 0 ? [known] : adjoin(base, generatorPolynomial(generator));
    exponents[place] = exponent;
  });
  return shiftExponents(
    p,
    monomial.map((exponent) => 0 - exponent),
  );
}

/** p divided by a factor that is no generator, or `null`. */
export function divideByFactor(p: Polynomial, { polynomial, zero }: Factor): Polynomial | null {
  if (zero !== null && !vanishesAt(p, zero)) return null;
  return dividePolynomialsExactly(p, polynomial, zero !== null);
}

/** Whether p, which the factor does not divide, is coprime to it; where it is not, the base in use is refined. */
export function isCoprimeTo(base: FactorBase, p: Polynomial, factor: Factor): boolean {
  if (factor.irreducible) return true;
  const common = gcdOfPolynomials(p, factor.polynomial);
  if (common.width === 0) return true;
  refine(base, factor, common);
  return false;
}

function keyOf({ content, exponents }: Factored): string {
  let key = `${content}`;
  for (let place = 0; place < exponents.length; place++) {
    if (exponents[place] > 0) key += ` ${place}^${exponents[place]}`;
  }
  return key;
}

/** The polynomial of a factorisation: for equal factorisations the same object. */
export function expandedProduct(base: FactorBase, factored: Factored): Polynomial {
  const key = keyOf(factored);
  const known = base.products.get(key);
  if (known !== undefined) return known;
  const product = factored.exponents.reduce(
    (result, exponent, place) =>
      exponent === 0
        ? result
        : multiplyPolynomials(result, powerOfPolynomial(base.factors[place].polynomial, exponent)),
    onePolynomial,
  );
  const scaled = scalePolynomial(product, factored.content);
  base.products.set(key, scaled);
  base.factorisations.set(scaled, factored);
  return scaled;
}
