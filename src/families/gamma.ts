import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The gamma family with shape k and scale theta, density x^(k - 1) exp(-x/theta)/(Gamma(k) theta^k) on x > 0. */
export function gamma(): Family {
  return {
    name: 'gamma',
    summary: 'gamma distribution with shape k and scale theta',
    coordinates: [
      { name: 'k', domain: 'positive' },
      { name: 'theta', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('(k - 1)*log(x) - x/theta - lgamma(k) - k*log(theta)'),
    normalised: true,
    statistics: ['log(x)', 'x'].map(parseExpression),
  };
}
