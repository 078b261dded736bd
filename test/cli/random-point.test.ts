import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { parseExpression } from '../../src/calculus/index.ts';
import { randomPoint } from '../../src/cli/random-point.ts';
import { binomial, categorical, checkPoint, multivariateNormal, normal } from '../../src/families/index.ts';
import { randomSource } from '../../src/network/index.ts';

it('a random point lies in the domain and is the same for the same seed', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  for (const family of [normal(), binomial(rational(3)), categorical(5), multivariateNormal(4)])
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

it('moves points towards the interior where hardly any draw satisfies the conditions, and keeps their variety', () => {
  const random = randomSource(7);
  const family = multivariateNormal(5);
  const points = Array.from({ length: 5 }, () => randomPoint(family, random));
  for (const point of points) checkPoint(family, point);
  expect(new Set(points.map(({ s12 }) => `${s12.numerator}/${s12.denominator}`)).size).toBe(5);
});
