import type { PrimeField } from './modular.ts';

/**
 * A polynomial over Z/p in k variables: packed monomials, descending, and nonzero coefficients. The last variable has
 * stride 1, so dropping it is a division of the monomials by its radix.
 */
export interface ModularPolynomial {
  readonly keys: Float64Array;
  readonly coefficients: Float64Array;
}

/**
 * The monic greatest common divisor over Z/p of two nonzero polynomials, by evaluation and interpolation in one
 * variable after another [Brown 1971, On Euclid's algorithm and the computation of polynomial greatest common
 * divisors, algorithm P]. Interpolation stops once one more point changes nothing, so the answer is right with
 * overwhelming probability only; the caller confirms it by division. `null` where the field has too few points.
 */
export function modularGcd(
  a: ModularPolynomial,
  b: ModularPolynomial,
  radices: readonly number[],
  field: PrimeField,
): ModularPolynomial | null {
  if (radices.length === 1) return univariateAsModular(euclid(asUnivariate(a), asUnivariate(b), field));
  const radix = radices[radices.length - 1];
  const [left, right] = [rowsByLastVariable(a, radix), rowsByLastVariable(b, radix)];
  const [leftContent, rightContent] = [contentOf(left, field), contentOf(right, field)];
  const content = euclid(leftContent, rightContent, field);
  divideRows(left, leftContent, field);
  divideRows(right, rightContent, field);
  const primitive = primitiveGcd(left, right, radices.slice(0, -1), field);
  if (primitive === null) return null;
  divideRows(primitive, contentOf(primitive, field), field);
  for (const row of primitive) row.polynomial = multiplyUnivariate(row.polynomial, content, field);
  return monic(modularFromRows(primitive, radix), field);
}

/** The coefficients of one monomial in the other variables: a polynomial in the last variable, constant term first. */
interface Row {
  readonly key: number;
  polynomial: Float64Array;
}

function primitiveGcd(a: Row[], b: Row[], outer: readonly number[], field: PrimeField): Row[] | null {
  const leading = euclid(a[0].polynomial, b[0].polynomial, field);
  const bound = Math.min(lastDegree(a), lastDegree(b)) + leading.length;
  let interpolation: Interpolation | null = null;
  for (let point = 1; point < field.p; point++) {
    const scale = evaluate(leading, point, field);
    if (evaluate(a[0].polynomial, point, field) === 0 || evaluate(b[0].polynomial, point, field) === 0) continue;
    const image = modularGcd(evaluateRows(a, point, field), evaluateRows(b, point, field), outer, field);
    if (image === null) return null;
    if (image.keys[0] === 0) return [{ key: 0, polynomial: Float64Array.of(1) }];
    if (interpolation === null || image.keys[0] < interpolation.leading) {
      interpolation = newInterpolation(image.keys[0]); // earlier points were unlucky: their gcd was too large
    } else if (image.keys[0] > interpolation.leading) {
      continue; // this point is unlucky
    }
    const stable = !addPoint(interpolation, point, image, scale, field);
    if (stable || interpolation.points > bound) return interpolatedRows(interpolation);
  }
  return null;
}

/** Newton interpolation of all coefficients at once, in monomial form. */
interface Interpolation {
  readonly leading: number;
  readonly values: Map<number, Float64Array>;
  /** The product of (x - point) over the points so far. */
  modulus: Float64Array;
  points: number;
}

function newInterpolation(leading: number): Interpolation {
  return { leading, values: new Map(), modulus: Float64Array.of(1), points: 0 };
}

/** Adds one point; tells whether anything changed. */
function addPoint(
  interpolation: Interpolation,
  point: number,
  image: ModularPolynomial,
  scale: number,
  field: PrimeField,
): boolean {
  const { values, modulus } = interpolation;
  const inverse = field.inverse(evaluate(modulus, point, field));
  const images = new Map<number, number>();
  image.keys.forEach((key, term) => {
    images.set(key, field.multiply(image.coefficients[term], scale));
    if (!values.has(key)) values.set(key, new Float64Array(0));
  });
  let changed = false;
  for (const [key, polynomial] of values) {
    const difference = field.subtract(images.get(key) ?? 0, evaluate(polynomial, point, field));
    if (difference === 0) continue;
    changed = true;
    values.set(key, addMultiple(polynomial, modulus, field.multiply(difference, inverse), field));
  }
  interpolation.modulus = multiplyUnivariate(modulus, Float64Array.of(field.subtract(0, point), 1), field);
  interpolation.points++;
  return changed;
}

function interpolatedRows({ values }: Interpolation): Row[] {
  const rows: Row[] = [];
  for (const [key, polynomial] of values) if (polynomial.length > 0) rows.push({ key, polynomial });
  return rows.sort((x, y) => y.key - x.key);
}

