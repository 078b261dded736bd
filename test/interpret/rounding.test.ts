import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import { nearbyPoint, nearbyPoints } from '../../src/interpret/index.ts';

const trials = Array.from({ length: nearbyPoints }, (_, trial) => trial);

describe('a nearby point', () => {
  it('differs in every coordinate that is not zero, by a few units in the last place only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), fc.integer({ min: 1, max: 10 ** 6 }), (n, d) => {
        const point = { a: rational(n, d), b: rational(-n, d) };
        for (const trial of trials) {
          const moved = nearbyPoint(point, trial);
          for (const name of ['a', 'b'] as const) {
            const [here, there] = [rationalToNumber(point[name]), rationalToNumber(moved[name])];
            expect(there).not.toBe(here);
            expect(Math.abs(there / here - 1)).toBeLessThan(16 * Number.EPSILON);
          }
        }
      }),
    );
  });

  it('is another one in each trial, and moves neighbouring coordinates in opposite directions', () => {
    const point = { a: rational(1), b: rational(1) };
    const moved = trials.map((trial) => nearbyPoint(point, trial));
    expect(new Set(moved.map(({ a }) => rationalToNumber(a))).size).toBe(nearbyPoints);
    for (const { a, b } of moved) expect((rationalToNumber(a) - 1) * (rationalToNumber(b) - 1)).toBeLessThan(0);
  });

  it('leaves zero where it is', () => {
    expect(nearbyPoint({ mu: rational(0) }, 0)).toEqual({ mu: rational(0) });
  });
});
