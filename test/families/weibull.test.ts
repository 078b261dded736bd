import fc from 'fast-check';
import { it } from 'vitest';
import { weibull } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

/** Euler's constant [DLMF 5.2.3]. */
const euler = 0.5772156649015329;

it('the Weibull family has mass one, E[(x/lambda)^k] = 1, E[log(x/lambda)] = -euler/k and E[(x/lambda)^(2 k)] = 2', () => {
  const parameters = fc.record({ k: shape.map((k) => (k + 1) / 2), lambda: shape });
  expectMoments(parameters, halfLineIntegral, weibull(), ({ k, lambda }) => [
    [(x) => (x / lambda) ** k, 1],
    [(x) => (x / lambda) ** (2 * k), 2],
    [(x) => Math.log(x / lambda), -euler / k],
  ]);
});
