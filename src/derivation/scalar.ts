import { parseRational, type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import { DomainError } from '../errors.ts';

/** A real number: exact where it is a fraction, otherwise a double. What is computed from a double is a double. */
export type Scalar = Rational | number;

/** The double nearest to a scalar. */
export function toNumber(a: Scalar): number {
  return typeof a === 'number' ? a : rationalToNumber(a);
}

/** Whether the scalar is the exact fraction zero. */
export function isExactZero(a: Scalar): boolean {
  return typeof a !== 'number' && rationals.isZero(a);
}

/** The relative change of each result, while rounding is made visible. */
let noise: (() => number) | null = null;

/** A computed double, changed a little while rounding is made visible. */
function rounded(value: number): number {
  return noise === null ? value : value * (1 + noise());
}

/**
 * What the action returns if every result of arithmetic in doubles is changed by up to one part in 10^12, at random from a
 * seed: what changes much by it is mostly rounding (J. Vignes, Discrete stochastic arithmetic, 2004).
 */
export function withVisibleRounding<V>(seed: number, action: () => V): V {
  let state = seed;
  const before = noise;
  noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * 2e-12;
  };
  try {
    return action();
  } finally {
    noise = before;
  }
}

/** a + b. */
export function addScalars(a: Scalar, b: Scalar): Scalar {
  return typeof a === 'number' || typeof b === 'number' ? rounded(toNumber(a) + toNumber(b)) : rationals.add(a, b);
}

/** a - b. */
export function subtractScalars(a: Scalar, b: Scalar): Scalar {
  return typeof a === 'number' || typeof b === 'number' ? rounded(toNumber(a) - toNumber(b)) : rationals.subtract(a, b);
}

/** a b; an exact zero makes the product exact. */
export function multiplyScalars(a: Scalar, b: Scalar): Scalar {
  if (isExactZero(a) || isExactZero(b)) return rationals.zero;
  return typeof a === 'number' || typeof b === 'number' ? rounded(toNumber(a) * toNumber(b)) : rationals.multiply(a, b);
}

/** a / b. Throws {@link DomainError} for b = 0. */
export function divideScalars(a: Scalar, b: Scalar): Scalar {
  if (toNumber(b) === 0) throw new DomainError('division by zero in this model');
  return typeof a === 'number' || typeof b === 'number' ? rounded(toNumber(a) / toNumber(b)) : rationals.divide(a, b);
}

/** log a; exact for a = 1. Throws {@link DomainError} for a <= 0. */
export function logOfScalar(a: Scalar): Scalar {
  if (typeof a !== 'number' && rationals.equals(a, rationals.one)) return rationals.zero;
  if (!(toNumber(a) > 0)) throw new DomainError('the logarithm of a number that is not positive, in this model');
  return rounded(Math.log(toNumber(a)));
}

/** exp a; exact for a = 0. */
export function exponentialOfScalar(a: Scalar): Scalar {
  return isExactZero(a) ? rationals.one : rounded(Math.exp(toNumber(a)));
}

/** The positive root of a; exact for squares of fractions. Throws {@link DomainError} for a <= 0. */
export function rootOfScalar(a: Scalar): Scalar {
  const root = Math.sqrt(toNumber(a));
  if (!(root > 0)) throw new DomainError('the root of a number that is not positive, in this model');
  if (typeof a === 'number') return rounded(root);
  const [top, bottom] = [a.numerator, a.denominator].map((n) => Math.round(Math.sqrt(Number(n))));
  const fraction = rational(top, bottom);
  return rationals.equals(rationals.multiply(fraction, fraction), a) ? fraction : rounded(root);
}

/** `8`, `1/2`, or the shortest decimal of a double. */
export function printScalar(a: Scalar): string {
  if (typeof a === 'number') return String(a);
  return a.denominator === 1 ? `${a.numerator}` : `${a.numerator}/${a.denominator}`;
}

/** A scalar as text to be stored: a fraction, or `≈` and the shortest decimal of a double. */
export function storedScalar(a: Scalar): string {
  return typeof a === 'number' ? `≈${a}` : printScalar(a);
}

/** The scalar that was stored. */
export function readScalar(text: string): Scalar {
  return text.startsWith('≈') ? Number(text.slice(1)) : parseRational(text);
}
