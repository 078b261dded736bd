import fc from 'fast-check';
import { it } from 'vitest';
import { rayleigh } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the Rayleigh family has mass one, mean sigma sqrt(pi/2) and second moment 2 sigma^2', () => {
  expectMoments(fc.record({ sigma: shape }), halfLineIntegral, rayleigh(), ({ sigma }) => [
    [(x) => x, sigma * Math.sqrt(Math.PI / 2)],
    [(x) => x ** 2, 2 * sigma ** 2],
  ]);
});
