import type { PrimeField } from './modular.ts';
import {
  addMultiple,
  divideUnivariate,
  evaluateUnivariate,
  gcdUnivariate,
  monicUnivariate,
  multiplyUnivariate,
  type Univariate,
} from './modular-univariate.ts';

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
 * All variables but the first are evaluated at scattered points, since small ones are roots of real polynomials.
 */
export function modularGcd(
  a: ModularPolynomial,
  b: ModularPolynomial,
  radices: readonly number[],
  field: PrimeField,
): ModularPolynomial | null {
  if (radices.length === 1) return univariateAsModular(gcdUnivariate(asUnivariate(a), asUnivariate(b), field));
  const radix = radices[radices.length - 1];
  const [left, right] = [rowsByLastVariable(a, radix), rowsByLastVariable(b, radix)];
  const [leftContent, rightContent] = [contentOf(left, field), contentOf(right, field)];
  const content = gcdUnivariate(leftContent, rightContent, field);
  divideRows(left, leftContent, field);
  divideRows(right, rightContent, field);
  const primitive = primitiveGcd(left, right, radices.slice(0, -1), field);
  if (primitive === null) return null;
  divideRows(primitive, contentOf(primitive, field), field);
  for (const row of primitive) row.polynomial = multiplyUnivariate(row.polynomial, content, field);
  return monic(modularFromRows(primitive, radix), field);
}

/** Multiples of this fraction of p, the golden section, lie far apart and are no small integers. */
const scatter = (Math.sqrt(5) - 1) / 2;

/** The coefficients of one monomial in the other variables: a polynomial in the last variable, constant term first. */
interface Row {
  readonly key: number;
  polynomial: Univariate;
}

function primitiveGcd(a: Row[], b: Row[], outer: readonly number[], field: PrimeField): Row[] | null {
  const leading = gcdUnivariate(a[0].polynomial, b[0].polynomial, field);
  const bound = Math.min(lastDegree(a), lastDegree(b)) + leading.length;
  let interpolation: Interpolation | null = null;
  const step = Math.floor(field.p * scatter);
  for (let count = 1; count < field.p; count++) {
    const point = field.multiply(count, step);
    const scale = evaluateUnivariate(leading, point, field);
    if (
      evaluateUnivariate(a[0].polynomial, point, field) === 0 ||
      evaluateUnivariate(b[0].polynomial, point, field) === 0
    )
      continue;
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
  readonly values: Map<number, Univariate>;
  /** The product of (x - point) over the points so far. */
  modulus: Univariate;
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
  const inverse = field.inverse(evaluateUnivariate(modulus, point, field));
  const images = new Map<number, number>();
  image.keys.forEach((key, term) => {
    images.set(key, field.multiply(image.coefficients[term], scale));
    if (!values.has(key)) values.set(key, new Float64Array(0));
  });
  let changed = false;
  for (const [key, polynomial] of values) {
    const difference = field.subtract(images.get(key) ?? 0, evaluateUnivariate(polynomial, point, field));
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
    const value = evaluateUnivariate(polynomial, point, field);
    if (value === 0) continue;
    keys.push(key);
    coefficients.push(value);
  }
  return { keys: Float64Array.from(keys), coefficients: Float64Array.from(coefficients) };
}

function lastDegree(rows: readonly Row[]): number {
  return rows.reduce((most, { polynomial }) => Math.max(most, polynomial.length - 1), 0);
}

function contentOf(rows: readonly Row[], field: PrimeField): Univariate {
  const byDegree = [...rows].sort((x, y) => x.polynomial.length - y.polynomial.length);
  let content = byDegree[0].polynomial;
  for (const { polynomial } of byDegree) {
    if (content.length === 1) break;
    content = gcdUnivariate(content, polynomial, field);
  }
  return content.length === 1 ? Float64Array.of(1) : monicUnivariate(content, field);
}

function divideRows(rows: readonly Row[], divisor: Univariate, field: PrimeField): void {
  if (divisor.length === 1) return;
  for (const row of rows) row.polynomial = divideUnivariate(row.polynomial, divisor, field).quotient;
}

function monic({ keys, coefficients }: ModularPolynomial, field: PrimeField): ModularPolynomial {
  const inverse = field.inverse(coefficients[0]);
  return { keys, coefficients: coefficients.map((c) => field.multiply(c, inverse)) };
}

function asUnivariate({ keys, coefficients }: ModularPolynomial): Univariate {
  const polynomial = new Float64Array(keys[0] + 1);
  keys.forEach((key, term) => {
    polynomial[key] = coefficients[term];
  });
  return polynomial;
}

function univariateAsModular(polynomial: Univariate): ModularPolynomial {
  return modularFromRows([{ key: 0, polynomial }], polynomial.length);
}
