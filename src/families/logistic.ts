import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { betaPrimePivot } from './pivot.ts';

/**
 * The logistic family with location mu and scale s: distribution function 1/(1 + exp(-(x - mu)/s))
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 23]. exp((x - mu)/s), the odds of a uniform variable, is beta prime (1, 1).
 */
export function logistic(): Family {
  return {
    name: 'logistic',
    summary: 'logistic distribution with location mu and scale s',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 's', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression('-(x - mu)/s - 2*log(1 + exp(-(x - mu)/s)) - log(s)'),
    normalised: true,
    pivot: betaPrimePivot('1', '1', { x: 'mu + s*log(pivot)' }),
  };
}
