import fc from 'fast-check';
import { it } from 'vitest';
import { nakagami } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the Nakagami family has mass one, E[x^2] = omega and Var[x^2] = omega^2/m', () => {
  expectMoments(fc.record({ m: shape, omega: shape }), halfLineIntegral, nakagami(), ({ m, omega }) => [
    [(x) => x ** 2, omega],
    [(x) => (x ** 2 - omega) ** 2, omega ** 2 / m],
  ]);
});
