import { rational } from '../algebra/index.ts';
import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The Bernoulli family: x is 1 with probability theta, otherwise 0. */
export function bernoulli(): Family {
  return {
    name: 'bernoulli',
    summary: 'Bernoulli distribution: success with probability theta',
    coordinates: [{ name: 'theta', domain: 'unit' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'finite', variables: ['x'], states: [[rational(0)], [rational(1)]] },
    logDensity: parseExpression('x*log(theta) + (1 - x)*log(1 - theta)'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}
