import { integer, powerOfInteger, type Rational, rational, rationals } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import { type ElementaryField, wholeExponent } from './elementary-field.ts';

/**
 * The rational numbers, for exact evaluation of rational expressions. Throws {@link UnsupportedError} for functions
 * whose values are irrational.
 */
export const rationalNumbers: ElementaryField<Rational> = {
  ...rationals,
  fromRational: (value) => value,
  exp: () => irrational('exp'),
  log: () => irrational('log'),
  sin: () => irrational('sin'),
  cos: () => irrational('cos'),
  tan: () => irrational('tan'),
  erf: () => irrational('erf'),
  besselRatio: () => irrational('a Bessel function'),
  logBesselI0: () => irrational('a Bessel function'),
  polygamma: () => irrational('polygamma'),
  power: (a, exponent) => {
    const n = wholeExponent(exponent, 'a rational number');
    const base = n < 0 ? rationals.divide(rationals.one, a) : a;
    const power = (value: Rational['numerator']): bigint => BigInt(powerOfInteger(value, Math.abs(n)));
    return rational(integer(power(base.numerator)), integer(power(base.denominator)));
  },
};

function irrational(name: string): never {
  throw new UnsupportedError(`${name} of a rational number is irrational in general: evaluate it in floating point`);
}
