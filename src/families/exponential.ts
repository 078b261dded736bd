import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The exponential family with rate lambda, density lambda exp(-lambda x) on x > 0. */
export function exponential(): Family {
  return {
    name: 'exponential',
    summary: 'exponential distribution with rate lambda',
    coordinates: [{ name: 'lambda', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('log(lambda) - lambda*x'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}
