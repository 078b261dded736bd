import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rational, rational, rationals } from '../../src/algebra/index.ts';
import { gaussianMoments } from '../../src/interpret/index.ts';

const { add, multiply } = rationals;
const small = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 4 })).map(([n, d]) => rational(n, d));

describe('the moments of the normal distribution', () => {
  it('in one variable are the known ones: E[(x - mu)^(2k)] = (2k - 1)!! sigma^(2k), odd ones 0', () => {
    const moment = gaussianMoments([rational(0)], [[rational(3)]]);
    expect([1, 2, 3, 4, 5, 6].map((k) => moment([k]))).toEqual([0, 3, 0, 27, 0, 405].map((n) => rational(n)));
    // E[x^3] = mu^3 + 3 mu sigma^2
    expect(gaussianMoments([rational(2)], [[rational(3)]])([3])).toEqual(rational(8 + 18));
  });

  it('of degree four sum the three pairings [Isserlis 1918]', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 10, maxLength: 10 }), (entries) => {
        // The recursion is polynomial in Sigma: positivity plays no part.
        const s = (i: number, j: number): Rational =>
          entries[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)];
        const range = [0, 1, 2, 3];
        const moment = gaussianMoments(
          range.map(() => rational(0)),
          range.map((i) => range.map((j) => s(i, j))),
        );
        const pairings = [multiply(s(0, 1), s(2, 3)), multiply(s(0, 2), s(1, 3)), multiply(s(0, 3), s(1, 2))];
        expect(moment([1, 1, 1, 1])).toEqual(pairings.reduce(add));
      }),
      { numRuns: 30 },
    );
  });

  it('multiply where the components are independent', () => {
    const [a, b] = [
      gaussianMoments([rational(1, 2)], [[rational(2)]]),
      gaussianMoments([rational(-3)], [[rational(1, 5)]]),
    ];
    const both = gaussianMoments(
      [rational(1, 2), rational(-3)],
      [
        [rational(2), rational(0)],
        [rational(0), rational(1, 5)],
      ],
    );
    expect(both([3, 2])).toEqual(multiply(a([3]), b([2])));
  });
});
