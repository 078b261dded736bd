import fc from 'fast-check';
import { it } from 'vitest';
import { frechet } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

/** Euler's constant [DLMF 5.2.3]. */
const euler = 0.5772156649015329;

it('the Frechet family has mass one, E[(x/s)^-alpha] = 1, E[log(x/s)] = euler/alpha', () => {
  const parameters = fc.record({ alpha: shape.map((a) => (a + 1) / 2), s: shape });
  expectMoments(parameters, halfLineIntegral, frechet(), ({ alpha, s }) => [
    [(x) => (x / s) ** -alpha, 1],
    [(x) => (x / s) ** (-2 * alpha), 2],
    [(x) => Math.log(x / s), euler / alpha],
  ]);
});
