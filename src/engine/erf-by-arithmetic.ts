import type { Dtype } from '../program/index.ts';

/** The operations that erf is composed of, on values of an engine and numbers. */
export interface ErfArithmetic<V> {
  readonly add: (x: V | number, y: V | number) => V;
  readonly subtract: (x: V | number, y: V | number) => V;
  readonly multiply: (x: V | number, y: V | number) => V;
  readonly divide: (x: V | number, y: V | number) => V;
  readonly minimum: (x: V, y: number) => V;
  readonly exp: (x: V) => V;
  readonly absolute: (x: V) => V;
}

/** Where exp(-z^2) is nothing beside 1, whatever it is multiplied with. */
const largest = 12;

/**
 * erf(x) of every entry, with an absolute error of a few units of rounding: for z = |x|,
 * 1 - exp(-z^2) + z exp(-z^2) r(t), t = (z - 3) / (z + 3), where r is the Chebyshev interpolation of
 * (1 - exp(z^2) erfc(z)) / z in t, summed by Clenshaw's recurrence; odd in x. That t makes functions which decay like a power
 * smooth up to infinity [Shepherd-Laframboise 1981], and the factor z keeps rounding errors small near 0.
 */
export function erfByArithmetic<V>(x: V, dtype: Dtype, b: ErfArithmetic<V>): V {
  const within = b.multiply(b.minimum(b.multiply(b.minimum(x, largest), -1), largest), -1);
  const z = b.absolute(within);
  const t = b.divide(b.subtract(z, 3), b.add(z, 3));
  const twice = b.multiply(t, 2);
  const [first, ...rest] = coefficients[dtype];
  let [before, last]: (V | number)[] = [0, rest.at(-1)!];
  for (const coefficient of rest.slice(0, -1).reverse())
    [before, last] = [last!, b.add(b.subtract(b.multiply(twice, last!), before!), coefficient)];
  const r = b.add(b.subtract(b.multiply(t, last!), before!), first!);
  const decay = b.exp(b.multiply(b.multiply(z, z), -1));
  const above = b.add(b.subtract(1, decay), b.multiply(b.multiply(z, decay), r));
  // The sign of x is x / |x|; the small number gives 0 at 0.
  return b.multiply(above, b.divide(within, b.add(z, 1e-30)));
}

/**
 * (1 - exp(z^2) erfc(z)) / z for z > 0: up to 1 by the series sum_n (-z)^n / Gamma(n / 2 + 3 / 2), beyond by the continued
 * fraction of erfc [Abramowitz-Stegun (7.1.14)].
 */
function decaying(z: number): number {
  if (z < 1) {
    const terms = [2 / Math.sqrt(Math.PI), -z];
    for (let n = 2; n < 60; n += 1) terms.push((terms[n - 2]! * z * z) / ((n + 1) / 2));
    return terms.reduceRight((sum, term) => sum + term, 0);
  }
  let denominator = z;
  for (let n = 600; n >= 1; n -= 1) denominator = z + n / 2 / denominator;
  return (1 - 1 / (denominator * Math.sqrt(Math.PI))) / z;
}

/** The Chebyshev coefficients of that in t, the first of them halved, by interpolation at `count` Chebyshev points. */
function chebyshevCoefficients(count: number): readonly number[] {
  const values = Array.from({ length: count }, (_, j) => {
    const t = Math.cos((Math.PI * (j + 0.5)) / count);
    return decaying((3 * (1 + t)) / (1 - t));
  });
  return Array.from({ length: count }, (_, k) => {
    // Whole turns are taken off before the angle is rounded.
    const angle = (j: number): number => (Math.PI * ((k * (2 * j + 1)) % (4 * count))) / (2 * count);
    const sum = values.reduce((total, value, j) => total + value * Math.cos(angle(j)), 0);
    return ((k === 0 ? 1 : 2) * sum) / count;
  });
}

const coefficients: Readonly<Record<Dtype, readonly number[]>> = {
  float64: chebyshevCoefficients(28),
  float32: chebyshevCoefficients(14),
};
