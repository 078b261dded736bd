import { UnsupportedError } from '../errors.ts';
import { gcdOfIntegers, type Integer, integer, integerModulo } from './integer.ts';
import { type PrimeField, primeField, primes } from './modular.ts';
import { type ModularPolynomial, modularGcd } from './modular-gcd.ts';
import { compressed, expanded, type Packing, packedMonomials, packing, unpackedPolynomial } from './packing.ts';
import {
  constantPolynomial,
  degreesOf,
  divideByInteger,
  equalPolynomials,
  integerContent,
  isZeroPolynomial,
  leadingCoefficient,
  monomialContent,
  onePolynomial,
  type Polynomial,
  polynomialFromSortedTerms,
  scalePolynomial,
  shiftExponents,
} from './polynomial.ts';
import { multiplyPolynomials } from './polynomial-product.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';
import { squareFreeFactors } from './square-free.ts';

/**
 * The greatest common divisor in Z[g0, g1, ...], integer content included, with positive leading coefficient;
 * gcd(p, 0) = p up to sign. Modular algorithm over word-size primes with Chinese remaindering, each image by
 * {@link modularGcd}; the answer is always confirmed by exact division [Brown 1971, algorithm M].
 */
export function gcdOfPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (isZeroPolynomial(p)) return positive(q);
  if (isZeroPolynomial(q)) return positive(p);
  const content = gcdOfIntegers(integerContent(p), integerContent(q));
  if (p.width === 0 || q.width === 0) return constantPolynomial(content);
  const [left, right] = [monomialContent(p), monomialContent(q)];
  const shared = left.map((exponent, column) => Math.min(exponent, right[column] ?? 0));
  const reduced = gcdWithoutMonomials(primitive(p, left), primitive(q, right));
  return scalePolynomial(shiftExponents(reduced, shared), content);
}

function positive(p: Polynomial): Polynomial {
  return leadingCoefficient(p) < 0 ? scalePolynomial(p, -1) : p;
}

/** p without its integer content and its monomial factor, with positive leading coefficient. */
function primitive(p: Polynomial, monomial: readonly number[]): Polynomial {
  const shifted = shiftExponents(
    p,
    monomial.map((exponent) => 0 - exponent),
  );
  return positive(divideByInteger(shifted, integerContent(shifted)));
}

/**
 * Square-free divisors found before, the latest first: most gcds of one computation are products of a few of them, and
 * division finds those fastest. A memo only: what is not found here is found by the modular algorithm.
 */
const seen: Polynomial[] = [];
const mostSeen = 32;

function remember(divisor: Polynomial): void {
  const place = seen.findIndex((known) => equalPolynomials(known, divisor));
  if (place >= 0) seen.splice(place, 1);
  seen.unshift(divisor);
  if (seen.length > mostSeen) seen.pop();
}

function gcdWithoutMonomials(p: Polynomial, q: Polynomial): Polynomial {
  let [a, b] = [p, q];
  let common = onePolynomial;
  for (const divisor of [...seen]) {
    for (;;) {
      const first = dividePolynomialsExactly(a, divisor);
      const second = first === null ? null : dividePolynomialsExactly(b, divisor);
      if (first === null || second === null) break;
      [a, b, common] = [first, second, multiplyPolynomials(common, divisor)];
    }
  }
  if (a.width === 0 || b.width === 0) return common;
  const rest = unseenGcd(a, b);
  if (rest.width === 0) return common;
  for (const { factor } of squareFreeFactors(rest, gcdOfPolynomials)) remember(factor);
  return multiplyPolynomials(common, rest);
}

function unseenGcd(p: Polynomial, q: Polynomial): Polynomial {
  if (p.width === 0 || q.width === 0) return onePolynomial;
  const [a, b] = p.coefficients.length >= q.coefficients.length ? [p, q] : [q, p];
  if (dividePolynomialsExactly(a, b) !== null) return b;
  const [inA, inB] = [degreesOf(a, Math.max(a.width, b.width)), degreesOf(b, Math.max(a.width, b.width))];
  const shared = inA.flatMap((degree, column) => (degree > 0 && inB[column] > 0 ? [column] : []));
  if (shared.length === 0) return onePolynomial;
  const [aParts, bParts] = [coefficientsOver(a, shared), coefficientsOver(b, shared)];
  // A divisor of both lies in the shared generators only, so it divides every coefficient over them.
  if (aParts.length > 1 || bParts.length > 1) return gcdOfAll([...aParts, ...bParts]);
  return gcdOverSharedGenerators(a, b, shared);
}

