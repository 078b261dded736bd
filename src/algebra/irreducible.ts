import { gcdOfIntegers, type Integer, integerModulo } from './integer.ts';
import { primeField, primes } from './modular.ts';
import { scatteredValue, univariateImage } from './modular-image.ts';
import { isIrreducibleModulo, rootModulo } from './modular-roots.ts';
import type { Univariate } from './modular-univariate.ts';
import {
  degreesOf,
  divideByInteger,
  leadingCoefficient,
  type Polynomial,
  polynomialFromSortedTerms,
} from './polynomial.ts';
import { gcdOfPolynomials } from './polynomial-gcd.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';

const highestDegree = 12;
const primesTried = 6;

/**
 * Whether a primitive polynomial is certainly irreducible in Z[g0, g1, ...]. For some generator its coefficients must
 * have no common factor, and then it suffices that the degree is 1 or that an image of full degree in that generator,
 * modulo a prime, is irreducible. `false` means that no such certificate was found.
 */
export function isCertainlyIrreducible(p: Polynomial): boolean {
  return degreesOf(p).some((degree, column) => {
    if (degree === 0 || degree > highestDegree || !isPrimitiveIn(p, column)) return false;
    return degree === 1 || someImageIsIrreducible(p, column, degree);
  });
}

function someImageIsIrreducible(p: Polynomial, column: number, degree: number): boolean {
  let tried = 0;
  for (const prime of primes()) {
    if (++tried > primesTried) break;
    const field = primeField(prime);
    const values = Array.from({ length: p.width }, (_, k) => scatteredValue(k + tried, field));
    const image = univariateImage(p, column, values, field);
    if (image.length === degree + 1 && isIrreducibleModulo(image, field)) return true;
  }
  return false;
}

function isPrimitiveIn(p: Polynomial, column: number): boolean {
  let common: Polynomial | null = null;
  for (const part of coefficientsIn(p, column)) {
    common = common === null ? part : gcdOfPolynomials(common, part);
    if (common.width === 0) return true;
  }
  return common === null;
}

/** The coefficients of p as a polynomial in one generator. */
function coefficientsIn(p: Polynomial, column: number): Polynomial[] {
  const groups = new Map<number, number[]>();
  p.coefficients.forEach((_, term) => {
    const exponent = p.exponents[term * p.width + column];
    const group = groups.get(exponent) ?? [];
    group.push(term);
    groups.set(exponent, group);
  });
  return [...groups.values()].map((terms) => {
    const rows = new Uint16Array(terms.length * p.width);
    terms.forEach((term, k) => {
      rows.set(p.exponents.subarray(term * p.width, (term + 1) * p.width), k * p.width);
      rows[k * p.width + column] = 0;
    });
    return polynomialFromSortedTerms(
      p.width,
      rows,
      terms.map((term) => p.coefficients[term]),
    );
  });
}

/**
 * A factor a x - n of a primitive polynomial in one generator x, of degree at least 2 and with positive leading
 * coefficient, found from a root modulo a prime; `null` where the polynomial has more generators or no root is found, as
 * when n exceeds the prime.
 */
export function linearFactor(p: Polynomial): Polynomial | null {
  const column = p.width - 1;
  const degrees = degreesOf(p);
  if (degrees[column] < 2 || degrees.some((degree, k) => degree > 0 && k !== column)) return null;
  const [prime] = primes();
  const field = primeField(prime);
  const image: Univariate = univariateImage(p, column, new Array<number>(p.width).fill(0), field);
  const root = image.length < 2 ? null : rootModulo(image, field);
  if (root === null || root === 0) return null;
  const leading = leadingCoefficient(p);
  const residue = field.multiply(integerModulo(leading, prime), root);
  const candidate = linear(column, leading, residue > prime / 2 ? residue - prime : residue);
  return dividePolynomialsExactly(p, candidate) === null ? null : candidate;
}

/** The primitive part of a x - n, for n other than 0. */
function linear(column: number, a: Integer, n: number): Polynomial {
  const exponents = new Uint16Array(2 * (column + 1));
  exponents[column] = 1;
  return divideByInteger({ width: column + 1, exponents, coefficients: [a, -n] }, gcdOfIntegers(a, n));
}
