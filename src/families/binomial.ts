import { type Integer, integer, type Rational, rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { checkDomain } from './domain.ts';
import type { Family, SampleSpace } from './family.ts';
import { largestSampleSpace } from './sample-space.ts';

/**
 * The binomial family: the number x of successes in n trials of probability theta, with base measure C(n, x). Without a
 * value, n stays symbolic; states are listed as long as they are not too many, which no expectation needs.
 */
export function binomial(n?: Rational): Family {
  const trials = { name: 'n', domain: 'natural' } as const;
  if (n !== undefined) checkDomain(trials, n);
  return {
    name: 'binomial',
    summary: 'binomial distribution: successes in n trials of probability theta',
    coordinates: [{ name: 'theta', domain: 'unit' }],
    constants: [n === undefined ? trials : { ...trials, value: n }],
    conditions: [],
    sampleSpace:
      n === undefined || n.numerator >= largestSampleSpace
        ? { kind: 'symbolic', variables: ['x'], description: '0, 1, ..., n' }
        : counts(Number(n.numerator)),
    logDensity: parseExpression('x*log(theta) + (n - x)*log(1 - theta)'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}

function counts(n: number): SampleSpace {
  const weights: Integer[] = [1];
  for (let k = 1; k <= n; k++) weights.push(integer((BigInt(weights[k - 1]) * BigInt(n - k + 1)) / BigInt(k)));
  return { kind: 'finite', variables: ['x'], states: weights.map((_, k) => [rational(k)]), weights };
}
