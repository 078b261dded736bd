import fc from 'fast-check';
import { it } from 'vitest';
import { poisson } from '../../src/families/index.ts';
import { countSum, expectMoments, shape } from './density-checks.ts';

it('the Poisson family has mass one, and its mean and variance are lambda', () => {
  expectMoments(
    fc.record({ lambda: shape }),
    (f) => countSum(f),
    poisson(),
    ({ lambda }) => [
      [(x) => x, lambda],
      [(x) => (x - lambda) ** 2, lambda],
    ],
  );
});
