import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The inverse gamma family with shape k and scale theta: the law of 1/y where y is gamma with scale 1/theta. */
export function inverseGamma(): Family {
  return {
    name: 'inverse-gamma',
    summary: 'inverse gamma distribution with shape k and scale theta',
    coordinates: [
      { name: 'k', domain: 'positive' },
      { name: 'theta', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('-(k + 1)*log(x) - theta/x - lgamma(k) + k*log(theta)'),
    normalised: true,
    statistics: ['log(x)', '1/x'].map(parseExpression),
  };
}
