import type { PrimeField } from './modular.ts';
import {
  addMultiple,
  divideUnivariate,
  gcdUnivariate,
  monicUnivariate,
  multiplyUnivariate,
  type Univariate,
} from './modular-univariate.ts';

const x: Univariate = Float64Array.of(0, 1);

/**
 * A root in Z/p of a polynomial that is not constant, or `null` where it has none: the product of its linear factors is
 * gcd(x^p - x, f), which is split by gcds with (x + c)^((p-1)/2) - 1 [Cantor and Zassenhaus 1981].
 */
export function rootModulo(f: Univariate, field: PrimeField): number | null {
  let linear = f.length === 2 ? f : commonWith(f, minus(powerModulo(x, field.p, f, field), x, field), field);
  if (linear.length < 2) return null;
  for (let shift = 1; linear.length > 2; shift++) {
    const half = powerModulo(Float64Array.of(shift, 1), (field.p - 1) / 2, linear, field);
    const part = commonWith(linear, minus(half, Float64Array.of(1), field), field);
    if (part.length > 1 && part.length < linear.length) linear = part;
  }
  return field.multiply(field.subtract(0, linear[0]), field.inverse(linear[1]));
}

/** Whether a polynomial that is not constant is irreducible over Z/p: it has no factor of at most half its degree. */
export function isIrreducibleModulo(f: Univariate, field: PrimeField): boolean {
  let frobenius = x;
  for (let degree = 1; 2 * degree <= f.length - 1; degree++) {
    frobenius = powerModulo(frobenius, field.p, f, field);
    if (commonWith(f, minus(frobenius, x, field), field).length > 1) return false;
  }
  return true;
}

function commonWith(f: Univariate, other: Univariate, field: PrimeField): Univariate {
  return other.length === 0 ? monicUnivariate(f, field) : gcdUnivariate(f, other, field);
}

function minus(a: Univariate, b: Univariate, field: PrimeField): Univariate {
  return addMultiple(a, b, field.p - 1, field);
}

/** base^exponent modulo f. */
function powerModulo(base: Univariate, exponent: number, f: Univariate, field: PrimeField): Univariate {
  const product = (a: Univariate, b: Univariate): Univariate =>
    a.length === 0 || b.length === 0 ? a : divideUnivariate(multiplyUnivariate(a, b, field), f, field).remainder;
  let result: Univariate | null = null;
  let square = divideUnivariate(base, f, field).remainder;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === null ? square : product(result, square);
    if (left > 1) square = product(square, square);
  }
  return result ?? Float64Array.of(1);
}
