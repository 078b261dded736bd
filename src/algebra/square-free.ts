import { isOnePolynomial, type Polynomial, partialOfPolynomial } from './polynomial.ts';
import { dividePolynomialsExactly } from './polynomial-quotient.ts';

/**
 * The square-free factors of a primitive polynomial: p = product of factor^multiplicity, up to sign, the factors
 * coprime and without repeated divisors. Yun's scheme with the gcd of p and all its partial derivatives; which gcd is
 * the caller's, since the gcd itself uses this.
 */
export function squareFreeFactors(
  p: Polynomial,
  gcd: (a: Polynomial, b: Polynomial) => Polynomial,
): { readonly factor: Polynomial; readonly multiplicity: number }[] {
  let repeated = p;
  for (let generator = 0; generator < p.width; generator++) {
    repeated = gcd(repeated, partialOfPolynomial(p, generator));
  }
  let radical = exactly(p, repeated);
  const factors: { factor: Polynomial; multiplicity: number }[] = [];
  for (let multiplicity = 1; radical.width > 0; multiplicity++) {
    const remaining = gcd(radical, repeated);
    const factor = exactly(radical, remaining);
    if (!isOnePolynomial(factor) && factor.width > 0) factors.push({ factor, multiplicity });
    repeated = exactly(repeated, remaining);
    radical = remaining;
  }
  return factors;
}

function exactly(p: Polynomial, divisor: Polynomial): Polynomial {
  return dividePolynomialsExactly(p, divisor) as Polynomial;
}
