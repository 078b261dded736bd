import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The geometric family: the number x = 0, 1, 2, ... of failures before the first success of probability theta. */
export function geometric(): Family {
  return {
    name: 'geometric',
    summary: 'geometric distribution: failures before the first success of probability theta',
    coordinates: [{ name: 'theta', domain: 'unit' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'counts', variables: ['x'], first: 0 },
    logDensity: parseExpression('x*log(1 - theta) + log(theta)'),
    normalised: true,
    statistics: [parseExpression('x')],
  };
}
