import {
  addIntegers,
  type Integer,
  integer,
  leadingCoefficient,
  negateInteger,
  powerOfInteger,
  type Rational,
  rational,
  rationalFunctions,
  rationals,
  termsOf,
} from '../algebra/index.ts';
import { DomainError, UnsupportedError } from '../errors.ts';
import type { ClosedForm, KernelTower } from './kernel.ts';
import { evenBernoulliNumbers, signedFactorial } from './polygamma-series.ts';

/** The most steps by which an argument is moved to its canonical place. */
const mostSteps = 1000;

/**
 * The derivatives of log|Gamma| in a tower: order -1 is log|Gamma| itself, 0 is digamma, n is polygamma n. Arguments are
 * taken modulo the integers: psi_n(u + 1) = psi_n(u) + (-1)^n n! u^(-n-1) and log Gamma(u + 1) = log Gamma(u) + log u
 * hold by construction. So do log Gamma(1) = 0, psi(1/2) = psi(1) - 2 log 2, psi_n(1/2) = (2^(n+1) - 1) psi_n(1) and,
 * where the symbol pi is declared, the values of psi_n(1) for odd n and log Gamma(1/2) = log(pi)/2.
 * Reflection and multiplication formulas do not. Throws {@link DomainError} at 0, -1, -2, ...
 */
export function polygammaIn(
  tower: KernelTower,
  log: (a: ClosedForm) => ClosedForm,
): (order: number, a: ClosedForm) => ClosedForm {
  const { add, subtract, sum, multiply, fromRational, fromInteger, integerPower, generator, equals, isZero } =
    tower.field;
  const { pi } = tower;

  /** What order n gains from u to u + 1. */
  const gain = (order: number, u: ClosedForm): ClosedForm =>
    order < 0 ? log(u) : multiply(fromRational(signedFactorial(order)), integerPower(u, -1 - order));
  const kernel = (order: number, argument: ClosedForm): ClosedForm =>
    generator(tower.numberOf({ kind: 'polygamma', order, argument }));
  const atOne = (order: number): ClosedForm => {
    if (order < 0) return rationalFunctions.zero;
    const bernoulli = evenBernoulliNumbers[(order - 1) / 2];
    if (order % 2 === 0 || pi === null || bernoulli === undefined) return kernel(order, fromInteger(1));
    return multiply(fromRational(oddValue(order, bernoulli)), integerPower(pi, order + 1));
  };
  const atHalf = (order: number): ClosedForm => {
    if (order < 0) return pi !== null ? multiply(fromRational(half), log(pi)) : kernel(order, fromRational(half));
    if (order === 0) return subtract(atOne(0), multiply(fromInteger(2), log(fromInteger(2))));
    return multiply(fromRational(rational(addIntegers(powerOfInteger(2, order + 1), -1))), atOne(order));
  };
  const canonical = (order: number, argument: ClosedForm): ClosedForm => {
    if (equals(argument, rationalFunctions.one)) return atOne(order);
    return equals(argument, fromRational(half)) ? atHalf(order) : kernel(order, argument);
  };

  return (order, a) => {
    const steps = integerPart(a);
    const start = subtract(a, fromInteger(steps));
    if (steps < 0 && equals(start, rationalFunctions.one)) {
      throw new DomainError('log Gamma and its derivatives have poles at 0, -1, -2, ...');
    }
    const passed = Array.from({ length: Math.abs(steps) }, (_, j) =>
      gain(order, add(start, fromInteger(steps > 0 ? j : 0 - j - 1))),
    ).filter((value) => !isZero(value));
    return steps > 0 ? add(canonical(order, start), sum(passed)) : subtract(canonical(order, start), sum(passed));
  };
}

const half: Rational = rational(1, 2);

/** psi_n(1)/pi^(n+1) = 2^(n+1) |B_(n+1)| / (2(n + 1)) for odd n: n! zeta(n + 1) by Euler's formula. */
function oddValue(order: number, bernoulli: Rational): Rational {
  const size = rational(powerOfInteger(2, order), order + 1);
  const value = rationals.multiply(size, bernoulli);
  return value.numerator < 0 ? rationals.negate(value) : value;
}

/**
 * The integer m such that u - m is the canonical argument: the coefficient in the numerator that belongs to the leading
 * monomial of the denominator, divided by its coefficient there, comes to lie in [0, 1); in (0, 1] for a number u.
 */
function integerPart({ numerator, denominator }: ClosedForm): number {
  const lead = termsOf(denominator)[0].monomial.exponents;
  const matching = termsOf(numerator).find(({ monomial: { exponents } }) => {
    const width = Math.max(exponents.length, lead.length);
    return Array.from({ length: width }, (_, k) => k).every((k) => (exponents[k] ?? 0) === (lead[k] ?? 0));
  });
  const isNumber = numerator.width === 0 && denominator.width === 0;
  const [top, bottom] = [matching?.coefficient ?? 0, leadingCoefficient(denominator)];
  const floor = isNumber
    ? addIntegers(negateInteger(floorOfQuotient(negateInteger(top), bottom)), -1)
    : floorOfQuotient(top, bottom);
  if (floor > mostSteps || floor < 0 - mostSteps) {
    throw new UnsupportedError(
      `log Gamma and its derivatives move arguments by at most ${mostSteps} to their canonical place, not by ${floor}`,
    );
  }
  return Number(floor);
}

function floorOfQuotient(numerator: Integer, denominator: Integer): Integer {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return integer((n - (((n % d) + d) % d)) / d);
}
