import { addIntegers, divideIntegersExactly, type Integer, multiplyIntegers, negateInteger } from './integer.ts';
import { imagesDivide } from './modular-image.ts';
import { type Packing, packedMonomials, packing, unpackedPolynomial } from './packing.ts';
import {
  degreesOf,
  isZeroPolynomial,
  type Polynomial,
  polynomialFromSortedTerms,
  scalePolynomial,
  shiftExponents,
  subtractPolynomials,
  zeroPolynomial,
} from './polynomial.ts';
import { sumOfPolynomials } from './polynomial-product.ts';

const densest = 1 << 20;
/** Up to this many monomials in the box of the quotient, a division that fails costs less than foreseeing that it will. */
const cheap = 1 << 8;

/**
 * p / q in Z[g0, g1, ...] where q divides p there, otherwise `null`; `null` also for q = 0. Where the division is
 * `expected` to succeed no time is spent on foreseeing a failure.
 */
export function dividePolynomialsExactly(p: Polynomial, q: Polynomial, expected = false): Polynomial | null {
  if (isZeroPolynomial(q)) return null;
  if (isZeroPolynomial(p)) return zeroPolynomial;
  if (q.width > p.width) return null;
  if (q.coefficients.length === 1) return divideByTerm(p, q);
  const degrees = quotientDegrees(p, q);
  if (degrees.some((degree) => degree < 0) || !lowestTermsDivide(p, q)) return null;
  const size = degrees.reduce((monomials, degree) => monomials * (degree + 1), 1);
  if (!expected && size > cheap && !imagesDivide(p, q)) return null;
  const pack = packing(degreesOf(p).map((degree) => degree + 1));
  if (pack === null) return divideTermByTerm(p, q);
  return pack.size <= densest ? divideDensely(p, q, pack, degrees) : divideSparsely(p, q, pack, degrees);
}

/** The degrees of p / q if it is a polynomial: degrees add. A division that leaves them has failed and may stop. */
function quotientDegrees(p: Polynomial, q: Polynomial): number[] {
  const width = Math.max(p.width, q.width);
  const below = degreesOf(q, width);
  return degreesOf(p, width).map((degree, column) => degree - below[column]);
}

/**
 * Whether a packed monomial stays within the degrees of the quotient. Packed division is division in one variable; while
 * this holds it is division of the polynomials too, since no exponent overflows its radix.
 */
function isWithin(degrees: readonly number[], { strides }: Packing, key: number): boolean {
  let rest = key;
  return degrees.every((degree, column) => {
    const exponent = Math.floor(rest / strides[column]);
    rest -= exponent * strides[column];
    return exponent <= degree;
  });
}

/** A quick necessary condition: the smallest monomials divide, coefficients included. */
function lowestTermsDivide(p: Polynomial, q: Polynomial): boolean {
  const [last, other] = [p.coefficients.length - 1, q.coefficients.length - 1];
  if (divideIntegersExactly(p.coefficients[last], q.coefficients[other]) === null) return false;
  if (divideIntegersExactly(p.coefficients[0], q.coefficients[0]) === null) return false;
  for (let column = 0; column < q.width; column++) {
    if (p.exponents[last * p.width + column] < q.exponents[other * q.width + column]) return false;
    if (p.exponents[column] < q.exponents[column]) return false;
  }
  return true;
}

function divideByTerm(p: Polynomial, q: Polynomial): Polynomial | null {
  if (q.width > p.width) return null;
  const rows = new Uint16Array(p.exponents);
  for (let place = 0; place < rows.length; place++) {
    const exponent = rows[place] - (q.exponents[place % p.width] ?? 0);
    if (exponent < 0) return null;
    rows[place] = exponent;
  }
  const coefficients: Integer[] = [];
  for (const c of p.coefficients) {
    const quotient = divideIntegersExactly(c, q.coefficients[0]);
    if (quotient === null) return null;
    coefficients.push(quotient);
  }
  return polynomialFromSortedTerms(p.width, rows, coefficients);
}

