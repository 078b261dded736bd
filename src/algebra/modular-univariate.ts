import type { PrimeField } from './modular.ts';

/** A polynomial in one variable over Z/p: coefficients from the constant term up, the last one not zero; [] is zero. */
export type Univariate = Float64Array;

/** The monic gcd of two nonzero polynomials in one variable, by Euclid's algorithm. */
export function gcdUnivariate(a: Univariate, b: Univariate, field: PrimeField): Univariate {
  let [x, y] = a.length >= b.length ? [a, b] : [b, a];
  while (y.length > 0) {
    if (y.length === 1) return Float64Array.of(1);
    [x, y] = [y, divideUnivariate(x, y, field).remainder];
  }
  return monicUnivariate(x, field);
}

/** a divided by its leading coefficient. */
export function monicUnivariate(a: Univariate, field: PrimeField): Univariate {
  const inverse = field.inverse(a[a.length - 1]);
  return a.map((c) => field.multiply(c, inverse));
}

/** Quotient and remainder of a by b, b nonzero. */
export function divideUnivariate(
  a: Univariate,
  b: Univariate,
  field: PrimeField,
): { quotient: Univariate; remainder: Univariate } {
  const remainder = Float64Array.from(a);
  const quotient = new Float64Array(Math.max(0, a.length - b.length + 1));
  const inverse = field.inverse(b[b.length - 1]);
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const c = field.multiply(remainder[shift + b.length - 1], inverse);
    quotient[shift] = c;
    if (c === 0) continue;
    for (let k = 0; k < b.length; k++) {
      remainder[shift + k] = field.subtract(remainder[shift + k], field.multiply(c, b[k]));
    }
  }
  return { quotient, remainder: trimmed(remainder) };
}

/** a b. */
export function multiplyUnivariate(a: Univariate, b: Univariate, field: PrimeField): Univariate {
  if (b.length === 1 && b[0] === 1) return a;
  const product = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
  }
  return product;
}

/** a + c b. */
export function addMultiple(a: Univariate, b: Univariate, c: number, field: PrimeField): Univariate {
  const sum = new Float64Array(Math.max(a.length, b.length));
  sum.set(a);
  for (let k = 0; k < b.length; k++) sum[k] = field.add(sum[k], field.multiply(c, b[k]));
  return trimmed(sum);
}

/** a(point), by Horner's rule. */
export function evaluateUnivariate(a: Univariate, point: number, field: PrimeField): number {
  let value = 0;
  for (let k = a.length - 1; k >= 0; k--) value = field.add(field.multiply(value, point), a[k]);
  return value;
}

/** a without zeros at its end: what makes an array a {@link Univariate}. */
export function trimmed(a: Float64Array): Univariate {
  let length = a.length;
  while (length > 0 && a[length - 1] === 0) length--;
  return length === a.length ? a : a.slice(0, length);
}
