import {
  type Integer,
  integerContent,
  monomialContent,
  type Polynomial,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
} from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { type ClosedForm, exponentUnit, isPositiveKernel, type Kernel, type KernelTower } from './kernel.ts';
import { smallPrimeFactors } from './prime-factors.ts';

/**
 * The function log|a| of a tower: the logarithm of a quotient is a difference; powers of positive kernels and the
 * integer content split off, as do the primes below 2^16 of an integer; log(exp(u)) = u, log(sqrt(u)) = log(u)/2. What
 * is left is one log kernel, the same for a and -a: the one that was formed first.
 */
export function logarithmIn(tower: KernelTower): (a: ClosedForm) => ClosedForm {
  const { add, subtract, sum, multiply, fromRational, fromInteger, equals, generator, integerPower, negate, one } =
    tower.field;
  const polynomial = (p: Polynomial): ClosedForm => ({ numerator: p, denominator: one.numerator });

  const logKernel = (argument: ClosedForm): ClosedForm => {
    const isUnit = equals(argument, one) || equals(argument, negate(one));
    if (isUnit) return rationalFunctions.zero;
    const opposite = tower.known({ kind: 'log', argument: negate(argument) });
    return generator(opposite ?? tower.numberOf({ kind: 'log', argument }));
  };
  const logOfPower = (index: number, exponent: number): ClosedForm => {
    const kernel: Kernel = tower.kernels[index];
    if (kernel.kind === 'exp') return multiply(kernel.argument, fromInteger(exponent));
    if (kernel.kind === 'root') return multiply(log(kernel.argument), fromRational(rational(exponent, kernel.order)));
    const unit = exponentUnit(kernel);
    const whole = integerPower(generator(index), Number(unit.denominator));
    return multiply(logKernel(whole), fromRational(rationals.multiply(unit, rational(exponent))));
  };
  const logOfInteger = (content: Integer): ClosedForm =>
    sum(
      smallPrimeFactors(content).map(({ factor, multiplicity }) =>
        multiply(fromInteger(multiplicity), logKernel(fromInteger(factor))),
      ),
    );
  const logOfPolynomial = (p: Polynomial): ClosedForm => {
    const split = monomialContent(p).map((exponent, index) => (isPositiveKernel(tower.kernels[index]) ? exponent : 0));
    const content = integerContent(p);
    const shifted = polynomial(
      shiftExponents(
        p,
        split.map((exponent) => 0 - exponent),
      ),
    );
    const rest = rationalFunctions.divide(shifted, fromInteger(content));
    const powers = split.flatMap((exponent, index) => (exponent === 0 ? [] : [logOfPower(index, exponent)]));
    return add(sum(powers), add(logOfInteger(content), logKernel(rest)));
  };

  const log = (a: ClosedForm): ClosedForm => {
    if (rationalFunctions.isZero(a)) throw new DomainError('the logarithm of zero is undefined');
    return subtract(logOfPolynomial(a.numerator), logOfPolynomial(a.denominator));
  };
  return log;
}
