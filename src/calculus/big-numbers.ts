import { Decimal } from 'decimal.js';
import { type Integer, type Rational, rationalToNumber } from '../algebra/index.ts';
import { DomainError, InputError } from '../errors.ts';
import { bernoulliNumbers } from './bernoulli.ts';
import type { ElementaryField } from './elementary-field.ts';
import { polygammaBySeries } from './polygamma-series.ts';

/** A decimal floating-point number. */
export type BigNumber = Decimal;

/** Real numbers in decimal floating point. */
export interface BigNumbers extends ElementaryField<BigNumber> {
  readonly pi: BigNumber;
}

/** The most digits with which the functions of the decimal library are exact. */
export const mostDigits = 1000;

/**
 * The real numbers with so many significant digits; errors of a few units in the last place at each operation. isZero
 * answers for the number 0 alone. Throws {@link InputError} for more than {@link mostDigits} digits.
 */
export function bigNumbers(digits: number): BigNumbers {
  if (!(Number.isInteger(digits) && digits > 0 && digits <= mostDigits)) {
    throw new InputError(`expected a number of digits from 1 to ${mostDigits}, got ${digits}`);
  }
  const D = Decimal.clone({ precision: digits, maxE: 9e15, minE: -9e15, toExpNeg: -9, toExpPos: 21 });
  const whole = (value: Integer): Decimal => new D(value.toString());
  const zero = new D(0);
  const one = new D(1);
  const pi = D.acos(-1);
  const field: BigNumbers = {
    zero,
    one,
    pi,
    fromInteger: whole,
    fromRational: ({ numerator, denominator }) => whole(numerator).div(whole(denominator)),
    add: (a, b) => a.plus(b),
    subtract: (a, b) => a.minus(b),
    negate: (a) => a.negated(),
    multiply: (a, b) => a.times(b),
    divide: (a, b) => (b.isZero() ? refuse('division by zero') : a.div(b)),
    sum: (terms) => terms.reduce((total, term) => total.plus(term), zero),
    isZero: (a) => a.isZero(),
    pivotQuality: (a) => Math.abs(a.toNumber()),
    exp: (a) => finite(a.exp()),
    log: (a) => (a.isZero() ? refuse('the logarithm of zero is undefined') : a.abs().ln()),
    sin: (a) => a.sin(),
    cos: (a) => a.cos(),
    tan: (a) => a.tan(),
    power: (a, exponent) => power(a, exponent),
    erf: (a) => erf(a),
    besselRatio: (a) => {
      const { zeroth, first } = bessel(a.abs());
      const ratio = first.div(zeroth);
      return a.isNegative() ? ratio.negated() : ratio;
    },
    logBesselI0: (a) => {
      const { zeroth, exponent } = bessel(a.abs());
      return zeroth.ln().plus(exponent);
    },
    polygamma: (order, a) => {
      if (!a.gt(0)) return refuse(`log Gamma and its derivatives are computed for positive arguments only, got ${a}`);
      const count = Math.ceil(digits / 1.8) + 10;
      const stirling = pi.times(2).ln().div(2);
      return polygammaBySeries(field, order, a, { steps: count + order, bernoulli: bernoulliNumbers(count), stirling });
    },
  };
  const power = (a: Decimal, exponent: Rational): Decimal => {
    if (a.isZero() && exponent.numerator < 0) return refuse('division by zero');
    if (exponent.denominator === 1) return finite(a.pow(whole(exponent.numerator)));
    if (a.isNegative()) return refuse(`a root of the negative number ${a.toPrecision(9)} is not real`);
    if (rationalToNumber(exponent) === 0.5) return a.sqrt();
    return a.isZero() ? zero : finite(a.pow(field.fromRational(exponent)));
  };
  /** 2/sqrt(pi) exp(-x^2) sum of 2^k x^(2k + 1)/(2k + 1)!!, whose terms have one sign. */
  const erf = (a: Decimal): Decimal => {
    const square = a.times(a);
    if (square.gt(2.4 * digits + 20)) return a.isNegative() ? one.negated() : one;
    let [sum, term] = [a, a];
    for (let k = 1; !term.isZero() && term.abs().gt(sum.abs().times(new D(10).pow(-digits - 2))); k++) {
      term = term
        .times(square)
        .times(2)
        .div(2 * k + 1);
      sum = sum.plus(term);
    }
    return sum.times(2).div(pi.sqrt()).times(square.negated().exp());
  };
  /** I0 and I1 at x >= 0, both divided by exp(exponent): power series, or asymptotic ones where these are exact. */
  const bessel = (x: Decimal): { zeroth: Decimal; first: Decimal; exponent: Decimal } => {
    if (x.gt(1.2 * digits + 40)) {
      const scale = pi.times(x).times(2).sqrt();
      const [zeroth, first] = [0, 1].map((order) => asymptoticBessel(x, order).div(scale));
      return { zeroth, first, exponent: x };
    }
    const [zeroth, first] = [0, 1].map((order) => besselSeries(x, order));
    return { zeroth, first, exponent: zero };
  };
  const besselSeries = (x: Decimal, order: number): Decimal => {
    const quarter = x.times(x).div(4);
    let term = order === 0 ? one : x.div(2);
    let sum = term;
    for (let k = 1; term.gt(sum.times(new D(10).pow(-digits - 2))); k++) {
      term = term.times(quarter).div(k * (k + order));
      sum = sum.plus(term);
    }
    return sum;
  };
  /** sum of (-1)^k ((4n^2 - 1)(4n^2 - 9) ... (4n^2 - (2k - 1)^2))/(k! (8x)^k) */
  const asymptoticBessel = (x: Decimal, order: number): Decimal => {
    let [sum, term] = [one, one];
    for (let k = 1; term.abs().gt(new D(10).pow(-digits - 2)); k++) {
      term = term.times((2 * k - 1) ** 2 - 4 * order * order).div(x.times(8 * k));
      sum = sum.plus(term);
    }
    return sum;
  };
  return field;
}

function finite(value: Decimal): Decimal {
  return value.isFinite() ? value : refuse('the value leaves the range of decimal floating point');
}

function refuse(message: string): never {
  throw new DomainError(message);
}
