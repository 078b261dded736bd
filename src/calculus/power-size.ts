import { degreesOf, type Integer, type Polynomial } from '../algebra/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { ClosedForm } from './kernel.ts';

/** The most bits that the coefficients of a power may have together, by the estimate. */
const mostBits = 2 ** 25;

/**
 * Throws {@link UnsupportedError} where a^n would be too large to be written out: an upper bound of its terms times their
 * bits exceeds 2^25.
 */
export function checkPowerSize(a: ClosedForm, n: Integer): void {
  const size = Math.abs(Number(n));
  const bits = Math.max(powerBits(a.numerator, size), powerBits(a.denominator, size));
  if (bits <= mostBits) return;
  throw new UnsupportedError(
    `the power ${n} of this expression is too large to be written out (about ${bits.toPrecision(2)} bits): keep the exponent symbolic or lower it`,
  );
}

/** An upper bound for the bits of the coefficients of p^n. */
function powerBits(p: Polynomial, n: number): number {
  const count = p.coefficients.length;
  if (count === 0 || n < 2) return 0;
  const largest = p.coefficients.reduce<number>((most, c) => Math.max(most, bitsOf(c)), 0);
  const bits = n * (largest + Math.log2(count));
  if (bits === 0) return 0;
  // p^n has at most binomial(n + count - 1, n) terms, and at most as many as its degrees allow.
  let byTerms = 1;
  for (let k = 1; k < count && byTerms <= mostBits; k++) byTerms *= (n + k) / k;
  const byDegrees = degreesOf(p).reduce((product, degree) => product * (n * degree + 1), 1);
  return bits * Math.min(byTerms, byDegrees);
}

function bitsOf(c: Integer): number {
  return typeof c === 'number' ? Math.log2(Math.abs(c)) : c.toString(2).length;
}
