/**
 * erf(x), 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x, to a few units in the last place: up to 1.5 by the series
 * 2 / sqrt(pi) exp(-x^2) sum_n (2 x^2)^n x / (2n + 1)!!, whose terms are all of one sign, and beyond by the continued
 * fraction of 1 - erf(x) [Abramowitz-Stegun (7.1.6), (7.1.14)].
 */
export function errorFunction(x: number): number {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  const decay = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (size > 1.5) {
    let denominator = size;
    for (let n = 150; n >= 1; n -= 1) denominator = size + n / 2 / denominator;
    return Math.sign(x) * (1 - decay / denominator);
  }
  const ratio = 2 * x * x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= ratio / (2 * n + 1);
    sum += term;
  }
  return 2 * decay * sum;
}
