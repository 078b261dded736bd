import { describe, expect, it } from 'vitest';
import { geodesicBetween, hasConjugatePoint } from '../../src/geodesic/boundary-value.ts';
import { geodesicEquation } from '../../src/geodesic/equation.ts';
import { space, sphere } from './sample-spaces.ts';

const straight = (from: readonly number[], to: readonly number[]) => (time: number) =>
  from.map((value, i) => (1 - time) * value + time * to[i]);

describe('on the sphere', () => {
  const equation = geodesicEquation(sphere);
  const arc = (longitude: number) => geodesicBetween(equation, straight([0.3, 0], [0.3, longitude]));
  const angle = (longitude: number): number => Math.acos(0.09 + 0.91 * Math.cos(longitude));

  it('a great circle joins two points of one latitude, over higher ones', () => {
    const found = arc(2);
    expect(found?.length).toBeCloseTo(angle(2), 10);
    expect(found?.error).toBeLessThan(1e-9);
    expect(found?.path[Math.floor((found?.path.length ?? 0) / 2)][0]).toBeGreaterThan(0.3);
  });

  it('its tangent makes it: the first velocity has the length of the arc', () => {
    const found = arc(1);
    expect(Math.sqrt(equation.squaredSpeed([0.3, 0], found?.velocity ?? []))).toBeCloseTo(angle(1), 9);
  });

  it('short arcs have no conjugate point, those of more than pi have one', () => {
    const around = 4.5; // the long way round, along the equator nearly
    const long = geodesicBetween(equation, straight([0.01, 0], [0.01, around]));
    const short = arc(2);
    if (long === null || short === null) throw new Error('no geodesic');
    expect(long.length).toBeGreaterThan(Math.PI);
    expect(hasConjugatePoint(equation, long)).toBe(true);
    expect(hasConjugatePoint(equation, short)).toBe(false);
  });
});

it('far points of a family are reached, from a start at even speed or not', () => {
  const equation = geodesicEquation(space('gamma'));
  const ends = [equation.straighten([0.05, 1]), equation.straighten([40, 10])] as const;
  const found = geodesicBetween(equation, straight(...ends));
  const back = geodesicBetween(equation, straight(ends[1], ends[0]));
  expect(found).not.toBeNull();
  // Two solutions of their own: symmetric to the error that they state.
  expect(Math.abs((found?.length ?? 0) - (back?.length ?? 1))).toBeLessThan(1e-9);
});

it('there is none where the metric ends between the points', () => {
  const equation = geodesicEquation(space('categorical'));
  expect(geodesicBetween(equation, (time) => equation.straighten([0.3 + 0.6 * time, 0.4]))).toBeNull();
});
