import { integerModulo } from './integer.ts';
import { type PrimeField, primeField, primes } from './modular.ts';
import { scatteredValue, univariateImage } from './modular-image.ts';
import { rootModulo } from './modular-roots.ts';
import { degreesOf, type Polynomial } from './polynomial.ts';

/** Modulo this prime many squares have roots: -1, 2 and 3 do, so that most quadratic factors vanish somewhere. */
const field: PrimeField = primeField(primeThat((p) => p % 24 === 1));
const attempts = 8;

/** A point modulo a prime: the values of the generators and, as far as they have been needed, the powers of these. */
export interface ModularPoint {
  readonly powers: number[][];
}

/**
 * A point modulo a prime at which f vanishes, the generators in which f has a positive degree taking no special values;
 * `null` where none was found. What does not vanish there, f does not divide: that is certain and costs one evaluation.
 */
export function modularZero(f: Polynomial): ModularPoint | null {
  const degrees = degreesOf(f);
  const columns = degrees
    .flatMap((degree, column) => (degree > 0 ? [column] : []))
    .sort((a, b) => degrees[a] - degrees[b]);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const column = columns[attempt % columns.length];
    const values = degrees.map((_, k) => scatteredValue(k + 7 * attempt, field));
    const image = univariateImage(f, column, values, field);
    const root = image.length < 2 ? null : rootModulo(image, field);
    if (root !== null) return { powers: values.map((value, k) => [1, k === column ? root : value]) };
  }
  return null;
}

/** Whether p vanishes at the point. */
export function vanishesAt(p: Polynomial, { powers }: ModularPoint): boolean {
  const { width, exponents, coefficients } = p;
  const { multiply, add, p: modulus } = field;
  for (let column = powers.length; column < width; column++) powers.push([1, scatteredValue(column, field)]);
  let total = 0;
  for (let term = 0, place = 0; term < coefficients.length; term++) {
    let value = integerModulo(coefficients[term], modulus);
    for (let column = 0; column < width; column++, place++) {
      const exponent = exponents[place];
      if (exponent === 0) continue;
      const known = powers[column];
      while (known.length <= exponent) known.push(multiply(known[known.length - 1], known[1]));
      value = multiply(value, known[exponent]);
    }
    total = add(total, value);
  }
  return total === 0;
}

function primeThat(condition: (p: number) => boolean): number {
  for (const p of primes()) if (condition(p)) return p;
  throw new Error('no such prime below 2^26'); // a bug
}
