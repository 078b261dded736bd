import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { uniformPivot } from './pivot.ts';

/**
 * The uniform family on (0, theta). x/theta is uniform on (0, 1). It has no Fisher metric in the usual sense: the score is
 * -1/theta everywhere, of mean -1/theta, and the estimation error of theta falls off faster than information allows.
 */
export function uniform(): Family {
  return {
    name: 'uniform',
    summary: 'uniform distribution on (0, theta)',
    coordinates: [{ name: 'theta', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'interval', variables: ['x'], low: parseExpression('0'), high: parseExpression('theta') },
    logDensity: parseExpression('-log(theta)'),
    normalised: true,
    pivot: uniformPivot({ x: 'theta*pivot' }),
    nonRegular:
      'the support (0, theta) moves with theta, so that the score has mean -1/theta, not 0; there is no Fisher metric in the usual sense',
  };
}