/** The coefficients of p as a polynomial in the generators outside `shared`. */
function coefficientsOver(p: Polynomial, shared: readonly number[]): Polynomial[] {
  const outside = degreesOf(p).flatMap((degree, column) => (degree > 0 && !shared.includes(column) ? [column] : []));
  if (outside.length === 0) return [p];
  const groups = new Map<string, number[]>();
  for (let term = 0; term < p.coefficients.length; term++) {
    const key = outside.map((column) => p.exponents[term * p.width + column]).join(',');
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  return [...groups.values()].map((terms) => {
    const rows = new Uint16Array(terms.length * p.width);
    terms.forEach((term, k) => {
      for (const column of shared) rows[k * p.width + column] = p.exponents[term * p.width + column] ?? 0;
    });
    return polynomialFromSortedTerms(
      p.width,
      rows,
      terms.map((term) => p.coefficients[term]),
    );
  });
}

function gcdOfAll(parts: readonly Polynomial[]): Polynomial {
  const smallestFirst = [...parts].sort((x, y) => x.coefficients.length - y.coefficients.length);
  let divisor = smallestFirst[0];
  for (const part of smallestFirst) {
    divisor = gcdOfPolynomials(divisor, part);
    if (divisor.width === 0) return onePolynomial;
  }
  return positive(divideByInteger(divisor, integerContent(divisor)));
}

function gcdOverSharedGenerators(a: Polynomial, b: Polynomial, shared: readonly number[]): Polynomial {
  const [x, y] = [compressed(a, shared), compressed(b, shared)];
  const below = degreesOf(y, shared.length);
  const pack = packing(degreesOf(x, shared.length).map((degree, k) => Math.max(degree, below[k]) + 1));
  if (pack === null) {
    throw new UnsupportedError(
      `polynomials in ${shared.length} generators of such high degrees are beyond the gcd here`,
    );
  }
  return expanded(gcdByPrimes(x, y, pack), shared);
}

function gcdByPrimes(a: Polynomial, b: Polynomial, pack: Packing): Polynomial {
  const leading = gcdOfIntegers(leadingCoefficient(a), leadingCoefficient(b));
  const [aKeys, bKeys] = [packedMonomials(a, pack), packedMonomials(b, pack)];
  const enough = sufficientModulus(a, leading);
  let lifted: Lifted | null = null;
  for (const p of primes()) {
    if (integerModulo(leadingCoefficient(a), p) === 0 || integerModulo(leadingCoefficient(b), p) === 0) continue;
    const field = primeField(p);
    const image = modularGcd(reduced(a, aKeys, field), reduced(b, bKeys, field), pack.radices, field);
    if (image === null) continue;
    if (image.keys[0] === 0) return onePolynomial;
    if (lifted !== null && image.keys[0] > lifted.leading) continue;
    if (lifted !== null && image.keys[0] < lifted.leading) lifted = null;
    lifted = combine(lifted, image, integerModulo(leading, p), field);
    const candidate = symmetricPolynomial(lifted, pack);
    const divisor = positive(divideByInteger(candidate, integerContent(candidate)));
    if (dividePolynomialsExactly(a, divisor) !== null && dividePolynomialsExactly(b, divisor) !== null) return divisor;
    if (lifted.modulus > enough) lifted = null; // one of the images was wrong, which is rare: start afresh
  }
  throw new Error('the primes below 2^26 are exhausted: no gcd was confirmed'); // a bug, or a polynomial beyond any memory
}

/**
 * A modulus from which on the true images determine the gcd: twice Gelfond's bound 2^(sum of degrees) |a|_1 for the
 * coefficients of any divisor of a, times the factor that the images carry.
 */
function sufficientModulus(a: Polynomial, leading: Integer): bigint {
  const degree = degreesOf(a).reduce((total, d) => total + d, 0);
  const norm = a.coefficients.reduce<bigint>((total, c) => total + BigInt(c < 0 ? -c : c), 0n);
  return (norm * BigInt(leading)) << BigInt(degree + 1);
}

function reduced(a: Polynomial, keys: Float64Array, { p }: PrimeField): ModularPolynomial {
  const coefficients = Float64Array.from(a.coefficients, (c) => integerModulo(c, p));
  if (coefficients.every((c) => c !== 0)) return { keys, coefficients };
  return {
    keys: keys.filter((_, term) => coefficients[term] !== 0),
    coefficients: coefficients.filter((c) => c !== 0),
  };
}

/** The images so far, combined modulo the product of their primes. */
interface Lifted {
  readonly leading: number;
  readonly modulus: bigint;
  readonly values: Map<number, bigint>;
}

function combine(lifted: Lifted | null, image: ModularPolynomial, scale: number, field: PrimeField): Lifted {
  const modulus = lifted?.modulus ?? 1n;
  const inverse = field.inverse(integerModulo(modulus, field.p));
  const values = new Map<number, bigint>(lifted?.values);
  const images = new Map<number, number>();
  image.keys.forEach((key, term) => {
    images.set(key, field.multiply(image.coefficients[term], scale));
    if (!values.has(key)) values.set(key, 0n);
  });
  for (const [key, value] of values) {
    const difference = field.subtract(images.get(key) ?? 0, integerModulo(value, field.p));
    values.set(key, value + modulus * BigInt(field.multiply(difference, inverse)));
  }
  return { leading: image.keys[0], modulus: modulus * BigInt(field.p), values };
}

function symmetricPolynomial({ values, modulus }: Lifted, pack: Packing): Polynomial {
  const keys = Float64Array.from([...values.keys()].filter((key) => values.get(key) !== 0n))
    .sort()
    .reverse();
  const half = modulus / 2n;
  const coefficients = Array.from(keys, (key): Integer => {
    const value = values.get(key) as bigint;
    return integer(value > half ? value - modulus : value);
  });
  return unpackedPolynomial(keys, coefficients, pack);
}
