import { integerRatioToNumber, type Rational, rationalToNumber } from '../algebra/index.ts';
import { type ElementaryField, polygammaBySeries } from '../calculus/index.ts';
import type { Builder, Dtype, Variable } from '../program/index.ts';
import { specialPrograms } from './special-programs.ts';

/**
 * The elementary field whose elements are variables of the program under construction: evaluating a closed form or an
 * expression in it writes the program that computes it. Scalars and vectors mix, entry by entry.
 *
 * log means log|a|, as in the exact layer. Nothing is known to be zero but `zero` itself.
 */
export function programField(b: Builder, dtype: Dtype): ElementaryField<Variable> {
  const literal = (value: number): Variable => b.full({ dtype, shape: [] }, value);
  const zero = literal(0);
  const one = literal(1);
  const add = (x: Variable, y: Variable): Variable => (x === zero ? y : y === zero ? x : b.add(x, y));
  const multiply = (x: Variable, y: Variable): Variable => {
    if (x === zero || y === zero) return zero;
    return x === one ? y : y === one ? x : b.multiply(x, y);
  };
  const log = (x: Variable): Variable => b.log(b.absolute(x));
  const wholePower = (x: Variable, n: number): Variable => {
    if (n === 0) return one;
    const half = wholePower(x, Math.floor(n / 2));
    const square = multiply(half, half);
    return n % 2 === 0 ? square : multiply(square, x);
  };
  const power = (x: Variable, exponent: Rational): Variable => {
    const value = rationalToNumber(exponent);
    if (value < 0) return b.divide(one, power(x, { ...exponent, numerator: -exponent.numerator }));
    if (Number.isInteger(value)) return wholePower(x, value);
    return Number.isInteger(2 * value)
      ? multiply(wholePower(x, Math.floor(value)), b.sqrt(x))
      : b.exp(b.multiply(value, b.log(x)));
  };
  const field: ElementaryField<Variable> = {
    zero,
    one,
    fromInteger: (value) => literal(integerRatioToNumber(value, 1)),
    fromRational: (value) => literal(rationalToNumber(value)),
    add,
    subtract: (x, y) => (y === zero ? x : b.subtract(x, y)),
    negate: (x) => (x === zero ? zero : b.negate(x)),
    multiply,
    divide: (x, y) => (x === zero ? zero : b.divide(x, y)),
    sum: (terms) => terms.reduce(add, zero),
    isZero: (x) => x === zero,
    pivotQuality: (x) => (x === zero ? 0 : 1),
    exp: (x) => b.exp(x),
    log,
    sin: (x) => b.sin(x),
    cos: (x) => b.cos(x),
    tan: (x) => b.divide(b.sin(x), b.cos(x)),
    ...specialPrograms(b, literal),
    power,
    polygamma: (order, x) => polygammaBySeries(field, order, x),
  };
  return field;
}
