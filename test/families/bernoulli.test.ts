import fc from 'fast-check';
import { it } from 'vitest';
import { bernoulli } from '../../src/families/index.ts';
import { expectMoments, probability } from './density-checks.ts';

it('the Bernoulli family has mass one on 0 and 1, with mean theta', () => {
  const sum = (f: (x: number) => number): number => f(0) + f(1);
  expectMoments(fc.record({ theta: probability }), sum, bernoulli(), ({ theta }) => [[(x) => x, theta]]);
});