function divideDensely(p: Polynomial, q: Polynomial, pack: Packing, degrees: readonly number[]): Polynomial | null {
  const [above, below] = [packedMonomials(p, pack), packedMonomials(q, pack)];
  const [top, lead] = [below[0], q.coefficients[0]];
  const remainder = new Array<Integer>(above[0] + 1).fill(0);
  for (let term = 0; term < above.length; term++) remainder[above[term]] = p.coefficients[term];
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  for (let key = above[0]; key >= 0; key--) {
    const rest = remainder[key];
    if (rest === 0) continue;
    const c = key >= top ? divideIntegersExactly(rest, lead) : null;
    if (c === null) return null;
    const shift = key - top;
    if (!isWithin(degrees, pack, shift)) return null;
    const minus = negateInteger(c);
    for (let term = 1; term < below.length; term++) {
      const at = shift + below[term];
      remainder[at] = addIntegers(remainder[at], multiplyIntegers(minus, q.coefficients[term]));
    }
    keys.push(shift);
    coefficients.push(c);
  }
  return unpackedPolynomial(keys, coefficients, pack);
}

/** The same division with the remainder in a hash table and its monomials in a heap, for large sparse dividends. */
function divideSparsely(p: Polynomial, q: Polynomial, pack: Packing, degrees: readonly number[]): Polynomial | null {
  const [above, below] = [packedMonomials(p, pack), packedMonomials(q, pack)];
  const [top, lead] = [below[0], q.coefficients[0]];
  const remainder = new Map<number, Integer>();
  // p's own monomials come in order; only monomials that subtraction creates need the heap.
  for (let term = 0; term < above.length; term++) remainder.set(above[term], p.coefficients[term]);
  const created: number[] = [];
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  let next = 0;
  while (next < above.length || created.length > 0) {
    const key =
      created.length === 0 || (next < above.length && above[next] >= created[0]) ? above[next++] : popLargest(created);
    const rest = remainder.get(key) ?? 0;
    remainder.delete(key);
    if (rest === 0) continue;
    const c = key >= top ? divideIntegersExactly(rest, lead) : null;
    if (c === null) return null;
    const shift = key - top;
    if (!isWithin(degrees, pack, shift)) return null;
    const minus = negateInteger(c);
    for (let term = 1; term < below.length; term++) {
      const at = shift + below[term];
      const change = multiplyIntegers(minus, q.coefficients[term]);
      const old = remainder.get(at);
      if (old === undefined) pushKey(created, at);
      remainder.set(at, old === undefined ? change : addIntegers(old, change));
    }
    keys.push(shift);
    coefficients.push(c);
  }
  return unpackedPolynomial(keys, coefficients, pack);
}

function pushKey(heap: number[], key: number): void {
  let place = heap.push(key) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (heap[parent] >= key) break;
    heap[place] = heap[parent];
    place = parent;
  }
  heap[place] = key;
}

function popLargest(heap: number[]): number {
  const largest = heap[0];
  const last = heap.pop() as number;
  if (heap.length === 0) return largest;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1] > heap[child]) child++;
    if (heap[child] <= last) break;
    heap[place] = heap[child];
    place = child;
  }
  heap[place] = last;
  return largest;
}

/** The plain division, one leading term at a time, for monomials that do not fit in a packed number. */
export function divideTermByTerm(p: Polynomial, q: Polynomial): Polynomial | null {
  const quotient: Polynomial[] = [];
  const degrees = quotientDegrees(p, q);
  let remainder = p;
  while (!isZeroPolynomial(remainder)) {
    const term = divideByTerm(leadingTerm(remainder), leadingTerm(q));
    if (term?.exponents.every((exponent, column) => exponent <= degrees[column]) !== true) return null;
    quotient.push(term);
    const shifted = shiftExponents(q, Array.from(term.exponents));
    remainder = subtractPolynomials(remainder, scalePolynomial(shifted, term.coefficients[0]));
  }
  return sumOfPolynomials(quotient);
}

function leadingTerm(p: Polynomial): Polynomial {
  return polynomialFromSortedTerms(p.width, p.exponents.slice(0, p.width), p.coefficients.slice(0, 1));
}
