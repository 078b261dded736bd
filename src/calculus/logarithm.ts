import {
  divideIntegersExactly,
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

/**
 * The function log|a| of a tower: the logarithm of a quotient is a difference; powers of positive kernels and the
 * integer content split off, as do the primes below 2^16 of an integer; log(exp(u)) = u. What is left is one log kernel, the same for a and -a: the one that was
 * formed first.
 */
export function logarithmIn(tower: KernelTower): (a: ClosedForm) => ClosedForm {
  const { add, subtract, sum, multiply, fromRational, fromInteger, equals, generator, integerPower, negate, one } =
    rationalFunctions;
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

  return (a) => {
    if (rationalFunctions.isZero(a)) throw new DomainError('the logarithm of zero is undefined');
    return subtract(logOfPolynomial(a.numerator), logOfPolynomial(a.denominator));
  };
}

/** The prime factors below 2^16 of a positive integer, and what is left of it. */
function smallPrimeFactors(value: Integer): { readonly factor: Integer; readonly multiplicity: number }[] {
  const factors: { factor: Integer; multiplicity: number }[] = [];
  let rest = value;
  for (let prime = 2; prime < 65536 && prime * prime <= rest; prime++) {
    let multiplicity = 0;
    for (let next = divideIntegersExactly(rest, prime); next !== null; next = divideIntegersExactly(rest, prime)) {
      rest = next;
      multiplicity++;
    }
    if (multiplicity > 0) factors.push({ factor: prime, multiplicity });
  }
  return rest === 1 ? factors : [...factors, { factor: rest, multiplicity: 1 }];
}
