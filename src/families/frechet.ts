import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The Frechet family of maxima with shape alpha and scale s: distribution function exp(-(x/s)^(-alpha)) on x > 0
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 22]. (x/s)^(-alpha) is standard exponential.
 */
export function frechet(): Family {
  return {
    name: 'frechet',
    summary: 'Frechet distribution of maxima with shape alpha and scale s',
    coordinates: [
      { name: 'alpha', domain: 'positive' },
      { name: 's', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('log(alpha) - log(s) - (1 + alpha)*(log(x) - log(s)) - exp(-alpha*(log(x) - log(s)))'),
    normalised: true,
    pivot: gammaPivot('1', { x: 's*pivot^(-1/alpha)' }),
  };
}
