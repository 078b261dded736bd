import { DomainError } from '../errors.ts';
import { gcdOfIntegers } from './integer.ts';
import {
  divideByInteger,
  integerContent,
  isOnePolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  negatePolynomial,
  onePolynomial,
  type Polynomial,
  zeroPolynomial,
} from './polynomial.ts';
import { gcdOfPolynomials } from './polynomial-gcd.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';

/**
 * An element of the field Q(g0, g1, ...): coprime polynomials with integer coefficients, the denominator's leading
 * coefficient positive. Canonical, so equality is structural; only the operations of `rationalFunctions` make one.
 */
export interface RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

export const zeroFunction: RationalFunction = { numerator: zeroPolynomial, denominator: onePolynomial };
export const oneFunction: RationalFunction = { numerator: onePolynomial, denominator: onePolynomial };

/** The canonical quotient of polynomials that have no common factor but perhaps integers or a sign. */
export function coprime(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (isZeroPolynomial(numerator)) return zeroFunction;
  const content = gcdOfIntegers(integerContent(numerator), integerContent(denominator));
  const sign = leadingCoefficient(denominator) < 0;
  const [top, bottom] = [divideByInteger(numerator, content), divideByInteger(denominator, content)];
  return sign
    ? { numerator: negatePolynomial(top), denominator: negatePolynomial(bottom) }
    : { numerator: top, denominator: bottom };
}

/** p / divisor for a divisor of p. */
export function quotient(p: Polynomial, divisor: Polynomial): Polynomial {
  return isOnePolynomial(divisor) ? p : (dividePolynomialsExactly(p, divisor) as Polynomial);
}

/** The rational function numerator / denominator. Throws {@link DomainError} for a denominator 0. */
export function cancelled(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (isZeroPolynomial(denominator)) throw new DomainError('division by zero: the denominator vanishes identically');
  const common = gcdOfPolynomials(numerator, denominator);
  return coprime(quotient(numerator, common), quotient(denominator, common));
}
