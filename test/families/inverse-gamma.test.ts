import fc from 'fast-check';
import { it } from 'vitest';
import { inverseGamma } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the inverse gamma family has mass one, E[1/x] = k/theta, Var[1/x] = k/theta^2 and, for k > 1, mean theta/(k - 1)', () => {
  const parameters = fc.record({ k: shape.map((k) => k + 1), theta: shape });
  expectMoments(parameters, halfLineIntegral, inverseGamma(), ({ k, theta }) => [
    [(x) => 1 / x, k / theta],
    [(x) => (1 / x - k / theta) ** 2, k / theta ** 2],
    [(x) => x, theta / (k - 1)],
  ]);
});
