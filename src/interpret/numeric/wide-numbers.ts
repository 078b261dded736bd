import { rationalToNumber } from '../../algebra/index.ts';
import { type ElementaryField, realNumbers } from '../../calculus/index.ts';
import { DomainError } from '../../errors.ts';

/** sign exp(log): a real number of any size, to fewer digits the further it is from one. Zero has the log -Infinity. */
export interface WideNumber {
  readonly sign: 1 | -1;
  readonly log: number;
}

function wide(value: number): WideNumber {
  return { sign: value < 0 ? -1 : 1, log: Math.log(Math.abs(value)) };
}

function narrow({ sign, log }: WideNumber): number {
  return sign * Math.exp(log);
}

function through(f: (value: number) => number): (a: WideNumber) => WideNumber {
  return (a) => wide(f(narrow(a)));
}

function add(a: WideNumber, b: WideNumber): WideNumber {
  const [large, small] = a.log >= b.log ? [a, b] : [b, a];
  if (small.log === Number.NEGATIVE_INFINITY) return large;
  const ratio = large.sign * small.sign * Math.exp(small.log - large.log);
  return { sign: large.sign, log: large.log + Math.log1p(ratio) };
}

const zero: WideNumber = { sign: 1, log: Number.NEGATIVE_INFINITY };

/**
 * Real numbers beyond the range of doubles, such as densities far out in their tails: sums of exponentials keep their
 * logarithm where doubles underflow.
 */
export const wideNumbers: ElementaryField<WideNumber> = {
  zero,
  one: wide(1),
  fromInteger: (value) => wide(realNumbers.fromInteger(value)),
  fromRational: (value) => wide(rationalToNumber(value)),
  add,
  subtract: (a, b) => add(a, { sign: b.sign === 1 ? -1 : 1, log: b.log }),
  negate: (a) => ({ sign: a.sign === 1 ? -1 : 1, log: a.log }),
  multiply: (a, b) => ({ sign: a.sign === b.sign ? 1 : -1, log: a.log + b.log }),
  divide: (a, b) => {
    if (b.log === Number.NEGATIVE_INFINITY) throw new DomainError('division by zero');
    return { sign: a.sign === b.sign ? 1 : -1, log: a.log - b.log };
  },
  sum: (terms) => terms.reduce(add, zero),
  isZero: (a) => a.log === Number.NEGATIVE_INFINITY,
  pivotQuality: (a) => Math.exp(a.log),
  exp: (a) => ({ sign: 1, log: narrow(a) }),
  log: (a) => wide(a.log),
  sin: through(Math.sin),
  cos: through(Math.cos),
  tan: through(Math.tan),
  erf: through(realNumbers.erf),
  besselRatio: through(realNumbers.besselRatio),
  logBesselI0: through(realNumbers.logBesselI0),
  power: (a, exponent) => {
    if (a.sign === -1 && exponent.denominator !== 1) throw new DomainError('a root of a negative number is not real');
    const odd = exponent.denominator === 1 && BigInt(exponent.numerator) % 2n !== 0n;
    return { sign: odd ? a.sign : 1, log: a.log * rationalToNumber(exponent) };
  },
  polygamma: (order, a) => wide(realNumbers.polygamma(order, narrow(a))),
};

/** A wide number as a double: 0 and infinity where it is beyond their range. */
export function wideToNumber(a: WideNumber): number {
  return narrow(a);
}

/** A double as a wide number. */
export function numberToWide(value: number): WideNumber {
  return wide(value);
}
