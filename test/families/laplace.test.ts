import fc from 'fast-check';
import { it } from 'vitest';
import { laplace } from '../../src/families/index.ts';
import { aroundIntegral, expectMoments, shape } from './density-checks.ts';

const around = (f: (x: number) => number, { mu }: { mu: number }) => aroundIntegral(f, mu);

it('the Laplace family has mass one, mean mu, E|x - mu| = b and variance 2 b^2', () => {
  const parameters = fc.record({ mu: fc.integer({ min: -16, max: 16 }).map((n) => n / 8), b: shape });
  expectMoments(parameters, around, laplace(), ({ mu, b }) => [
    [(x) => x, mu],
    [(x) => Math.abs(x - mu), b],
    [(x) => (x - mu) ** 2, 2 * b ** 2],
  ]);
});
