import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The inverse Gaussian family with mean mu and shape lambda [Tweedie 1957, Ann. Math. Statist. 28]. */
export function inverseGaussian(): Family {
  return {
    name: 'inverse-gaussian',
    summary: 'inverse Gaussian distribution with mean mu and shape lambda',
    coordinates: [
      { name: 'mu', domain: 'positive' },
      { name: 'lambda', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('(log(lambda) - log(2*pi) - 3*log(x))/2 - lambda*(x - mu)^2/(2*mu^2*x)'),
    normalised: true,
    statistics: ['x', '1/x'].map(parseExpression),
  };
}
