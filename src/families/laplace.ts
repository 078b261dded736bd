import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';
import { gammaPivot } from './pivot.ts';

/**
 * The Laplace family with mean mu and scale b, density exp(-|x - mu|/b)/(2 b) [Johnson, Kotz, Balakrishnan 1995, Continuous
 * Univariate Distributions 2, chapter 24]. |x - mu|/b is standard exponential. At x = mu the density has a kink.
 */
export function laplace(): Family {
  return {
    name: 'laplace',
    summary: 'Laplace distribution with mean mu and scale b',
    coordinates: [
      { name: 'mu', domain: 'real' },
      { name: 'b', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'cut-line', variables: ['x', 'sign'], cut: parseExpression('mu') },
    logDensity: parseExpression('-sign*(x - mu)/b - log(2*b)'),
    normalised: true,
    pivot: gammaPivot('1', { x: 'mu + sign*b*pivot' }, 'sign'),
    nonRegular: 'the density has a kink at x = mu, which the second derivatives at fixed x miss',
  };
}
