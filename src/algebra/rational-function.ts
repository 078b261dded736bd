import { DomainError } from '../errors.ts';
import { factoredDerivative, factoredProduct, sumOfFactoredProducts } from './factored-arithmetic.ts';
import { addByGcds, deriveByGcds, multiplyByGcds } from './gcd-arithmetic.ts';
import type { Integer } from './integer.ts';
import { cancelled, coprime, oneFunction, type RationalFunction, zeroFunction } from './lowest-terms.ts';
import {
  addPolynomials,
  constantPolynomial,
  degreesOf,
  equalPolynomials,
  generatorPolynomial,
  isOnePolynomial,
  isZeroPolynomial,
  negatePolynomial,
  onePolynomial,
  type Polynomial,
  polynomialKey,
} from './polynomial.ts';
import { powerOfPolynomial } from './polynomial-product.ts';
import type { Rational } from './rational.ts';
import type { ExactRing, Field } from './structure.ts';

export type { RationalFunction } from './lowest-terms.ts';

/** The field of rational functions over numbered generators, with the operations that only exact functions have. */
export interface RationalFunctions extends Field<RationalFunction>, ExactRing<RationalFunction> {
  /** The generator with this number, 0, 1, 2, ... */
  generator(index: number): RationalFunction;
  fromRational(value: Rational): RationalFunction;
  fromPolynomials(numerator: Polynomial, denominator: Polynomial): RationalFunction;
  /** a^n for any whole n; 0^n is 0 for n > 0 and a {@link DomainError} for n < 0. */
  integerPower(a: RationalFunction, n: number): RationalFunction;
  /** The derivation of the field with the given values on the generators that occur in `a`. */
  derivation(a: RationalFunction, valueOn: (generator: number) => RationalFunction): RationalFunction;
}

/** a + b. */
function add(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator)) return b;
  if (isZeroPolynomial(b.numerator)) return a;
  if (isOnePolynomial(a.denominator) && isOnePolynomial(b.denominator)) {
    return { numerator: addPolynomials(a.numerator, b.numerator), denominator: onePolynomial };
  }
  return sumOfFactoredProducts([[a], [b]]) ?? addByGcds(a, b);
}

function negate(a: RationalFunction): RationalFunction {
  return { numerator: negatePolynomial(a.numerator), denominator: a.denominator };
}

/** a b. */
function multiply(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator) || isZeroPolynomial(b.numerator)) return zeroFunction;
  return factoredProduct(a, b) ?? multiplyByGcds(a, b);
}

function inverse(a: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator)) throw new DomainError('division by zero: the divisor vanishes identically');
  return coprime(a.denominator, a.numerator);
}

/** The sum of a list, over one common denominator. */
function sum(terms: readonly RationalFunction[]): RationalFunction {
  if (terms.length < 3) return terms.reduce(add, zeroFunction);
  return sumOfFactoredProducts(terms.map((term) => [term])) ?? terms.reduce(addByGcds);
}

/** The sum of the products of pairs, over one common denominator. */
function sumOfProducts(pairs: readonly (readonly [RationalFunction, RationalFunction])[]): RationalFunction {
  const [first] = pairs;
  if (first !== undefined && pairs.length === 1) return multiply(...first);
  return sumOfFactoredProducts(pairs) ?? sum(pairs.map(([a, b]) => multiply(a, b)));
}

/** A derivation D is fixed by its values on the generators. */
function derivation(a: RationalFunction, valueOn: (generator: number) => RationalFunction): RationalFunction {
  const values = generatorsOf(a)
    .map((generator) => ({ generator, value: valueOn(generator) }))
    .filter(({ value }) => !isZeroPolynomial(value.numerator));
  return factoredDerivative(a, values) ?? deriveByGcds(a, values);
}

/** The numbers of the generators that occur in a, ascending. */
export function generatorsOf({ numerator, denominator }: RationalFunction): number[] {
  const width = Math.max(numerator.width, denominator.width);
  const [top, bottom] = [degreesOf(numerator, width), degreesOf(denominator, width)];
  return top.flatMap((degree, generator) => (degree > 0 || bottom[generator] > 0 ? [generator] : []));
}

function integerPower(a: RationalFunction, n: number): RationalFunction {
  const base = n < 0 ? inverse(a) : a;
  return {
    numerator: powerOfPolynomial(base.numerator, Math.abs(n)),
    denominator: powerOfPolynomial(base.denominator, Math.abs(n)),
  };
}

/** The field Q(g0, g1, ...). */
export const rationalFunctions: RationalFunctions = {
  zero: zeroFunction,
  one: oneFunction,
  fromInteger: (value: Integer) => ({ numerator: constantPolynomial(value), denominator: onePolynomial }),
  fromRational: ({ numerator, denominator }) => ({
    numerator: constantPolynomial(numerator),
    denominator: constantPolynomial(denominator),
  }),
  fromPolynomials: cancelled,
  generator: (index) => ({ numerator: generatorPolynomial(index), denominator: onePolynomial }),
  add,
  subtract: (a, b) => add(a, negate(b)),
  negate,
  multiply,
  divide: (a, b) => multiply(a, inverse(b)),
  sum,
  sumOfProducts,
  isZero: (a) => isZeroPolynomial(a.numerator),
  equals: (a, b) => equalPolynomials(a.numerator, b.numerator) && equalPolynomials(a.denominator, b.denominator),
  // Elimination stays smallest on pivots with few terms.
  pivotQuality: (a) => {
    const size = a.numerator.coefficients.length + a.denominator.coefficients.length;
    return isZeroPolynomial(a.numerator) ? 0 : 1 / size;
  },
  integerPower,
  derivation,
};

/** A string that two rational functions share exactly when they are equal. */
export function rationalFunctionKey(a: RationalFunction): string {
  return `${polynomialKey(a.numerator)}/${polynomialKey(a.denominator)}`;
}
