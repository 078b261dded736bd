import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The log-normal family: the law of exp(y) where y is normal with mean mu and standard deviation sigma. */
export function logNormal(): Family {
  return {
    name: 'log-normal',
    summary: 'log-normal distribution: log x is normal with mean mu and standard deviation sigma',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'sigma', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('-(log(x) - mu)^2/(2*sigma^2) - log(x) - log(sigma) - log(2*pi)/2'),
    normalised: true,
    statistics: ['log(x)', 'log(x)^2'].map(parseExpression),
  };
}
