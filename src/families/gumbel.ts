import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The Gumbel family of maxima with location mu and scale beta: distribution function exp(-exp(-(x - mu)/beta))
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 22]. exp(-(x - mu)/beta) is standard
 * exponential.
 */
export function gumbel(): Family {
  return {
    name: 'gumbel',
    summary: 'Gumbel distribution of maxima with location mu and scale beta',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'beta', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression('-(x - mu)/beta - exp(-(x - mu)/beta) - log(beta)'),
    normalised: true,
    pivot: gammaPivot('1', { x: 'mu - beta*log(pivot)' }),
  };
}
