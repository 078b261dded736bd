import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The univariate normal family with mean mu and standard deviation sigma. */
export function normal(): Family {
  return {
    name: 'normal',
    summary: 'normal distribution with mean mu and standard deviation sigma',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'sigma', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression('-(x - mu)^2/(2*sigma^2) - log(sigma) - log(2*pi)/2'),
    normalised: true,
    statistics: ['x', 'x^2'].map(parseExpression),
  };
}
