import { parseExpression } from '../calculus/index.ts';
import type { Family } from './family.ts';

/**
 * The negative binomial family with both parameters unknown: counts with size r > 0 (the number of successes, not
 * necessarily whole) and mean, a mixture of Poisson distributions over a gamma distribution with shape r. It is no
 * exponential family: E[psi_1(x + r)] has no closed form. The size and the mean are orthogonal.
 */
export function negativeBinomialSizeMean(): Family {
  return {
    name: 'negative-binomial-size-mean',
    summary: 'negative binomial distribution of counts with size r and mean, both unknown',
    coordinates: [
      { name: 'r', domain: 'positive' },
      { name: 'mean', domain: 'positive' },
    ],
    constants: [],
    conditions: [],
    sampleSpace: { kind: 'counts', variables: ['x'], first: 0 },
    logDensity: parseExpression(
      'lgamma(x + r) - lgamma(r) - lgamma(x + 1) + r*log(r/(r + mean)) + x*log(mean/(r + mean))',
    ),
    normalised: true,
  };
}
