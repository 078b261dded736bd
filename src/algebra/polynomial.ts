import { UnsupportedError } from '../errors.ts';
import {
  addIntegers,
  divideIntegersExactly,
  gcdOfIntegers,
  type Integer,
  multiplyIntegers,
  negateInteger,
} from './integer.ts';

/**
 * A polynomial in Z[g0, g1, ...]: terms in lexicographic order, largest first, generator 0 most significant.
 * Canonical (nonzero coefficients, distinct monomials, `width` minimal), so equality is structural.
 */
export interface Polynomial {
  /** One more than the number of the last generator that occurs; 0 for a constant. */
  readonly width: number;
  /** Exponents, one row of `width` numbers a term. */
  readonly exponents: Uint16Array;
  readonly coefficients: readonly Integer[];
}

/** The largest exponent that a polynomial may carry. */
export const largestExponent = 65535;

export const zeroPolynomial: Polynomial = { width: 0, exponents: new Uint16Array(0), coefficients: [] };
export const onePolynomial: Polynomial = constantPolynomial(1);

/** The constant polynomial c. */
export function constantPolynomial(c: Integer): Polynomial {
  return c === 0 ? zeroPolynomial : { width: 0, exponents: new Uint16Array(0), coefficients: [c] };
}

/** The polynomial g_index. */
export function generatorPolynomial(index: number): Polynomial {
  const exponents = new Uint16Array(index + 1);
  exponents[index] = 1;
  return { width: index + 1, exponents, coefficients: [1] };
}

/**
 * Canonical form of terms that are already sorted, distinct and nonzero: trims generators that do not occur.
 * `rows` has `width` columns.
 */
export function polynomialFromSortedTerms(
  width: number,
  rows: Uint16Array,
  coefficients: readonly Integer[],
): Polynomial {
  let used = 0;
  const count = coefficients.length;
  for (let column = width - 1; column >= 0 && used === 0; column--) {
    for (let term = 0; term < count; term++) {
      if (rows[term * width + column] !== 0) {
        used = column + 1;
        break;
      }
    }
  }
  if (used === width) return { width, exponents: rows, coefficients };
  return { width: used, exponents: withWidth({ width, exponents: rows, coefficients }, used), coefficients };
}

/** The exponent rows of p laid out with another width; columns beyond are zero or, when narrower, dropped. */
export function withWidth(p: Polynomial, width: number): Uint16Array {
  if (p.width === width) return p.exponents;
  const count = p.coefficients.length;
  const rows = new Uint16Array(count * width);
  const shared = Math.min(width, p.width);
  for (let term = 0; term < count; term++) {
    for (let column = 0; column < shared; column++) {
      rows[term * width + column] = p.exponents[term * p.width + column];
    }
  }
  return rows;
}

export function isZeroPolynomial(p: Polynomial): boolean {
  return p.coefficients.length === 0;
}

/** p = 1. */
export function isOnePolynomial(p: Polynomial): boolean {
  return p.width === 0 && p.coefficients.length === 1 && p.coefficients[0] === 1;
}

export function equalPolynomials(p: Polynomial, q: Polynomial): boolean {
  if (p === q) return true;
  if (p.width !== q.width || p.coefficients.length !== q.coefficients.length) return false;
  return (
    p.coefficients.every((c, term) => c === q.coefficients[term]) &&
    p.exponents.every((exponent, place) => exponent === q.exponents[place])
  );
}

/** A string that two polynomials share exactly when they are equal. */
export function polynomialKey(p: Polynomial): string {
  return `${p.width}:${p.exponents.join(',')}:${p.coefficients.join(',')}`;
}

/** p + q. */
export function addPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (isZeroPolynomial(p)) return q;
  if (isZeroPolynomial(q)) return p;
  const width = Math.max(p.width, q.width);
  const [left, right] = [withWidth(p, width), withWidth(q, width)];
  const rows = new Uint16Array((p.coefficients.length + q.coefficients.length) * width);
  const coefficients: Integer[] = [];
  let [i, j] = [0, 0];
  while (i < p.coefficients.length || j < q.coefficients.length) {
    const order =
      i === p.coefficients.length ? -1 : j === q.coefficients.length ? 1 : compareRows(left, i, right, j, width);
    const c =
      order > 0 ? p.coefficients[i] : order < 0 ? q.coefficients[j] : addIntegers(p.coefficients[i], q.coefficients[j]);
    if (c !== 0) {
      const [source, term] = order >= 0 ? [left, i] : [right, j];
      for (let column = 0, at = coefficients.length * width; column < width; column++) {
        rows[at + column] = source[term * width + column];
      }
      coefficients.push(c);
    }
    if (order >= 0) i++;
    if (order <= 0) j++;
  }
  return polynomialFromSortedTerms(width, rows.slice(0, coefficients.length * width), coefficients);
}

