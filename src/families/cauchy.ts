import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { studentPivot } from './pivot.ts';

/**
 * The Cauchy family with median mu and scale gamma, density 1/(pi gamma (1 + ((x - mu)/gamma)^2))
 * [Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions 1, chapter 16]. (x - mu)/gamma is Student's t with one degree of freedom.
 */
export function cauchy(): Family {
  return {
    name: 'cauchy',
    summary: 'Cauchy distribution with median mu and scale gamma',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'gamma', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression('log(gamma) - log(gamma^2 + (x - mu)^2) - log(pi)'),
    normalised: true,
    pivot: studentPivot('1', { x: 'mu + sign*gamma*pivot' }),
  };
}
