import fc from 'fast-check';
import { it } from 'vitest';
import { geometric } from '../../src/families/index.ts';
import { countSum, expectMoments, probability } from './density-checks.ts';

it('the geometric family counts failures: mass one from 0 on, mean (1 - theta)/theta, variance (1 - theta)/theta^2', () => {
  expectMoments(
    fc.record({ theta: probability }),
    (f) => countSum(f),
    geometric(),
    ({ theta }) => [
      [(x) => x, (1 - theta) / theta],
      [(x) => (x - (1 - theta) / theta) ** 2, (1 - theta) / theta ** 2],
    ],
  );
});
