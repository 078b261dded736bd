import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational, rationalToNumber } from '../../src/algebra/index.ts';
import { DomainError } from '../../src/errors.ts';
import type { Point } from '../../src/families/index.ts';
import { nearbyPoint, nearbyPoints, numbersIn, roundingChanges, withoutResidues } from '../../src/interpret/index.ts';

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

describe('changes by rounding', () => {
  const point: Point = { x: rational(1, 3) };
  const at = (f: (x: number) => number) => (nearby: Point) => ({ f: f(rationalToNumber(nearby['x'])) });
  const change = (f: (x: number) => number) => roundingChanges(at(f)(point), point, at(f))['f'];

  it('are of the size of rounding for a function that is computed well', () => {
    expect(change((x) => x * x)).toBeGreaterThan(0);
    expect(change((x) => x * x)).toBeLessThan(16 * Number.EPSILON);
  });

  it('show cancellation: at least five half units in the last place of 1/3, divided by 1e-12, are 1.8e-4', () => {
    expect(change((x) => (1 - x - 2 / 3) / 1e-12)).toBeGreaterThan(1.8e-4);
  });

  it('are the largest over the numbers of a nesting', () => {
    const nested = (x: number) => ({ parts: { a: [x, [1e6 * x]], b: null } });
    const here = nested(1 / 3);
    expect(numbersIn(here.parts)).toEqual([1 / 3, 1e6 / 3]);
    const changes = roundingChanges(here, point, (nearby) => nested(rationalToNumber(nearby['x'])));
    expect(changes['parts']).toBeGreaterThan(1e6 * 4 * Number.EPSILON * (1 / 3));
  });

  it('asks for as many nearby points as it is told', () => {
    for (const trials of [1, nearbyPoints]) {
      let asked = 0;
      roundingChanges({ f: 1 }, { x: rational(1, 3) }, () => ({ f: ++asked }), trials);
      expect(asked).toBe(trials);
    }
  });

  it('pass over nearby points where there is nothing, but not over bugs', () => {
    const refusing = (error: Error) => () => {
      throw error;
    };
    expect(roundingChanges({ f: 1 }, point, refusing(new DomainError('outside')))).toEqual({});
    expect(() => roundingChanges({ f: 1 }, point, refusing(new TypeError('a bug')))).toThrow(TypeError);
  });
});

describe('what rounding left of zero is 0', () => {
  const residues = [{ g: [1, 5e-17] }, { g: [1 + 1e-15, -2e-17] }];

  it('where it is tiny beside the rest and mostly noise', () => {
    expect(withoutResidues({ g: [1, -6e-17] }, residues)).toEqual({ g: [1, 0] });
  });

  it('but not where it is steady, however small, nor where it is not small, however noisy', () => {
    const steady = [{ g: [1, -6e-17] }, { g: [1 + 1e-15, -6e-17 * (1 + 1e-15)] }];
    expect(withoutResidues({ g: [1, -6e-17] }, steady)).toEqual({ g: [1, -6e-17] });
    expect(withoutResidues({ g: [1, 1e-3] }, [{ g: [1, -1e-3] }])).toEqual({ g: [1, 1e-3] });
    expect(withoutResidues(-6e-17, [5e-17])).toBe(-6e-17); // nothing to measure it by
    expect(withoutResidues([1, null, -6e-17], [])).toEqual([1, null, -6e-17]);
  });
});
