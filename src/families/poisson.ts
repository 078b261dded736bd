import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The Poisson family with mean lambda. */
export function poisson(): Family {
  return {
    name: 'poisson',
    summary: 'Poisson distribution with mean lambda',
    coordinates: [{ name: 'lambda', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'counts', variables: ['x'], first: 0 },
    logDensity: parseExpression('x*log(lambda) - lambda - lgamma(x + 1)'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}
