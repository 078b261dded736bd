import fc from 'fast-check';
import { it } from 'vitest';
import { chiSquared } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the chi-squared family has mass one, mean k and variance 2k', () => {
  expectMoments(fc.record({ k: shape.map((k) => k + 1) }), halfLineIntegral, chiSquared(), ({ k }) => [
    [(x) => x, k],
    [(x) => (x - k) ** 2, 2 * k],
  ]);
});
