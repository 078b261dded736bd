import fc from 'fast-check';
import { it } from 'vitest';
import { logistic } from '../../src/families/index.ts';
import { expectMoments, lineIntegral, shape } from './density-checks.ts';

it('the logistic family has mass one, mean mu, variance pi^2 s^2/3, and its distribution function has mean 1/2 and mean square 1/3', () => {
  const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), s: shape });
  expectMoments(parameters, lineIntegral, logistic(), ({ mu, s }) => [
    [(x) => x, mu],
    [(x) => (x - mu) ** 2, (Math.PI * s) ** 2 / 3],
    [(x) => 1 / (1 + Math.exp(-(x - mu) / s)), 1 / 2],
    [(x) => 1 / (1 + Math.exp(-(x - mu) / s)) ** 2, 1 / 3],
  ]);
});
