import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { modesOf } from '../../../src/interpret/numeric/density-modes.ts';

it('a Gaussian has its mode at the mean and falls by 1/e within sqrt(2) standard deviations, whatever the scale', () => {
  const scale = fc.integer({ min: -6, max: 6 }).map((e) => 10 ** e);
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), scale, (mean, sd) => {
      const modes = modesOf((t) => -(((t - mean * sd) / sd) ** 2) / 2);
      expect(modes).toHaveLength(1);
      // Near the top a Gaussian is flat: golden section finds it to the root of the precision.
      expect(Math.abs(modes[0]!.place - mean * sd)).toBeLessThan(1e-6 * sd * (1 + Math.abs(mean)));
      expect(Math.abs(modes[0]!.width / sd - Math.SQRT2)).toBeLessThan(1e-3);
    }),
  );
});

it('several modes are found, the highest first, and those without mass left out', () => {
  const peak = (t: number, at: number, sd: number): number => Math.exp(-(((t - at) / sd) ** 2) / 2) / sd;
  const modes = modesOf((t) => Math.log(0.2 * peak(t, -3, 1) + 0.8 * peak(t, 40, 0.1)));
  expect(modes.map(({ place }) => Math.round(place))).toEqual([40, -3]);
  const higher = modesOf((t) => Math.max(-(t ** 2), -((t - 50) ** 2) - 100));
  expect(higher).toHaveLength(1);
});

it('refuses what vanishes, is infinite or does not fall off', () => {
  expect(() => modesOf(() => Number.NEGATIVE_INFINITY)).toThrow(DomainError);
  expect(() => modesOf((t) => (t === 0 ? Number.POSITIVE_INFINITY : 0))).toThrow('infinite');
  expect(() => modesOf((t) => (t > 0 ? 0 : t))).toThrow('does not fall off');
});
