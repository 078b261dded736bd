import type { Integer } from './integer.ts';
import { type Polynomial, polynomialFromSortedTerms, withWidth } from './polynomial.ts';

/**
 * Kronecker packing: a monomial becomes one number, sum of exponent times stride, in which products of monomials are
 * sums and the lexicographic order is the order of numbers. Faithful while each exponent stays below its radix.
 */
export interface Packing {
  readonly radices: readonly number[];
  readonly strides: readonly number[];
  /** The number of monomials that the packing can tell apart. */
  readonly size: number;
}

/** The packing with one radix for each generator, or `null` where monomials do not fit in a double's 53 bits. */
export function packing(radices: readonly number[]): Packing | null {
  const strides = new Array<number>(radices.length);
  let size = 1;
  for (let column = radices.length - 1; column >= 0; column--) {
    strides[column] = size;
    size *= radices[column];
  }
  return size <= Number.MAX_SAFE_INTEGER ? { radices, strides, size } : null;
}

/** The packed monomials of p, in its order (descending). */
export function packedMonomials(p: Polynomial, { strides }: Packing): Float64Array {
  const keys = new Float64Array(p.coefficients.length);
  for (let term = 0; term < keys.length; term++) {
    let key = 0;
    for (let column = 0; column < p.width; column++) {
      key += p.exponents[term * p.width + column] * strides[column];
    }
    keys[term] = key;
  }
  return keys;
}

/** The polynomial with these packed monomials, which must be distinct and descending, and nonzero coefficients. */
export function unpackedPolynomial(
  keys: ArrayLike<number>,
  coefficients: readonly Integer[],
  { strides, radices }: Packing,
): Polynomial {
  const width = radices.length;
  const rows = new Uint16Array(coefficients.length * width);
  for (let term = 0; term < coefficients.length; term++) {
    let rest = keys[term];
    for (let column = 0; column < width; column++) {
      const exponent = Math.floor(rest / strides[column]);
      rows[term * width + column] = exponent;
      rest -= exponent * strides[column];
    }
  }
  return polynomialFromSortedTerms(width, rows, coefficients);
}

/** p with its generators renumbered: column `columns[k]` of p becomes generator k. Columns left out must not occur in p. */
export function compressed(p: Polynomial, columns: readonly number[]): Polynomial {
  const wide = Math.max(p.width, ...columns.map((column) => column + 1));
  const rows = withWidth(p, wide);
  const narrow = new Uint16Array(p.coefficients.length * columns.length);
  for (let term = 0; term < p.coefficients.length; term++) {
    for (let k = 0; k < columns.length; k++) {
      narrow[term * columns.length + k] = rows[term * wide + columns[k]];
    }
  }
  return polynomialFromSortedTerms(columns.length, narrow, p.coefficients);
}

/** The inverse of {@link compressed}: generator k becomes generator `columns[k]`; `columns` ascend. */
export function expanded(p: Polynomial, columns: readonly number[]): Polynomial {
  if (p.width === 0) return p;
  const width = columns[p.width - 1] + 1;
  const rows = new Uint16Array(p.coefficients.length * width);
  for (let term = 0; term < p.coefficients.length; term++) {
    for (let k = 0; k < p.width; k++) rows[term * width + columns[k]] = p.exponents[term * p.width + k];
  }
  return polynomialFromSortedTerms(width, rows, p.coefficients);
}
