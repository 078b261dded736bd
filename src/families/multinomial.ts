import { divideIntegersExactly, type Integer, multiplyIntegers, type Rational, rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import { InputError } from '../errors.ts';
import { checkDomain } from './domain.ts';
import type { Family, SampleSpace } from './family.ts';
import { largestSampleSpace } from './sample-space.ts';

const most = 50;

/**
 * The multinomial family: counts x1, ..., xn of the outcomes of N draws with probabilities p1, ..., p(n-1) and the rest,
 * with base measure N!/(x1! ... xn!); xn = N - x1 - ... is left out of the sample. Without a value, N stays symbolic.
 */
export function multinomial(n: number, draws?: Rational): Family {
  if (!Number.isInteger(n) || n < 2 || n > most) {
    throw new InputError(`a multinomial family has 2 to ${most} outcomes, got n = ${n}`);
  }
  const constant = { name: 'N', domain: 'natural' } as const;
  if (draws !== undefined) checkDomain(constant, draws);
  const numbers = Array.from({ length: n - 1 }, (_, k) => k + 1);
  const remainder = (whole: string, stem: string): string => [whole, ...numbers.map((k) => stem + k)].join(' - ');
  const last = remainder('1', 'p');
  const powers = numbers.map((k) => `x${k}*log(p${k})`).join(' + ');
  const variables = numbers.map((k) => `x${k}`);
  return {
    name: 'multinomial',
    summary:
      'multinomial distribution: counts of n outcomes in N draws with probabilities p1, ..., p(n-1) and the rest',
    coordinates: numbers.map((k) => ({ name: `p${k}`, domain: 'unit' })),
    constants: [draws === undefined ? constant : { ...constant, value: draws }],
    conditions: [parseExpression(last)],
    sampleSpace:
      draws === undefined || countOf(n, Number(draws.numerator)) > largestSampleSpace
        ? { kind: 'symbolic', variables, description: `${n} counts that sum to N` }
        : counts(n, Number(draws.numerator), variables),
    logDensity: parseExpression(`${powers} + (${remainder('N', 'x')})*log(${last})`),
    normalised: true,
    statistics: variables.map(parseExpression),
  };
}

/** In how many ways n counts sum to the number of draws. */
function countOf(n: number, draws: number): number {
  let size = 1;
  for (let k = 1; k < n; k++) size = (size * (draws + k)) / k;
  return Math.round(size);
}

function counts(n: number, draws: number, variables: readonly string[]): SampleSpace {
  const states: Rational[][] = [];
  const weights: Integer[] = [];
  const extend = (state: readonly number[], left: number, weight: Integer): void => {
    if (state.length === n - 1) {
      states.push(state.map((count) => rational(count)));
      weights.push(weight);
      return;
    }
    let ways = weight; // weight times left over x
    for (let x = 0; x <= left; x++) {
      extend([...state, x], left - x, ways);
      ways = divideIntegersExactly(multiplyIntegers(ways, left - x), x + 1) as Integer;
    }
  };
  extend([], draws, 1);
  return { kind: 'finite', variables, states, weights };
}
