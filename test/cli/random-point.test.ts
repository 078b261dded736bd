import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { parseExpression } from '../../src/calculus/index.ts';
import { randomPoint } from '../../src/cli/random-point.ts';
import { binomial, categorical, checkPoint, normal } from '../../src/families/index.ts';
import { randomSource } from '../../src/network/index.ts';

it('a random point lies in the domain and is the same for the same seed', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  for (const family of [normal(), binomial(rational(3)), categorical(5)])
    fc.assert(
      fc.property(seeds, (seed) => {
        const point = randomPoint(family, randomSource(seed));
        checkPoint(family, point);
        expect(randomPoint(family, randomSource(seed))).toEqual(point);
      }),
      { numRuns: 50 },
    );
});

it('gives up with a reason where no point satisfies the conditions', () => {
  const impossible = { ...normal(), conditions: [parseExpression('-sigma')] };
  expect(() => randomPoint(impossible, randomSource(1))).toThrow(/no random point satisfies/);
});
