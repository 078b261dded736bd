/**
 * Arithmetic modulo a prime p < 2^26 on doubles: products stay below 2^52, so they are exact, and the quotient by p is
 * found with a precomputed reciprocal.
 */
export interface PrimeField {
  readonly p: number;
  multiply(a: number, b: number): number;
  subtract(a: number, b: number): number;
  add(a: number, b: number): number;
  /** a^-1 by Fermat's little theorem; a must not be 0. */
  inverse(a: number): number;
}

/** The field of integers modulo the prime p < 2^26, elements 0..p-1. */
export function primeField(p: number): PrimeField {
  const reciprocal = 1 / p;
  const multiply = (a: number, b: number): number => {
    const product = a * b;
    const rest = product - Math.floor(product * reciprocal) * p;
    return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
  };
  const inverse = (a: number): number => {
    let [result, square] = [1, a];
    for (let left = p - 2; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = multiply(result, square);
      square = multiply(square, square);
    }
    return result;
  };
  return {
    p,
    multiply,
    inverse,
    subtract: (a, b) => (a >= b ? a - b : a - b + p),
    add: (a, b) => (a + b >= p ? a + b - p : a + b),
  };
}

/** The primes below 2^26, largest first. */
export function* primes(): Generator<number> {
  for (let candidate = 2 ** 26 - 1; candidate > 2; candidate -= 2) if (isPrime(candidate)) yield candidate;
}

function isPrime(n: number): boolean {
  for (let divisor = 3; divisor * divisor <= n; divisor += 2) if (n % divisor === 0) return false;
  return n % 2 !== 0;
}
