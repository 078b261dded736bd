import { type Integer, integer, integerRatioToNumber } from '../algebra/index.ts';

/** From here on the asymptotic series are exact to double precision, before it the power series are used. */
const far = 25;
/** Terms of the asymptotic series; at 25 those left out are below 1e-18 of the whole. */
const terms = 48;
/** Bits after the binary point where power series are summed as integers. */
const bits = 400n;

/**
 * The derivatives 0, 1, ..., `highest` at a real number of A = I1/I0, the ratio of modified Bessel functions, each to
 * nearly double precision: A' = 1 - A/x - A^2 loses digits in doubles, so Taylor coefficients of I0 and I1 are summed in
 * fixed point and divided as power series, or the asymptotic series of A is differentiated term by term.
 */
export function besselRatioDerivatives(x: number, highest: number): number[] {
  const derivatives = Math.abs(x) < far ? near(Math.abs(x), highest) : asymptotic(Math.abs(x), highest);
  // A is odd: even derivatives change their sign with x.
  return derivatives.map((value, order) => (x < 0 && order % 2 === 0 ? 0 - value : value));
}

/** log I0(x). */
export function logBesselI0(x: number): number {
  const size = Math.abs(x);
  if (size < far) return Math.log1p(besselI0LessOne(size));
  let [sum, term] = [0, 1];
  for (let k = 1; k < terms; k++) {
    term *= (2 * k - 1) ** 2 / (8 * k * size);
    sum += term;
  }
  return size - Math.log(2 * Math.PI * size) / 2 + Math.log1p(sum);
}

/** I0(x) - 1 = sum over k > 0 of (x^2/4)^k / k!^2. */
function besselI0LessOne(x: number): number {
  const square = (x * x) / 4;
  let [sum, term] = [0, 1];
  for (let k = 1; term > 1e-20 * sum || k < 3; k++) {
    term *= square / (k * k);
    sum += term;
    if (term === 0) break;
  }
  return sum;
}

/**
 * The coefficients of A ~ sum of a_j x^-j, from x A' = x - A - x A^2: a_0 = 1 and
 * 2 a_j = (j - 2) a_(j-1) - sum of a_i a_(j-i) over 0 < i < j.
 */
const asymptoticCoefficients: readonly number[] = (() => {
  const a = [1];
  for (let j = 1; j < terms; j++) {
    let products = 0;
    for (let i = 1; i < j; i++) products += a[i] * a[j - i];
    a.push(((j - 2) * a[j - 1] - products) / 2);
  }
  return a;
})();

function asymptotic(x: number, highest: number): number[] {
  return Array.from({ length: highest + 1 }, (_, order) => {
    let sum = order === 0 ? 1 : 0;
    for (let j = terms - 1; j > 0; j--) {
      let factor = asymptoticCoefficients[j] * x ** (0 - j - order);
      for (let k = 0; k < order; k++) factor *= -(j + k);
      sum += factor;
    }
    return sum;
  });
}

/** Taylor coefficients of I1 and I0 at x in fixed point, their quotient as a power series, times factorials. */
function near(x: number, highest: number): number[] {
  const at = fixed(x);
  const [first, zeroth] = [1, 0].map((order) => taylorOfBessel(at, order, highest));
  const quotient: bigint[] = [];
  for (let m = 0; m <= highest; m++) {
    let rest = first[m] << bits;
    for (let i = 0; i < m; i++) rest -= quotient[i] * zeroth[m - i];
    quotient.push(rest / zeroth[0]);
  }
  let factorial = 1n;
  return quotient.map((coefficient, m) => {
    factorial *= BigInt(Math.max(1, m));
    const value: Integer = integer(coefficient * factorial);
    return integerRatioToNumber(value, integer(1n << bits));
  });
}

/** I_n^(m)(x)/m! for m = 0, 1, ...: the sum over k of binomial(n + 2k, m) x^(n + 2k - m) / (2^(n + 2k) k! (n + k)!). */
function taylorOfBessel(x: bigint, n: number, highest: number): bigint[] {
  const sums = new Array<bigint>(highest + 1).fill(0n);
  const powers = [1n << bits];
  const least = Math.ceil(highest / 2) + 1;
  let denominator = BigInt(n === 0 ? 1 : 2); // 2^(n + 2k) k! (n + k)!
  for (let k = 0; ; k++) {
    const degree = n + 2 * k;
    while (powers.length <= degree) powers.push((powers[powers.length - 1] * x) >> bits);
    let binomial = 1n;
    for (let m = 0; m <= Math.min(highest, degree); m++) {
      sums[m] += (binomial * powers[degree - m]) / denominator;
      binomial = (binomial * BigInt(degree - m)) / BigInt(m + 1);
    }
    // The derivatives of highest order, with the lowest powers of x, vanish last.
    if (k > least && binomial * powers[Math.max(0, degree - highest)] < denominator) return sums;
    denominator *= 4n * BigInt(k + 1) * BigInt(n + k + 1);
  }
}

/** A double as an integer over 2^bits: exact down to 2^-147. */
function fixed(x: number): bigint {
  return BigInt(Math.floor(x * 2 ** 200)) << (bits - 200n);
}
