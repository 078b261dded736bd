import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The Weibull family with shape k and scale lambda, density (k/lambda) (x/lambda)^(k - 1) exp(-(x/lambda)^k) on x > 0
 * [Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions 1, chapter 21]. (x/lambda)^k is standard exponential.
 */
export function weibull(): Family {
  return {
    name: 'weibull',
    summary: 'Weibull distribution with shape k and scale lambda',
    coordinates: [
      { name: 'k', domain: 'positive' },
      { name: 'lambda', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression(
      'log(k) - log(lambda) + (k - 1)*(log(x) - log(lambda)) - exp(k*(log(x) - log(lambda)))',
    ),
    normalised: true,
    pivot: gammaPivot('1', { x: 'lambda*pivot^(1/k)' }),
  };
}
