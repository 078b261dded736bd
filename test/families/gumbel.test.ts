import fc from 'fast-check';
import { it } from 'vitest';
import { gumbel } from '../../src/families/index.ts';
import { expectMoments, lineIntegral, shape } from './density-checks.ts';

/** Euler's constant [DLMF 5.2.3]. */
const euler = 0.5772156649015329;

it("the Gumbel family has mass one, mean mu + beta times Euler's constant, variance pi^2 beta^2/6, and E[exp(-(x - mu)/beta)] = 1", () => {
  const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), beta: shape });
  expectMoments(parameters, lineIntegral, gumbel(), ({ mu, beta }) => [
    [(x) => x, mu + beta * euler],
    [(x) => (x - mu - beta * euler) ** 2, (Math.PI * beta) ** 2 / 6],
    [(x) => Math.exp(-(x - mu) / beta), 1],
  ]);
});
