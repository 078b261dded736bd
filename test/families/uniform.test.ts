import fc from 'fast-check';
import { it } from 'vitest';
import { uniform } from '../../src/families/index.ts';
import { expectMoments, intervalIntegral, shape } from './density-checks.ts';

const below = (f: (x: number) => number, { theta }: { theta: number }) => theta * intervalIntegral((u) => f(theta * u));

it('the uniform family has mass one, mean theta/2 and E[x^2] = theta^2/3', () => {
  const parameters = fc.record({ theta: shape });
  expectMoments(parameters, below, uniform(), ({ theta }) => [
    [(x) => x, theta / 2],
    [(x) => x * x, theta ** 2 / 3],
  ]);
});