function rowsByLastVariable({ keys, coefficients }: ModularPolynomial, radix: number): Row[] {
  const rows: Row[] = [];
  for (let term = 0; term < keys.length; term++) {
    const key = Math.floor(keys[term] / radix);
    const exponent = keys[term] - key * radix;
    // Descending order puts the largest exponent of each group first, which sizes the row.
    if (rows.length === 0 || rows[rows.length - 1].key !== key) {
      rows.push({ key, polynomial: new Float64Array(exponent + 1) });
    }
    rows[rows.length - 1].polynomial[exponent] = coefficients[term];
  }
  return rows;
}

function modularFromRows(rows: readonly Row[], radix: number): ModularPolynomial {
  const keys: number[] = [];
  const coefficients: number[] = [];
  for (const { key, polynomial } of rows) {
    for (let exponent = polynomial.length - 1; exponent >= 0; exponent--) {
      if (polynomial[exponent] === 0) continue;
      keys.push(key * radix + exponent);
      coefficients.push(polynomial[exponent]);
    }
  }
  return { keys: Float64Array.from(keys), coefficients: Float64Array.from(coefficients) };
}

function evaluateRows(rows: readonly Row[], point: number, field: PrimeField): ModularPolynomial {
  const keys: number[] = [];
  const coefficients: number[] = [];
  for (const { key, polynomial } of rows) {
    const value = evaluate(polynomial, point, field);
    if (value === 0) continue;
    keys.push(key);
    coefficients.push(value);
  }
  return { keys: Float64Array.from(keys), coefficients: Float64Array.from(coefficients) };
}

function lastDegree(rows: readonly Row[]): number {
  return rows.reduce((most, { polynomial }) => Math.max(most, polynomial.length - 1), 0);
}

function contentOf(rows: readonly Row[], field: PrimeField): Float64Array {
  const byDegree = [...rows].sort((x, y) => x.polynomial.length - y.polynomial.length);
  let content = byDegree[0].polynomial;
  for (const { polynomial } of byDegree) {
    if (content.length === 1) break;
    content = euclid(content, polynomial, field);
  }
  return content.length === 1 ? Float64Array.of(1) : monicUnivariate(content, field);
}

function divideRows(rows: readonly Row[], divisor: Float64Array, field: PrimeField): void {
  if (divisor.length === 1) return;
  for (const row of rows) row.polynomial = divideUnivariate(row.polynomial, divisor, field).quotient;
}

function monic({ keys, coefficients }: ModularPolynomial, field: PrimeField): ModularPolynomial {
  const inverse = field.inverse(coefficients[0]);
  return { keys, coefficients: coefficients.map((c) => field.multiply(c, inverse)) };
}

function asUnivariate({ keys, coefficients }: ModularPolynomial): Float64Array {
  const polynomial = new Float64Array(keys[0] + 1);
  keys.forEach((key, term) => {
    polynomial[key] = coefficients[term];
  });
  return polynomial;
}

function univariateAsModular(polynomial: Float64Array): ModularPolynomial {
  return modularFromRows([{ key: 0, polynomial }], polynomial.length);
}

/** The monic gcd of two nonzero polynomials in one variable, by Euclid's algorithm. */
function euclid(a: Float64Array, b: Float64Array, field: PrimeField): Float64Array {
  let [x, y] = a.length >= b.length ? [a, b] : [b, a];
  while (y.length > 0) {
    if (y.length === 1) return Float64Array.of(1);
    [x, y] = [y, divideUnivariate(x, y, field).remainder];
  }
  return monicUnivariate(x, field);
}

function monicUnivariate(a: Float64Array, field: PrimeField): Float64Array {
  const inverse = field.inverse(a[a.length - 1]);
  return a.map((c) => field.multiply(c, inverse));
}

function divideUnivariate(
  a: Float64Array,
  b: Float64Array,
  field: PrimeField,
): { quotient: Float64Array; remainder: Float64Array } {
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

function multiplyUnivariate(a: Float64Array, b: Float64Array, field: PrimeField): Float64Array {
  if (b.length === 1 && b[0] === 1) return a;
  const product = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) product[i + j] = field.add(product[i + j], field.multiply(a[i], b[j]));
  }
  return product;
}

function addMultiple(a: Float64Array, b: Float64Array, c: number, field: PrimeField): Float64Array {
  const sum = new Float64Array(Math.max(a.length, b.length));
  sum.set(a);
  for (let k = 0; k < b.length; k++) sum[k] = field.add(sum[k], field.multiply(c, b[k]));
  return trimmed(sum);
}

function evaluate(a: Float64Array, point: number, field: PrimeField): number {
  let value = 0;
  for (let k = a.length - 1; k >= 0; k--) value = field.add(field.multiply(value, point), a[k]);
  return value;
}

function trimmed(a: Float64Array): Float64Array {
  let length = a.length;
  while (length > 0 && a[length - 1] === 0) length--;
  return length === a.length ? a : a.slice(0, length);
}
