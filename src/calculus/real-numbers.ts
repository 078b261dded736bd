import { integerRatioToNumber, rationalToNumber } from '../algebra/index.ts';
import type { ElementaryField } from './elementary-field.ts';

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
  divide: (a, b) => a / b,
  sum: (terms) => terms.reduce((total, term) => total + term, 0),
  isZero: (a) => a === 0,
  pivotQuality: (a) => Math.abs(a),
  exp: Math.exp,
  log: (a) => Math.log(Math.abs(a)),
  power: (a, exponent) => a ** rationalToNumber(exponent),
};
