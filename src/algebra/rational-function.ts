import { DomainError } from '../errors.ts';
import { gcdOfIntegers, type Integer } from './integer.ts';
import {
  addPolynomials,
  constantPolynomial,
  degreesOf,
  divideByInteger,
  equalPolynomials,
  generatorPolynomial,
  integerContent,
  isOnePolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  negatePolynomial,
  onePolynomial,
  type Polynomial,
  partialOfPolynomial,
  polynomialKey,
  scalePolynomial,
  subtractPolynomials,
  zeroPolynomial,
} from './polynomial.ts';
import { gcdOfPolynomials } from './polynomial-gcd.ts';
import { multiplyPolynomials, powerOfPolynomial, sumOfPolynomials } from './polynomial-product.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';
import type { Rational } from './rational.ts';
import type { ExactRing, Field } from './structure.ts';

/**
 * An element of the field Q(g0, g1, ...): coprime polynomials with integer coefficients, the denominator's leading
 * coefficient positive. Canonical, so equality is structural; only the operations of {@link rationalFunctions} make one.
 */
export interface RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

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

const zero: RationalFunction = { numerator: zeroPolynomial, denominator: onePolynomial };
const one: RationalFunction = { numerator: onePolynomial, denominator: onePolynomial };

/** The canonical quotient of polynomials that have no common factor but perhaps integers or a sign. */
function coprime(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (isZeroPolynomial(numerator)) return zero;
  const content = gcdOfIntegers(integerContent(numerator), integerContent(denominator));
  const sign = leadingCoefficient(denominator) < 0;
  const [top, bottom] = [divideByInteger(numerator, content), divideByInteger(denominator, content)];
  return sign
    ? { numerator: negatePolynomial(top), denominator: negatePolynomial(bottom) }
    : { numerator: top, denominator: bottom };
}

function quotient(p: Polynomial, divisor: Polynomial): Polynomial {
  return isOnePolynomial(divisor) ? p : (dividePolynomialsExactly(p, divisor) as Polynomial);
}

function cancelled(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (isZeroPolynomial(denominator)) throw new DomainError('division by zero: the denominator vanishes identically');
  const common = gcdOfPolynomials(numerator, denominator);
  return coprime(quotient(numerator, common), quotient(denominator, common));
}

/** a + b with the gcds that Henrici's algorithm needs [Knuth 1997, The Art of Computer Programming 2, 4.5.1]. */
function add(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator)) return b;
  if (isZeroPolynomial(b.numerator)) return a;
  if (equalPolynomials(a.denominator, b.denominator)) {
    const numerator = addPolynomials(a.numerator, b.numerator);
    return isOnePolynomial(a.denominator)
      ? { numerator, denominator: onePolynomial }
      : cancelled(numerator, a.denominator);
  }
  const common = gcdOfPolynomials(a.denominator, b.denominator);
  const [left, right] = [quotient(a.denominator, common), quotient(b.denominator, common)];
  const numerator = addPolynomials(multiplyPolynomials(a.numerator, right), multiplyPolynomials(b.numerator, left));
  const cancelling = gcdOfPolynomials(numerator, common);
  return coprime(quotient(numerator, cancelling), multiplyPolynomials(left, quotient(b.denominator, cancelling)));
}

function negate(a: RationalFunction): RationalFunction {
  return { numerator: negatePolynomial(a.numerator), denominator: a.denominator };
}

function multiply(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator) || isZeroPolynomial(b.numerator)) return zero;
  const [first, second] = [gcdOfPolynomials(a.numerator, b.denominator), gcdOfPolynomials(b.numerator, a.denominator)];
  return coprime(
    multiplyPolynomials(quotient(a.numerator, first), quotient(b.numerator, second)),
    multiplyPolynomials(quotient(a.denominator, second), quotient(b.denominator, first)),
  );
}

function inverse(a: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator)) throw new DomainError('division by zero: the divisor vanishes identically');
  return coprime(a.denominator, a.numerator);
}

/** Terms over one denominator are added first, without any gcd; the few denominators left are merged pairwise. */
function sum(terms: readonly RationalFunction[]): RationalFunction {
  if (terms.length < 3) return terms.reduce(add, zero);
  const groups = new Map<string, { denominator: Polynomial; numerators: Polynomial[] }>();
  for (const { numerator, denominator } of terms) {
    const key = polynomialKey(denominator);
    const group = groups.get(key);
    if (group) group.numerators.push(numerator);
    else groups.set(key, { denominator, numerators: [numerator] });
  }
  const bySize = [...groups.values()].sort(
    (x, y) => x.denominator.coefficients.length - y.denominator.coefficients.length,
  );
  return bySize
    .map(({ denominator, numerators }) => cancelled(sumOfPolynomials(numerators), denominator))
    .reduce(add, zero);
}

/**
 * A derivation D is fixed by its values on the generators. With B their common denominator and h = gcd(d, B Dd),
 * D(n/d) = (B Dn d/h - n (B Dd)/h) / (B d d/h); h is most of d where d has repeated factors.
 */
function derivation(a: RationalFunction, valueOn: (generator: number) => RationalFunction): RationalFunction {
  const occurring = generatorsOf(a).map((generator) => ({ generator, value: valueOn(generator) }));
  const nonconstant = occurring.filter(({ value }) => !isZeroPolynomial(value.numerator));
  const scale = nonconstant.reduce((lcm, { value }) => leastCommonMultiple(lcm, value.denominator), onePolynomial);
  const total = (p: Polynomial): Polynomial =>
    sumOfPolynomials(
      nonconstant.map(({ generator, value }) => {
        const cleared = multiplyPolynomials(value.numerator, quotient(scale, value.denominator));
        return multiplyPolynomials(partialOfPolynomial(p, generator), cleared);
      }),
    );
  const [top, bottom] = [total(a.numerator), total(a.denominator)];
  if (isZeroPolynomial(bottom)) return cancelled(top, multiplyPolynomials(a.denominator, scale));
  const common = gcdOfPolynomials(a.denominator, bottom);
  const reduced = quotient(a.denominator, common);
  const numerator = subtractPolynomials(
    multiplyPolynomials(top, reduced),
    multiplyPolynomials(a.numerator, quotient(bottom, common)),
  );
  return cancelled(numerator, multiplyPolynomials(multiplyPolynomials(a.denominator, reduced), scale));
}

function leastCommonMultiple(p: Polynomial, q: Polynomial): Polynomial {
  return multiplyPolynomials(p, quotient(q, gcdOfPolynomials(p, q)));
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
  zero,
  one,
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

/** c a for an integer c, cheaper than a product of rational functions. */
export function scaleRationalFunction(a: RationalFunction, c: Integer): RationalFunction {
  return coprime(scalePolynomial(a.numerator, c), a.denominator);
}
