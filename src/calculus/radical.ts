import {
  isOnePolynomial,
  monomialContent,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
} from '../algebra/index.ts';
import { wholeExponent } from './elementary-field.ts';
import { type ClosedForm, isPositiveKernel, type KernelTower } from './kernel.ts';

/**
 * a^exponent. A fractional exponent needs a monomial in positive kernels whose exponents stay whole: symbols declared
 * with a sufficient order, and exponentials. Throws {@link UnsupportedError} otherwise.
 */
export function powerOfClosedForm(tower: KernelTower, a: ClosedForm, exponent: Rational): ClosedForm {
  if (exponent.denominator === 1) return rationalFunctions.integerPower(a, wholeExponent(exponent, 'a closed form'));
  return rationalFunctions.divide(rootOf(tower, a.numerator, exponent), rootOf(tower, a.denominator, exponent));
}

function rootOf(tower: KernelTower, p: Polynomial, exponent: Rational): ClosedForm {
  const content = monomialContent(p);
  const rest = shiftExponents(
    p,
    content.map((e) => 0 - e),
  );
  const powers = content.map((e) => rationals.multiply(rational(e), exponent));
  const exact = powers.every(
    (e, index) => e.numerator === 0 || (e.denominator === 1 && isPositiveKernel(tower.kernels[index])),
  );
  if (!exact || !isOnePolynomial(rest)) wholeExponent(exponent, 'this expression');
  const { multiply, integerPower, generator, one } = rationalFunctions;
  return powers.reduce(
    (product, e, index) => multiply(product, integerPower(generator(index), Number(e.numerator))),
    one,
  );
}
