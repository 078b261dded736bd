import { type Integer, integer, type Rational, rational, rationals, rationalToNumber } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import type { Family } from './family.ts';

const most = 1000;

/**
 * The Curie-Weiss model of N Ising spins: every pair is coupled, with total weight exp(beta M^2/(2 N) + h M) where M is the
 * sum of the spins [Ellis 1985, Entropy, Large Deviations, and Statistical Mechanics] (IV.4). Its C(N, k) microstates of
 * equal M count as one state. Throws {@link InputError} for N out of range.
 */
export function curieWeiss(N: Rational): Family {
  const spins = rationalToNumber(N);
  if (!Number.isInteger(spins) || spins < 2 || spins > most) {
    throw new InputError(`the Curie-Weiss model has N = 2 to ${most} spins, got ${spins}`);
  }
  const weights: Integer[] = [1];
  for (let k = 1; k <= spins; k++) weights.push(integer((BigInt(weights[k - 1]) * BigInt(spins - k + 1)) / BigInt(k)));
  return {
    name: 'curie-weiss',
    summary: 'Curie-Weiss model of N spins: all pairs coupled with beta/N, field h',
    coordinates: [
      { name: 'beta', domain: 'real' },
      { name: 'h', domain: 'real' },
    ],
    constants: [{ name: 'N', domain: 'natural', value: N }],
    conditions: [],
    sampleSpace: {
      kind: 'finite',
      variables: ['M'],
      states: weights.map((_, k) => [rationals.subtract(N, rational(2 * k))]),
      weights,
    },
    logDensity: parseExpression('beta*M^2/(2*N) + h*M'),
    normalised: false,
  };
}
