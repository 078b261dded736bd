import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { betaPrimePivot } from './pivot.ts';

/**
 * The hyperbolic secant family with mean mu and standard deviation sigma, density sech(pi (x - mu)/(2 sigma))/(2 sigma)
 * [Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 23]. exp(pi (x - mu)/sigma) is beta prime (1/2, 1/2).
 */
export function hyperbolicSecant(): Family {
  return {
    name: 'hyperbolic-secant',
    summary: 'hyperbolic secant distribution with mean mu and standard deviation sigma',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'sigma', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'line', variables: ['x'] },
    logDensity: parseExpression('pi*(x - mu)/(2*sigma) - log(1 + exp(pi*(x - mu)/sigma)) - log(sigma)'),
    normalised: true,
    pivot: betaPrimePivot('1/2', '1/2', { x: 'mu + sigma*log(pivot)/pi' }),
  };
}
