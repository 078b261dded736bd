import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { realNumbers } from '../../src/calculus/index.ts';
import { checkPoint, gamma } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the gamma family has mass one, mean k theta, variance k theta^2 and mean logarithm psi(k) + log theta', () => {
  expectMoments(fc.record({ k: shape, theta: shape }), halfLineIntegral, gamma(), ({ k, theta }) => [
    [(x) => x, k * theta],
    [(x) => (x - k * theta) ** 2, k * theta ** 2],
    [Math.log, realNumbers.polygamma(0, k) + Math.log(theta)],
  ]);
});

it('shape and scale are positive', () => {
  expect(() => checkPoint(gamma(), { k: rational(0), theta: rational(1) })).toThrow('k must be positive, got 0');
});