function compareRows(left: Uint16Array, i: number, right: Uint16Array, j: number, width: number): number {
  for (let column = 0; column < width; column++) {
    const difference = left[i * width + column] - right[j * width + column];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** -p. */
export function negatePolynomial(p: Polynomial): Polynomial {
  return { ...p, coefficients: p.coefficients.map(negateInteger) };
}

/** p - q. */
export function subtractPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  return addPolynomials(p, negatePolynomial(q));
}

/** c p for an integer c. */
export function scalePolynomial(p: Polynomial, c: Integer): Polynomial {
  if (c === 1) return p;
  if (c === 0) return zeroPolynomial;
  return { ...p, coefficients: p.coefficients.map((coefficient) => multiplyIntegers(coefficient, c)) };
}

/** p / c for an integer c that divides every coefficient, which the caller knows. */
export function divideByInteger(p: Polynomial, c: Integer): Polynomial {
  if (c === 1) return p;
  return { ...p, coefficients: p.coefficients.map((coefficient) => divideIntegersExactly(coefficient, c)!) };
}

/** The positive gcd of the coefficients; 0 for the zero polynomial. */
export function integerContent(p: Polynomial): Integer {
  let content: Integer = 0;
  for (const coefficient of p.coefficients) {
    content = gcdOfIntegers(coefficient, content);
    if (content === 1) break;
  }
  return content;
}

/** The coefficient of the lexicographically largest monomial; 0 for the zero polynomial. */
export function leadingCoefficient(p: Polynomial): Integer {
  return p.coefficients[0] ?? 0;
}

/** The largest exponent of each generator, `width` of them. */
export function degreesOf(p: Polynomial, width: number = p.width): number[] {
  const degrees = new Array<number>(width).fill(0);
  for (let term = 0; term < p.coefficients.length; term++) {
    for (let column = 0; column < p.width; column++) {
      const exponent = p.exponents[term * p.width + column];
      if (exponent > degrees[column]) degrees[column] = exponent;
    }
  }
  return degrees;
}

/** The exponents of the monomial gcd of all terms, `width` of them. */
export function monomialContent(p: Polynomial): number[] {
  const least = Array.from(p.exponents.subarray(0, p.width));
  for (let term = 1; term < p.coefficients.length; term++) {
    for (let column = 0; column < p.width; column++) {
      const exponent = p.exponents[term * p.width + column];
      if (exponent < least[column]) least[column] = exponent;
    }
  }
  return least;
}

/** p times the monomial with the given exponents (negative ones where they divide every term, which the caller knows). */
export function shiftExponents(p: Polynomial, shift: readonly number[]): Polynomial {
  if (isZeroPolynomial(p) || shift.every((s) => s === 0)) return p;
  const width = Math.max(p.width, shift.length);
  const rows = new Uint16Array(withWidth(p, width));
  for (let place = 0; place < rows.length; place++) {
    const exponent = rows[place] + (shift[place % width] ?? 0);
    if (exponent > largestExponent) throw exponentOverflow();
    rows[place] = exponent;
  }
  return polynomialFromSortedTerms(width, rows, p.coefficients);
}

/** The error for an exponent that the representation cannot hold. */
export function exponentOverflow(): UnsupportedError {
  return new UnsupportedError(`an exponent exceeds ${largestExponent}: keep large powers symbolic or lower them`);
}

/** The formal partial derivative with respect to generator `index`. */
export function partialOfPolynomial(p: Polynomial, index: number): Polynomial {
  if (index >= p.width) return zeroPolynomial;
  const rows: number[] = [];
  const coefficients: Integer[] = [];
  for (let term = 0; term < p.coefficients.length; term++) {
    const row = p.exponents.subarray(term * p.width, (term + 1) * p.width);
    const exponent = row[index];
    if (exponent === 0) continue;
    coefficients.push(multiplyIntegers(p.coefficients[term], exponent));
    for (let column = 0; column < p.width; column++) rows.push(column === index ? exponent - 1 : row[column]);
  }
  return polynomialFromSortedTerms(p.width, Uint16Array.from(rows), coefficients);
}

/** The terms of p, largest first: each coefficient with its monomial. */
export function termsOf(p: Polynomial): { readonly coefficient: Integer; readonly monomial: Polynomial }[] {
  return p.coefficients.map((coefficient, term) => {
    const row = p.exponents.slice(term * p.width, (term + 1) * p.width);
    return { coefficient, monomial: polynomialFromSortedTerms(p.width, row, [1]) };
  });
}
