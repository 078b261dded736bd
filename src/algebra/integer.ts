/**
 * An exact integer: a `number` when it is a safe integer and a `bigint` otherwise, so that equal integers are
 * identical (`===`) and small ones cost no allocation. Only {@link integer} and the operations here make one.
 */
export type Integer = number | bigint;

const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** The canonical representative of an integer given as a bigint. */
export function integer(value: bigint): Integer {
  return value <= largest && value >= -largest ? Number(value) : value;
}

/** a + b. */
export function addIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return integer(BigInt(a) + BigInt(b));
}

/** a b. */
export function multiplyIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0; // + 0 turns -0 into 0
  }
  return integer(BigInt(a) * BigInt(b));
}

/** -a. */
export function negateInteger(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : -a;
}

/** |a|. */
export function absoluteInteger(a: Integer): Integer {
  return a < 0 ? negateInteger(a) : a;
}

/** a / b where b divides a, otherwise `null`; `null` also for b = 0. */
export function divideIntegersExactly(a: Integer, b: Integer): Integer | null {
  if (b === 0) return null;
  if (typeof a === 'number' && typeof b === 'number') return a % b === 0 ? a / b + 0 : null;
  const [dividend, divisor] = [BigInt(a), BigInt(b)];
  return dividend % divisor === 0n ? integer(dividend / divisor) : null;
}

/** The nonnegative greatest common divisor; gcd(0, 0) = 0. */
export function gcdOfIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'bigint' || typeof b === 'bigint') {
    let [x, y] = [BigInt(a), BigInt(b)];
    while (y > largest || y < -largest) [x, y] = [y, x % y];
    if (y === 0n) return absoluteInteger(integer(x));
    return gcdOfIntegers(integer(y), integer(x % y));
  }
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** a^n for a whole n >= 0. */
export function powerOfInteger(a: Integer, n: number): Integer {
  return integer(BigInt(a) ** BigInt(n));
}

/** a modulo a positive p < 2^31, in 0..p-1. */
export function integerModulo(a: Integer, p: number): number {
  const remainder = typeof a === 'number' ? a % p : Number(a % BigInt(p));
  return remainder < 0 ? remainder + p : remainder + 0;
}

/** The double nearest to numerator / denominator, also where both exceed the range of doubles. */
export function integerRatioToNumber(numerator: Integer, denominator: Integer): number {
  if (typeof numerator === 'number' && typeof denominator === 'number') return numerator / denominator;
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const magnitude = n < 0n ? -n : n;
  if (magnitude === 0n) return 0;
  // The quotient keeps 64 to 65 significant bits and, in its last bit, whether more follows, so that it rounds as the ratio does.
  const shift = magnitude.toString(2).length - (d < 0n ? -d : d).toString(2).length - 64;
  const [dividend, divisor] = shift > 0 ? [n, d << BigInt(shift)] : [n << BigInt(-shift), d];
  const quotient = dividend / divisor;
  const follows = dividend % divisor === 0n ? 0n : 1n;
  return scaleByPowerOfTwo(Number(quotient < 0n ? -(-quotient | follows) : quotient | follows), shift);
}

function scaleByPowerOfTwo(value: number, exponent: number): number {
  let result = value;
  for (let left = exponent; left !== 0; ) {
    const step = Math.max(-1000, Math.min(1000, left));
    result *= 2 ** step;
    left -= step;
  }
  return result;
}
