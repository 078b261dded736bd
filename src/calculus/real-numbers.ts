import { erf } from 'mathjs/number';
import { integerRatioToNumber, rationalToNumber } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';
import { besselRatioDerivatives, logBesselI0 } from './bessel.ts';
import type { ElementaryField } from './elementary-field.ts';
import { polygammaBySeries } from './polygamma-series.ts';

/** The real numbers in double precision; isZero answers for the number 0 alone. */
export const realNumbers: ElementaryField<number> = {
  zero: 0,
  one: 1,
  fromInteger: (value) => integerRatioToNumber(value, 1),
  fromRational: rationalToNumber,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  negate: (a) => -a,
  multiply: (a, b) => a * b,
  divide: (a, b) =>
    b === 0 ? refuse('division by zero in double precision: a divisor vanishes, or is too small') : a / b,
  sum: (terms) => terms.reduce((total, term) => total + term, 0),
  isZero: (a) => a === 0,
  pivotQuality: (a) => Math.abs(a),
  exp: Math.exp,
  log: (a) => (a === 0 ? refuse('the logarithm of zero is undefined') : Math.log(Math.abs(a))),
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  erf,
  besselRatio: (a) => besselRatioDerivatives(a, 0)[0],
  logBesselI0,
  power: (a, exponent) => {
    if (a === 0 && exponent.numerator < 0)
      return refuse('division by zero in double precision: a divisor vanishes, or is too small');
    if (a < 0 && exponent.denominator !== 1) return refuse(`a root of the negative number ${a} is not real`);
    return a ** rationalToNumber(exponent);
  },
  polygamma: (order, a) => {
    if (a > 0) return polygammaBySeries(realNumbers, order, a);
    return refuse(`log Gamma and its derivatives are computed for positive arguments only, got ${a}`);
  },
};

function refuse(message: string): never {
  throw new DomainError(message);
}
