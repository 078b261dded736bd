import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/** The Rayleigh family with scale sigma, density x/sigma^2 exp(-x^2/(2 sigma^2)) on x > 0. */
export function rayleigh(): Family {
  return {
    name: 'rayleigh',
    summary: 'Rayleigh distribution with scale sigma',
    coordinates: [{ name: 'sigma', domain: 'positive' }],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'half-line', variables: ['x'] },
    logDensity: parseExpression('log(x) - 2*log(sigma) - x^2/(2*sigma^2)'),
    normalised: true,
    statistics: [parseExpression('x^2')],
  };
}
