import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The beta family with shapes a and b, density x^(a - 1) y^(b - 1)/B(a, b) on 0 < x < 1, where y = 1 - x. */
export function beta(): Family {
  return {
    name: 'beta',
    summary: 'beta distribution with shapes a and b',
    coordinates: [
      { name: 'a', domain: 'positive' },
      { name: 'b', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'simplex', variables: ['x', 'y'] },
    logDensity: parseExpression('(a - 1)*log(x) + (b - 1)*log(y) + lgamma(a + b) - lgamma(a) - lgamma(b)'),
    normalised: true,
    statistics: ['log(x)', 'log(y)'].map(parseExpression),
  };
}
