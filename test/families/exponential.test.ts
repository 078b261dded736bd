import fc from 'fast-check';
import { it } from 'vitest';
import { exponential } from '../../src/families/index.ts';
import { expectMoments, halfLineIntegral, shape } from './density-checks.ts';

it('the exponential family has mass one, mean 1/lambda and second moment 2/lambda^2: lambda is a rate', () => {
  expectMoments(fc.record({ lambda: shape }), halfLineIntegral, exponential(), ({ lambda }) => [
    [(x) => x, 1 / lambda],
    [(x) => x ** 2, 2 / lambda ** 2],
  ]);
});
