import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { betaPrimePivot } from './pivot.ts';

/**
 * The log-logistic family with scale alpha and shape beta: distribution function 1/(1 + (x/alpha)^(-beta)) on x > 0
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 23]. log x is logistic with location log(alpha) and scale 1/beta.
 */
export function logLogistic(): Family {
  return {
    name: 'log-logistic',
    summary: 'log-logistic distribution with scale alpha and shape beta',
    coordinates: [
      { name: 'alpha', domain: 'positive' },
      { name: 'beta', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression(
      'log(beta) - log(alpha) + (beta - 1)*(log(x) - log(alpha)) - 2*log(1 + exp(beta*(log(x) - log(alpha))))',
    ),
    normalised: true,
    pivot: betaPrimePivot('1', '1', { x: 'alpha*pivot^(1/beta)' }),
  };
}
