import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The chi-squared family, its degrees of freedom k any positive number. */
export function chiSquared(): Family {
  return {
    name: 'chi-squared',
    summary: 'chi-squared distribution with k degrees of freedom, k real',
    coordinates: [{ name: 'k', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('(k/2 - 1)*log(x) - x/2 - lgamma(k/2) - k*log(2)/2'),
    normalised: true,
    statistics: [parseExpression('log(x)')],
  };
}
