import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelSpace } from '../../src/geodesic/model-space.ts';
import { quadratic } from '../../src/geodesic/quadratic.ts';

/** What makes a space of closed geodesics right: it is held against its metric, which is all that is presupposed. */
export interface ModelSpaceCase {
  readonly space: ModelSpace;
  readonly metric: (point: readonly number[]) => number[][];
  readonly points: fc.Arbitrary<number[]>;
}

/** Distances are lengths of geodesics; geodesics have constant speed and stationary length; two ways to one point agree. */
export function modelSpaceLaws(title: string, { space, metric, points }: ModelSpaceCase): void {
  // Rounding: coordinates are of order one, and a point in the middle loses a few digits where curvature magnifies.
  const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, Math.abs(b)));
  const law = (sentence: string, holds: (a: number[], b: number[], c: number[]) => void): void =>
    it(sentence, () => fc.assert(fc.property(points, points, points, holds), { numRuns: 25 }));

  describe(title, () => {
    law('distance is symmetric and zero from a point to itself', (a, b) => {
      close(space.distance(a, b), space.distance(b, a));
      expect(space.distance(a, a)).toBeLessThan(1e-14);
    });

    law('the triangle inequality holds', (a, b, c) => {
      expect(space.distance(a, c)).toBeLessThanOrEqual(space.distance(a, b) + space.distance(b, c) + 1e-12);
    });

    law('the direction of a geodesic is as long as the distance, by the metric', (a, b) => {
      close(Math.sqrt(quadratic(metric(a), space.direction(a, b))), space.distance(a, b));
    });

    law('a geodesic between two points starts and ends there, and divides the distance', (a, b) => {
      [0, 1].forEach((time) => {
        space.between(a, b, time).forEach((value, i) => {
          close(value, [a, b][time][i]);
        });
      });
      const middle = space.between(a, b, 0.3);
      close(space.distance(a, middle), 0.3 * space.distance(a, b));
      close(space.distance(middle, b), 0.7 * space.distance(a, b));
    });

    law('the geodesic in the direction of a point comes to it', (a, b) => {
      const [velocity, middle] = [space.direction(a, b), space.between(a, b, 0.6)];
      space.along(a, velocity, 0.6)?.forEach((value, i) => {
        close(value, middle[i]);
      });
      expect(space.along(a, velocity, 0.6)).not.toBeNull();
    });

    it('the speed by the metric is constant all along', () => {
      fc.assert(
        fc.property(points, points, (a, b) => {
          const h = 1e-5;
          for (const time of [0.2, 0.8]) {
            const [before, after] = [space.between(a, b, time - h), space.between(a, b, time + h)];
            const velocity = after.map((value, i) => (value - before[i]) / (2 * h));
            const speed = Math.sqrt(quadratic(metric(space.between(a, b, time)), velocity));
            // Central differences: truncation of order h^2 and rounding of order 1e-16/h.
            expect(Math.abs(speed - space.distance(a, b))).toBeLessThan(1e-6 * Math.max(1, space.distance(a, b) ** 3));
          }
        }),
        { numRuns: 15 },
      );
    });
  });
}

/** Doubles in an interval. */
export const within = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
