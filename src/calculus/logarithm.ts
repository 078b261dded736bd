import {
  type Integer,
  integerContent,
  monomialContent,
  type Polynomial,
  rational,
  rationalFunctions,
  rationals,
  shiftExponents,
  termsOf,
} from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { type ClosedForm, exponentUnit, isPositiveKernel, type Kernel, type KernelTower } from './kernel.ts';
import { smallPrimeFactors } from './prime-factors.ts';

/**
 * The function log|a| of a tower: the logarithm of a quotient is a difference; powers of positive kernels and the
 * integer content split off, as do the primes below 2^16 of an integer; log(exp(u)) = u, log(sqrt(u)) = log(u)/2. What
 * is left is one log kernel, the same for a and -a: the one that was formed first. Its argument has the sign with which
 * a is what was typed, so that exp(log(a)) = a; where both signs come up, the kernel is `signless`.
 */
export function logarithmIn(tower: KernelTower): (a: ClosedForm) => ClosedForm {
  const { add, subtract, sum, multiply, fromRational, fromInteger, equals, generator, integerPower, negate, one } =
    tower.field;
  const polynomial = (p: Polynomial): ClosedForm => ({ numerator: p, denominator: one.numerator });

  const isNumber = (form: ClosedForm, value: number): boolean => equals(form, fromInteger(value));
  const logKernel = (argument: ClosedForm): ClosedForm =>
    isNumber(argument, 1) ? rationalFunctions.zero : generator(tower.numberOf({ kind: 'log', argument }));
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
  /** The logarithm of what splits off a polynomial, and the rest, which has the sign of the polynomial. */
  const partsOf = (p: Polynomial): { readonly split: ClosedForm; readonly rest: ClosedForm } => {
    const split = monomialContent(p).map((exponent, index) => (isPositiveKernel(tower.kernels[index]) ? exponent : 0));
    const content = integerContent(p);
    const shifted = polynomial(
      shiftExponents(
        p,
        split.map((exponent) => 0 - exponent),
      ),
    );
    const powers = split.flatMap((exponent, index) => (exponent === 0 ? [] : [logOfPower(index, exponent)]));
    return {
      split: add(sum(powers), logOfInteger(content)),
      rest: rationalFunctions.divide(shifted, fromInteger(content)),
    };
  };

  /** The logarithms of two rests whose quotient has the sign with which they come. */
  const logsOfRests = (rests: readonly [ClosedForm, ClosedForm]): [ClosedForm, ClosedForm] => {
    const signed = rests.map((rest) => {
      const opposite = negate(rest);
      const number = tower.known({ kind: 'log', argument: rest });
      const other = tower.known({ kind: 'log', argument: opposite });
      const isUnit = isNumber(rest, 1) || isNumber(opposite, 1);
      const flips = isUnit
        ? isNumber(opposite, 1)
        : number === undefined && (other !== undefined || constantOf(rest) < 0);
      return { argument: flips ? opposite : rest, flips, isUnit, known: number ?? other };
    });
    if (signed.filter(({ flips }) => flips).length % 2 === 1) {
      const free = signed.find(({ isUnit, known }) => !isUnit && known === undefined);
      if (free !== undefined) free.argument = negate(free.argument);
      else for (const { known } of signed) if (known !== undefined) tower.signless.add(known);
    }
    return signed.map(({ argument }) => logKernel(argument)) as [ClosedForm, ClosedForm];
  };

  const log = (a: ClosedForm): ClosedForm => {
    if (rationalFunctions.isZero(a)) throw new DomainError('the logarithm of zero is undefined');
    const [above, below] = [partsOf(a.numerator), partsOf(a.denominator)];
    const [logAbove, logBelow] = logsOfRests([above.rest, below.rest]);
    return subtract(add(above.split, logAbove), add(below.split, logBelow));
  };
  return log;
}

/** The constant term of a polynomial: where it is positive, 1 - p, that is the sign in which people mostly write it. */
function constantOf({ numerator }: ClosedForm): number {
  const last = termsOf(numerator).find(({ monomial }) => monomial.width === 0);
  return last === undefined ? 0 : Number(last.coefficient);
}
