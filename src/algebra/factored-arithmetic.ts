import {
  divideByFactor,
  expandedProduct,
  type FactorBase,
  type Factored,
  factorBase,
  factorisation,
  isCoprimeTo,
} from './factor-base.ts';
import { divideIntegersExactly, gcdOfIntegers, type Integer, multiplyIntegers } from './integer.ts';
import { cancelled, type RationalFunction, zeroFunction } from './lowest-terms.ts';
import {
  divideByInteger,
  integerContent,
  isZeroPolynomial,
  monomialContent,
  type Polynomial,
  partialOfPolynomial,
  scalePolynomial,
  shiftExponents,
  subtractPolynomials,
  zeroPolynomial,
} from './polynomial.ts';
import { multiplyPolynomials, sumOfPolynomials, sumOfProductsOfPolynomials } from './polynomial-product.ts';

/** A product of two rational functions, or one alone. */
export type Product = readonly [RationalFunction] | readonly [RationalFunction, RationalFunction];

/**
 * The sum of products in lowest terms: everything over one common denominator, whose factors are then cancelled one by
 * one. `null` where the factors known of the denominators do not suffice, which the base in use then makes good.
 */
export function sumOfFactoredProducts(products: readonly Product[]): RationalFunction | null {
  const base = factorBase();
  const groups = new Map<string, { denominator: Factored; numerators: (readonly Polynomial[])[] }>();
  for (const product of products) {
    if (product.some(({ numerator }) => isZeroPolynomial(numerator))) continue;
    const denominator = denominatorOf(base, product);
    if (denominator === null) return null;
    const key = `${denominator.content} ${denominator.exponents.join(' ')}`;
    const numerators = product.map(({ numerator }) => numerator);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { denominator, numerators: [numerators] });
    else group.numerators.push(numerators);
  }
  const all = [...groups.values()];
  if (all.length === 0) return zeroFunction;
  const common = all.map(({ denominator }) => denominator).reduce(leastCommonMultiple);
  const total = sumOfPolynomials(
    all.map(({ denominator, numerators }) =>
      multiplyPolynomials(
        sumOfProductsOfPolynomials(numerators),
        expandedProduct(base, quotientOf(common, denominator)),
      ),
    ),
  );
  return lowestTerms(base, total, common);
}

function denominatorOf(base: FactorBase, product: Product): Factored | null {
  const first = factorisation(base, product[0].denominator);
  const second = product.length === 1 || first === null ? null : factorisation(base, product[1].denominator);
  return product.length === 1 ? first : first === null || second === null ? null : productOf(first, second);
}

/** The product of two rational functions: only the denominator of one and the numerator of the other have common factors. */
export function factoredProduct(a: RationalFunction, b: RationalFunction): RationalFunction | null {
  const base = factorBase();
  const [first, second] = [factorisation(base, a.denominator), factorisation(base, b.denominator)];
  if (first === null || second === null) return null;
  const left = cancel(base, a.numerator, second);
  const right = left && cancel(base, b.numerator, first);
  if (left === null || right === null) return null;
  return {
    numerator: multiplyPolynomials(left.numerator, right.numerator),
    denominator: expandedProduct(base, productOf(left.denominator, right.denominator)),
  };
}

function lowestTerms(base: FactorBase, numerator: Polynomial, denominator: Factored): RationalFunction {
  const lowest = cancel(base, numerator, denominator);
  if (lowest === null) return cancelled(numerator, expandedProduct(base, denominator));
  return { numerator: lowest.numerator, denominator: expandedProduct(base, lowest.denominator) };
}

/** Numerator and denominator without their common factors; `null` where a factor must be split to tell. */
function cancel(
  base: FactorBase,
  numerator: Polynomial,
  { content, exponents }: Factored,
): { numerator: Polynomial; denominator: Factored } | null {
  if (isZeroPolynomial(numerator)) return { numerator, denominator: { content: 1, exponents: [] } };
  const left = [...exponents];
  let rest = withoutGenerators(base, numerator, left);
  for (let place = 0; place < left.length; place++) {
    const factor = base.factors[place];
    if (left[place] === 0 || factor.generator >= 0) continue;
    for (; left[place] > 0; left[place]--) {
      const quotient = divideByFactor(rest, factor);
      if (quotient === null) break;
      rest = quotient;
    }
    if (left[place] > 0 && !isCoprimeTo(base, rest, factor)) return null;
  }
  const common = content === 1 ? 1 : gcdOfIntegers(content, integerContent(rest));
  return {
    numerator: divideByInteger(rest, common),
    denominator: { content: divideIntegersExactly(content, common)!, exponents: left },
  };
}

