import {
  absoluteInteger,
  gcdOfPolynomials,
  type Integer,
  integer,
  integerContent,
  isOnePolynomial,
  leadingCoefficient,
  monomialContent,
  type Polynomial,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  rationalToNumber,
  shiftExponents,
  squareFreeFactors,
  termsOf,
} from '../algebra/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import { wholeExponent } from './elementary-field.ts';
import { type ClosedForm, isPositiveKernel, type KernelTower } from './kernel.ts';
import { checkPowerSize } from './power-size.ts';
import { smallPrimeFactors } from './prime-factors.ts';
import { rootBase } from './root-base.ts';

/** The largest denominator of an exponent. */
const finestRoot = 1000;

/** A polynomial without repeated factors, to a power that is fractional only for what is positive. */
interface Factor {
  readonly polynomial: Polynomial;
  readonly exponent: Rational;
}

/**
 * The powers of a tower. A fractional power is the positive one of a form that is positive; it is a product of powers of
 * positive factors, of each of which one root is a kernel g with g^n = r. Factors whose sign is not known stay together
 * under the root, so that they are positive where it exists; their even powers leave it only where that needs no
 * absolute value: the square root of x^2 is |x| for a real x. Throws {@link UnsupportedError} for that, and
 * {@link DomainError} for roots of what is negative.
 */
export function powerIn(tower: KernelTower): (a: ClosedForm, exponent: Rational) => ClosedForm {
  const base = rootBase(tower);
  const { field } = tower;
  const { multiply, integerPower } = field;

  const isPositive = (p: Polynomial): boolean =>
    base.knows(p) ||
    termsOf(p).every(
      ({ coefficient, monomial }) =>
        coefficient > 0 &&
        monomial.exponents.every((e, index) => e % 2 === 0 || isPositiveKernel(tower.kernels[index])),
    );
  const powerOfPositive = (p: Polynomial, exponent: Rational): ClosedForm => {
    const floor = Math.floor(rationalToNumber(exponent));
    const { numerator, denominator } = rationals.subtract(exponent, rational(floor));
    const degree = Number(denominator);
    const whole = integerPower(asForm(p), floor);
    if (numerator === 0) return whole;
    const roots = base.radicandsOf(p).map((radicand) => base.rootOf(radicand, degree));
    return multiply(whole, integerPower(roots.reduce(multiply), Number(numerator)));
  };

  return (a, exponent) => {
    if (exponent.denominator === 1) {
      checkPowerSize(a, exponent.numerator);
      return integerPower(a, wholeExponent(exponent, 'a closed form'));
    }
    if (exponent.denominator > finestRoot) throw tooFine(exponent.denominator);
    checkPowerSize(a, integer(BigInt(exponent.numerator) / BigInt(exponent.denominator)));
    if (field.isZero(a) && exponent.numerator > 0) return field.zero;
    const factors = [...factorsOf(tower, a.numerator, 1), ...factorsOf(tower, a.denominator, -1)];
    const negative = leadingCoefficient(a.numerator) < 0;
    const positive = factors.filter(({ polynomial }) => isPositive(polynomial));
    const others = factors.filter(({ polynomial }) => !isPositive(polynomial));
    const { rest, whole } = together(others, { negative, exponent });
    const powers = [
      ...positive.map((factor) => powerOfPositive(factor.polynomial, rationals.multiply(factor.exponent, exponent))),
      ...rest.map((factor) => powerOfPositive(factor.polynomial, rationals.multiply(factor.exponent, exponent))),
      ...whole.map((factor) => integerPower(asForm(factor.polynomial), Number(factor.exponent.numerator))),
    ];
    return powers.reduce(multiply, field.one);
  };
}

/**
 * Factors of unknown sign: odd powers as one factor `rest`, positive where the root exists; even ones and what odd ones
 * leave, already raised to the exponent, as `whole`.
 */
function together(
  factors: readonly Factor[],
  { negative, exponent }: { readonly negative: boolean; readonly exponent: Rational },
): { readonly rest: readonly Factor[]; readonly whole: readonly Factor[] } {
  const isOdd = (factor: Factor): boolean => Number(factor.exponent.numerator) % 2 !== 0;
  const odd = factors.filter(isOdd);
  const raised = ({ polynomial }: Factor, by: Rational): Factor => {
    const power = rationals.multiply(by, exponent);
    if (power.denominator === 1 && Number(power.numerator) % 2 === 0) return { polynomial, exponent: power };
    throw new UnsupportedError(
      'a root of an even power of an expression that may be negative is a power of its absolute value, which has no closed form here: declare names positive, or write the root itself',
    );
  };
  const even = factors.filter((factor) => !isOdd(factor)).map((factor) => raised(factor, factor.exponent));
  if (odd.length === 0) {
    if (negative) throw new DomainError('a root of a negative expression is not real');
    return { rest: [], whole: even };
  }
  const product = odd.map(({ polynomial }) => asForm(polynomial)).reduce(rationalFunctions.multiply);
  const polynomial = (negative ? rationalFunctions.negate(product) : product).numerator;
  const [first] = odd;
  const alike = odd.every((factor) => rationals.isZero(rationals.subtract(factor.exponent, first.exponent)));
  if (alike) return { rest: [{ polynomial, exponent: first.exponent }], whole: even };
  const left = odd
    .map((factor) => ({ factor, by: rationals.subtract(factor.exponent, rationals.one) }))
    .filter(({ by }) => by.numerator !== 0)
    .map(({ factor, by }) => raised(factor, by));
  return { rest: [{ polynomial, exponent: rationals.one }], whole: [...even, ...left] };
}

/** The factors of |p| with their exponents times `side`; roots are written as fractional powers of their radicands. */
function factorsOf(tower: KernelTower, p: Polynomial, side: number): Factor[] {
  const content: Integer = absoluteInteger(integerContent(p));
  const monomial = monomialContent(p);
  const shifted = shiftExponents(
    p,
    monomial.map((e) => 0 - e),
  );
  const sign = leadingCoefficient(p) < 0 ? -1 : 1;
  const rest = rationalFunctions.divide(
    asForm(shifted),
    rationalFunctions.multiply(rationalFunctions.fromInteger(content), rationalFunctions.fromInteger(sign)),
  ).numerator;
  const numbers = smallPrimeFactors(content).map(({ factor, multiplicity }) => ({
    polynomial: rationalFunctions.fromInteger(factor).numerator,
    exponent: rational(side * multiplicity),
  }));
  const generators = monomial.flatMap((e, index) => {
    if (e === 0) return [];
    const kernel = tower.kernels[index];
    return kernel.kind === 'root'
      ? [{ polynomial: kernel.argument.numerator, exponent: rational(side * e, kernel.order) }]
      : [{ polynomial: rationalFunctions.generator(index).numerator, exponent: rational(side * e) }];
  });
  const sums = squareFreeFactors(rest, gcdOfPolynomials).map(({ factor, multiplicity }) => ({
    polynomial: leadingCoefficient(factor) < 0 ? rationalFunctions.negate(asForm(factor)).numerator : factor,
    exponent: rational(side * multiplicity),
  }));
  return [...numbers, ...generators, ...sums].filter(({ polynomial }) => !isOnePolynomial(polynomial));
}

function tooFine(denominator: Integer): UnsupportedError {
  return new UnsupportedError(
    `a root of order ${denominator} is not written out, only up to ${finestRoot}: give the exponent a name`,
  );
}

function asForm(numerator: Polynomial): ClosedForm {
  return { numerator, denominator: rationalFunctions.one.numerator };
}
