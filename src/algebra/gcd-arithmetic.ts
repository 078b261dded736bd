import { cancelled, coprime, quotient, type RationalFunction, zeroFunction } from './lowest-terms.ts';
import {
  addPolynomials,
  equalPolynomials,
  isOnePolynomial,
  isZeroPolynomial,
  onePolynomial,
  type Polynomial,
  partialOfPolynomial,
  subtractPolynomials,
} from './polynomial.ts';
import { gcdOfPolynomials } from './polynomial-gcd.ts';
import { multiplyPolynomials, sumOfPolynomials } from './polynomial-product.ts';

/** a + b with the gcds that Henrici's algorithm needs [Knuth 1997, The Art of Computer Programming 2, 4.5.1]. */
export function addByGcds(a: RationalFunction, b: RationalFunction): RationalFunction {
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

/** a b with the two gcds that can differ from 1. */
export function multiplyByGcds(a: RationalFunction, b: RationalFunction): RationalFunction {
  if (isZeroPolynomial(a.numerator) || isZeroPolynomial(b.numerator)) return zeroFunction;
  const [first, second] = [gcdOfPolynomials(a.numerator, b.denominator), gcdOfPolynomials(b.numerator, a.denominator)];
  return coprime(
    multiplyPolynomials(quotient(a.numerator, first), quotient(b.numerator, second)),
    multiplyPolynomials(quotient(a.denominator, second), quotient(b.denominator, first)),
  );
}

/**
 * A derivation D is fixed by its values on the generators. With B their common denominator and h = gcd(d, B Dd),
 * D(n/d) = (B Dn d/h - n (B Dd)/h) / (B d d/h); h is most of d where d has repeated factors.
 */
export function deriveByGcds(
  a: RationalFunction,
  nonconstant: readonly { readonly generator: number; readonly value: RationalFunction }[],
): RationalFunction {
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