/** p divided by its common monomial with the denominator, whose exponents fall accordingly. */
function withoutGenerators({ factors }: FactorBase, p: Polynomial, exponents: number[]): Polynomial {
  if (!exponents.some((exponent, place) => exponent > 0 && factors[place].generator >= 0)) return p;
  const monomial = monomialContent(p);
  const shift = monomial.map(() => 0);
  exponents.forEach((exponent, place) => {
    const { generator } = factors[place];
    const common = generator < 0 ? 0 : Math.min(exponent, monomial[generator] ?? 0);
    if (common === 0) return;
    exponents[place] -= common;
    shift[generator] = -common;
  });
  return shiftExponents(p, shift);
}

function combined(a: Factored, b: Factored, content: Integer, join: (x: number, y: number) => number): Factored {
  const length = Math.max(a.exponents.length, b.exponents.length);
  const exponents = new Array<number>(length);
  for (let place = 0; place < length; place++)
    exponents[place] = join(a.exponents[place] ?? 0, b.exponents[place] ?? 0);
  return { content, exponents };
}

function productOf(a: Factored, b: Factored): Factored {
  return combined(a, b, multiplyIntegers(a.content, b.content), (x, y) => x + y);
}

function quotientOf(a: Factored, b: Factored): Factored {
  return combined(a, b, divideIntegersExactly(a.content, b.content)!, (x, y) => x - y);
}

function leastCommonMultiple(a: Factored, b: Factored): Factored {
  const content = divideIntegersExactly(a.content, gcdOfIntegers(a.content, b.content))!;
  return combined(a, b, multiplyIntegers(content, b.content), Math.max);
}

/**
 * A derivation with the given values on the generators that occur. With d = product of f^e, r the product of those f
 * that D does not kill, and S a common denominator of the values,
 * D(n/d) = (r S Dn - n sum of e (r/f) S Df) / (S r d), which is nearly in lowest terms.
 */
export function factoredDerivative(
  a: RationalFunction,
  values: readonly { readonly generator: number; readonly value: RationalFunction }[],
): RationalFunction | null {
  const base = factorBase();
  const denominator = factorisation(base, a.denominator);
  const below = values.map(({ value }) => factorisation(base, value.denominator));
  if (denominator === null || !below.every((factored) => factored !== null)) return null;
  const scale = below.reduce(leastCommonMultiple, { content: 1, exponents: [] });
  const cleared = values.map(({ generator, value }, k) => ({
    generator,
    value: multiplyPolynomials(value.numerator, expandedProduct(base, quotientOf(scale, below[k]))),
  }));
  const scaledDerivative = (p: Polynomial): Polynomial =>
    sumOfProductsOfPolynomials(cleared.map(({ generator, value }) => [partialOfPolynomial(p, generator), value]));
  const moving = denominator.exponents.flatMap((exponent, place) => {
    const derivative = exponent === 0 ? zeroPolynomial : scaledDerivative(base.factors[place].polynomial);
    return isZeroPolynomial(derivative) ? [] : [{ place, derivative: scalePolynomial(derivative, exponent) }];
  });
  const radical = productOfFactors(moving.map(({ place }) => place));
  const inner = sumOfProductsOfPolynomials(
    moving.map(({ place, derivative }) => [
      derivative,
      expandedProduct(base, quotientOf(radical, productOfFactors([place]))),
    ]),
  );
  const numerator = subtractPolynomials(
    multiplyPolynomials(scaledDerivative(a.numerator), expandedProduct(base, radical)),
    multiplyPolynomials(a.numerator, inner),
  );
  return lowestTerms(base, numerator, productOf(productOf(denominator, radical), scale));
}

function productOfFactors(places: readonly number[]): Factored {
  const exponents = new Array<number>(Math.max(0, ...places.map((place) => place + 1))).fill(0);
  for (const place of places) exponents[place] = 1;
  return { content: 1, exponents };
}
