import { DomainError, InputError } from '../errors.ts';
import {
  addIntegers,
  divideIntegersExactly,
  gcdOfIntegers,
  type Integer,
  integer,
  integerRatioToNumber,
  multiplyIntegers,
  negateInteger,
} from './integer.ts';
import type { ExactRing, Field } from './structure.ts';

/** A rational number in lowest terms with positive denominator; only {@link rational} makes one. */
export interface Rational {
  readonly numerator: Integer;
  readonly denominator: Integer;
}

/** numerator / denominator in lowest terms. Throws {@link DomainError} for denominator 0. */
export function rational(numerator: Integer, denominator: Integer = 1): Rational {
  if (denominator === 0) throw new DomainError(`division by zero: ${numerator}/0 is not a rational number`);
  const divisor = gcdOfIntegers(numerator, denominator);
  const signed = denominator < 0 ? negateInteger(divisor) : divisor;
  return {
    numerator: divideIntegersExactly(numerator, signed)!,
    denominator: divideIntegersExactly(denominator, signed)!,
  };
}

/** The field Q of rational numbers. */
export const rationals: Field<Rational> & ExactRing<Rational> = {
  zero: rational(0),
  one: rational(1),
  fromInteger: (value) => rational(value),
  add: (a, b) =>
    rational(
      addIntegers(multiplyIntegers(a.numerator, b.denominator), multiplyIntegers(b.numerator, a.denominator)),
      multiplyIntegers(a.denominator, b.denominator),
    ),
  subtract: (a, b) => rationals.add(a, rationals.negate(b)),
  negate: (a) => ({ numerator: negateInteger(a.numerator), denominator: a.denominator }),
  multiply: (a, b) =>
    rational(multiplyIntegers(a.numerator, b.numerator), multiplyIntegers(a.denominator, b.denominator)),
  divide: (a, b) =>
    rational(multiplyIntegers(a.numerator, b.denominator), multiplyIntegers(a.denominator, b.numerator)),
  sum: (terms) => terms.reduce((total, term) => rationals.add(total, term), rationals.zero),
  sumOfProducts,
  isZero: (a) => a.numerator === 0,
  equals: (a, b) => a.numerator === b.numerator && a.denominator === b.denominator,
  pivotQuality: (a) => (a.numerator === 0 ? 0 : 1),
};

/** Products over one denominator are added up before anything is cancelled; a denominator costs a gcd only where it does not divide. */
function sumOfProducts(pairs: readonly (readonly [Rational, Rational])[]): Rational {
  const totals = new Map<Integer, Integer>();
  for (const [a, b] of pairs) {
    if (a.numerator === 0 || b.numerator === 0) continue;
    const denominator = multiplyIntegers(a.denominator, b.denominator);
    const product = multiplyIntegers(a.numerator, b.numerator);
    totals.set(denominator, addIntegers(totals.get(denominator) ?? 0, product));
  }
  let [sum, common]: [Integer, Integer] = [0, 1];
  const largestFirst = [...totals].sort(([a], [b]) => (a > b ? -1 : 1));
  for (const [denominator, numerator] of largestFirst) {
    let scale = divideIntegersExactly(common, denominator);
    if (scale === null) {
      const missing: Integer = divideIntegersExactly(denominator, gcdOfIntegers(common, denominator))!;
      [sum, common] = [multiplyIntegers(sum, missing), multiplyIntegers(common, missing)];
      scale = divideIntegersExactly(common, denominator)!;
    }
    sum = addIntegers(sum, multiplyIntegers(numerator, scale));
  }
  return rational(sum, common);
}

/** The double nearest to a rational number. */
export function rationalToNumber(a: Rational): number {
  return integerRatioToNumber(a.numerator, a.denominator);
}

/**
 * The rational number that a decimal or fraction denotes: `-3`, `0.25`, `1.5e-3`, `2/7`. Exact: `0.1` is one tenth.
 * Throws {@link InputError} for anything else.
 */
export function parseRational(text: string): Rational {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?(?:\s*\/\s*([+-]?\d+))?\s*$/.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0', divisor] = match ?? [];
  if (!match || whole + fraction === '') {
    throw new InputError(`expected a number such as 3, -0.25, 1.5e-3 or 2/7, got "${text}"`);
  }
  const digits = integer(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`));
  const scale = Number(exponent) - fraction.length;
  const power = integer(10n ** BigInt(Math.abs(scale)));
  const decimal = scale >= 0 ? rational(multiplyIntegers(digits, power)) : rational(digits, power);
  return divisor === undefined ? decimal : rationals.divide(decimal, rational(integer(BigInt(divisor))));
}
