import fc from 'fast-check';
import { it } from 'vitest';
import { inverseGaussian } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the inverse Gaussian family has mass one, mean mu, variance mu^3/lambda and E[1/x] = 1/mu + 1/lambda', () => {
  expectMoments(fc.record({ mu: shape, lambda: shape }), halfLineIntegral, inverseGaussian(), ({ mu, lambda }) => [
    [(x) => x, mu],
    [(x) => (x - mu) ** 2, mu ** 3 / lambda],
    [(x) => 1 / x, 1 / mu + 1 / lambda],
  ]);
});
