import { addIntegers, type Integer, integer, multiplyIntegers } from './integer.ts';
import { type Packing, packedMonomials, packing, unpackedPolynomial } from './packing.ts';
import {
  addPolynomials,
  degreesOf,
  exponentOverflow,
  largestExponent,
  onePolynomial,
  type Polynomial,
  scalePolynomial,
  shiftExponents,
  zeroPolynomial,
} from './polynomial.ts';

/** A dense accumulator is used up to this many cells, and where at least one cell in `sparsity` would be hit. */
const densest = 1 << 22;
const sparsity = 16;

/** p q. */
export function multiplyPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  if (p.coefficients.length > q.coefficients.length) return multiplyPolynomials(q, p);
  if (p.coefficients.length === 0) return zeroPolynomial;
  if (p.coefficients.length === 1) {
    return scalePolynomial(shiftExponents(q, Array.from(p.exponents)), p.coefficients[0]);
  }
  const width = Math.max(p.width, q.width);
  const [left, right] = [degreesOf(p, width), degreesOf(q, width)];
  if (left.some((degree, column) => degree + right[column] > largestExponent)) throw exponentOverflow();
  const pack = packing(left.map((degree, column) => degree + right[column] + 1));
  if (pack === null) return multiplyTermByTerm(p, q);
  const dense = pack.size <= densest && pack.size <= sparsity * p.coefficients.length * q.coefficients.length;
  if (!dense) return multiplySparsely(p, q, pack);
  return productsAreSmall(p, q) ? multiplyInDoubles(p, q, pack) : multiplyDensely(p, q, pack);
}

/** Every partial sum of products fits in a double exactly. */
function productsAreSmall(p: Polynomial, q: Polynomial): boolean {
  return largest(p) * largest(q) * p.coefficients.length <= Number.MAX_SAFE_INTEGER;
}

function largest(p: Polynomial): number {
  let most = 0;
  for (const c of p.coefficients) {
    if (typeof c === 'bigint') return Number.POSITIVE_INFINITY;
    if (Math.abs(c) > most) most = Math.abs(c);
  }
  return most;
}

function multiplyInDoubles(p: Polynomial, q: Polynomial, pack: Packing): Polynomial {
  const cells = new Float64Array(pack.size);
  addProductInDoubles(cells, p, q, pack);
  return polynomialFromCells(cells, pack);
}

function addProductInDoubles(cells: Float64Array, p: Polynomial, q: Polynomial, pack: Packing): void {
  const [left, right] = [packedMonomials(p, pack), packedMonomials(q, pack)];
  const [a, b] = [Float64Array.from(p.coefficients as number[]), Float64Array.from(q.coefficients as number[])];
  for (let i = 0; i < a.length; i++) {
    const [key, c] = [left[i], a[i]];
    for (let j = 0; j < b.length; j++) cells[key + right[j]] += c * b[j];
  }
}

function polynomialFromCells(cells: Float64Array, pack: Packing): Polynomial {
  const keys: number[] = [];
  const coefficients: number[] = [];
  for (let key = cells.length - 1; key >= 0; key--) {
    if (cells[key] !== 0) {
      keys.push(key);
      coefficients.push(cells[key]);
    }
  }
  return unpackedPolynomial(keys, coefficients, pack);
}

function multiplyDensely(p: Polynomial, q: Polynomial, pack: Packing): Polynomial {
  const [left, right] = [packedMonomials(p, pack), packedMonomials(q, pack)];
  const [a, b] = [p.coefficients.map(BigInt), q.coefficients.map(BigInt)];
  const cells = new Array<bigint | undefined>(pack.size);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const key = left[i] + right[j];
      cells[key] = (cells[key] ?? 0n) + a[i] * b[j];
    }
  }
  const keys: number[] = [];
  const coefficients: Integer[] = [];
  for (let key = cells.length - 1; key >= 0; key--) {
    const c = cells[key];
    if (c !== undefined && c !== 0n) {
      keys.push(key);
      coefficients.push(integer(c));
    }
  }
  return unpackedPolynomial(keys, coefficients, pack);
}

function multiplySparsely(p: Polynomial, q: Polynomial, pack: Packing): Polynomial {
  const [left, right] = [packedMonomials(p, pack), packedMonomials(q, pack)];
  const cells = new Map<number, Integer>();
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      const key = left[i] + right[j];
      const product = multiplyIntegers(p.coefficients[i], q.coefficients[j]);
      const sum = cells.get(key);
      cells.set(key, sum === undefined ? product : addIntegers(sum, product));
    }
  }
  const keys = Float64Array.from([...cells.keys()].filter((key) => cells.get(key) !== 0))
    .sort()
    .reverse();
  return unpackedPolynomial(
    keys,
    Array.from(keys, (key) => cells.get(key) as Integer),
    pack,
  );
}

/** The plain product, for monomials that do not fit in a packed number. */
export function multiplyTermByTerm(p: Polynomial, q: Polynomial): Polynomial {
  const rows = p.coefficients.map((c, term) => {
    const exponents = Array.from(p.exponents.subarray(term * p.width, (term + 1) * p.width));
    return scalePolynomial(shiftExponents(q, exponents), c);
  });
  return sumOfPolynomials(rows);
}

/**
 * The sum of products of one or two polynomials each, in one accumulator where the products are small and lie in a box of
 * moderate size.
 */
export function sumOfProductsOfPolynomials(products: readonly (readonly Polynomial[])[]): Polynomial {
  const pairs = products.map(([p, q = onePolynomial]) => [p, q] as const);
  if (pairs.length > 1) {
    let [width, work, bound] = [0, 0, 0];
    for (const [p, q] of pairs) {
      width = Math.max(width, p.width, q.width);
      work += p.coefficients.length * q.coefficients.length;
      bound += largest(p) * largest(q) * Math.min(p.coefficients.length, q.coefficients.length);
    }
    const pack = bound <= Number.MAX_SAFE_INTEGER ? packing(radicesOfProducts(pairs, width)) : null;
    if (pack !== null && pack.size <= densest && pack.size <= sparsity * work) {
      const cells = new Float64Array(pack.size);
      for (const [p, q] of pairs) addProductInDoubles(cells, p, q, pack);
      return polynomialFromCells(cells, pack);
    }
  }
  return sumOfPolynomials(pairs.map(([p, q]) => multiplyPolynomials(p, q)));
}

/** One more than the largest exponents that products of the pairs can have. */
function radicesOfProducts(pairs: readonly (readonly [Polynomial, Polynomial])[], width: number): number[] {
  const radices = new Array<number>(width).fill(1);
  for (const [p, q] of pairs) {
    const [left, right] = [degreesOf(p, width), degreesOf(q, width)];
    for (let column = 0; column < width; column++) {
      radices[column] = Math.max(radices[column], left[column] + right[column] + 1);
    }
  }
  return radices;
}

/** The sum of a list, added in a balanced tree. */
export function sumOfPolynomials(terms: readonly Polynomial[]): Polynomial {
  let round = terms;
  while (round.length > 1) {
    const next: Polynomial[] = [];
    for (let k = 0; k < round.length; k += 2) {
      next.push(k + 1 < round.length ? addPolynomials(round[k], round[k + 1]) : round[k]);
    }
    round = next;
  }
  return round[0] ?? zeroPolynomial;
}

/** p^n for a whole n >= 0, by repeated squaring. */
export function powerOfPolynomial(p: Polynomial, n: number): Polynomial {
  let [result, square] = [onePolynomial, p];
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiplyPolynomials(result, square);
    if (left > 1) square = multiplyPolynomials(square, square);
  }
  return result;
}
