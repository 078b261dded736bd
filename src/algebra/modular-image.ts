import { integerModulo } from './integer.ts';
import { type PrimeField, primeField, primes } from './modular.ts';
import { divideUnivariate, trimmed, type Univariate } from './modular-univariate.ts';
import { degreesOf, type Polynomial } from './polynomial.ts';

const [prime] = primes();
const field = primeField(prime);

/**
 * A quick necessary condition for q to divide p: for each generator of q, the images in that generator alone divide, the
 * other generators having values modulo a prime. `false` is certain; `true` is wrong for few values only, since a factor
 * of q that p lacks shows in each generator in which it occurs.
 */
export function imagesDivide(p: Polynomial, q: Polynomial): boolean {
  const values = Array.from({ length: Math.max(p.width, q.width) }, (_, column) => scatteredValue(column, field));
  return degreesOf(q).every((degree, column) => {
    if (degree === 0) return true;
    const divisor = univariateImage(q, column, values, field);
    if (divisor.length === 0) return true; // this image tells nothing
    return divideUnivariate(univariateImage(p, column, values, field), divisor, field).remainder.length === 0;
  });
}

/** Scattered values: powers of one number, no two alike and none small. */
export function scatteredValue(column: number, { multiply }: PrimeField): number {
  let value = 1;
  for (let k = 0; k <= column; k++) value = multiply(value, 47_326_619);
  return value;
}

/** The image of p in Z/p[x] where every generator but `column`, which becomes x, has a value. */
export function univariateImage(
  p: Polynomial,
  column: number,
  values: readonly number[],
  { p: modulus, multiply, add }: PrimeField,
): Univariate {
  const degrees = degreesOf(p, values.length);
  const image = new Float64Array(degrees[column] + 1);
  const powers = degrees.map((degree, k) => (k === column ? [] : powersOf(values[k], degree, multiply)));
  p.coefficients.forEach((c, term) => {
    let coefficient = integerModulo(c, modulus);
    for (let k = 0; k < p.width; k++) {
      if (k !== column) coefficient = multiply(coefficient, powers[k][p.exponents[term * p.width + k]]);
    }
    const exponent = column < p.width ? p.exponents[term * p.width + column] : 0;
    image[exponent] = add(image[exponent], coefficient);
  });
  return trimmed(image);
}

function powersOf(value: number, most: number, multiply: PrimeField['multiply']): number[] {
  const list = [1];
  for (let e = 1; e <= most; e++) list.push(multiply(list[e - 1], value));
  return list;
}
