import fc from 'fast-check';
import { it } from 'vitest';
import { hyperbolicSecant } from '../../src/families/index.ts';
import { expectMoments, lineIntegral, shape } from './density-checks.ts';

it('the hyperbolic secant family has mass one, mean mu, standard deviation sigma and fourth central moment 5 sigma^4', () => {
  const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), sigma: shape });
  expectMoments(parameters, lineIntegral, hyperbolicSecant(), ({ mu, sigma }) => [
    [(x) => x, mu],
    [(x) => (x - mu) ** 2, sigma ** 2],
    [(x) => ((x - mu) / sigma) ** 4, 5],
  ]);
});
