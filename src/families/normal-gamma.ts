import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/**
 * The normal-gamma family: tau is gamma with shape alpha and rate beta, and x given tau is normal with mean mu and
 * precision lambda tau [Bernardo, Smith 1994, Bayesian Theory] (section 3.2.5).
 */
export function normalGamma(): Family {
  return {
    name: 'normal-gamma',
    summary:
      'normal-gamma distribution: tau is gamma(alpha, rate beta), x given tau is normal with precision lambda tau',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'lambda', domain: 'positive' },
      { name: 'alpha', domain: 'positive' },
      { name: 'beta', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: {
      kind: 'product',
      variables: ['x', 'tau'],
      factors: [
        { kind: 'line', variables: ['x'] },
        { kind: 'half-line', variables: ['tau'] },
      ],
    },
    logDensity: parseExpression(
      'alpha*log(beta) + log(lambda)/2 - lgamma(alpha) - log(2*pi)/2 + (alpha - 1/2)*log(tau) - beta*tau - lambda*tau*(x - mu)^2/2',
    ),
    normalised: true,
    statistics: ['tau*x^2', 'tau*x', 'tau', 'log(tau)'].map(parseExpression),
  };
}
