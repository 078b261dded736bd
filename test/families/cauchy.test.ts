import fc from 'fast-check';
import { it } from 'vitest';
import { cauchy } from '../../src/families/index.ts';
import { expectMoments, lineIntegral, shape } from './density-checks.ts';

it('the Cauchy family has mass one, E[log(1 + z^2)] = 2 log 2 and E[1/(1 + z^2)] = 1/2 for z = (x - mu)/gamma', () => {
  const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), gamma: shape });
  expectMoments(parameters, lineIntegral, cauchy(), ({ mu, gamma }) => [
    [(x) => 1 / (1 + ((x - mu) / gamma) ** 2), 1 / 2],
    [(x) => Math.log1p(((x - mu) / gamma) ** 2), 2 * Math.LN2],
  ]);
});
