import { describe, expect, it } from 'vitest';
import { geodesicBetweenPoints } from '../../src/geodesic/between.ts';
import { geodesicFrom } from '../../src/geodesic/ray.ts';
import { given, space } from './sample-spaces.ts';

const times = [0, 0.5, 1];

describe('a geodesic from a point', () => {
  it.each(['normal', 'categorical'])('of the %s family: both routes agree', (name) => {
    const question = { from: [0.2, 0.3], direction: [0.1, 0.05], times };
    const [closed, solved] = (['closed-form', 'equation'] as const).map((route) =>
      geodesicFrom(space(name), question, route),
    );
    expect(closed.points.map(({ length }) => length)).toEqual(times.map((time) => time * closed.speed));
    closed.points.forEach(({ values }, k) => {
      values.forEach((value, i) => {
        expect(value).toBeCloseTo(solved.points[k].values[i], 9);
      });
    });
  });

  it('comes to the point towards which it was sent', () => {
    const beta = space('beta');
    const { velocity, length } = geodesicBetweenPoints(beta, [1, 2], [4, 3]);
    const { points, speed } = geodesicFrom(beta, { from: [1, 2], direction: velocity, times: [1] });
    expect(speed).toBeCloseTo(length, 9);
    expect(points[0].values).toEqual([expect.closeTo(4, 8), expect.closeTo(3, 8)]);
  });
});

describe('a geodesic that leaves the domain is shown as far as it goes:', () => {
  it.each(['closed-form', 'equation'] as const)('the Poisson family by the %s, after 2 sqrt(lambda)', (route) => {
    const ray = geodesicFrom(space('poisson'), { from: [1], direction: [-1], length: 3, times }, route);
    expect(ray.points.map(({ length }) => length)).toEqual([0, 1.5]);
    expect(ray.end?.length).toBeCloseTo(2, 5);
    expect(ray.end?.values[0]).toBeCloseTo(0, 5);
  });
});

describe('where the metric is not definite', () => {
  const minkowski = given(['t', 'x'], [['-1', '0'], ['0', '1']]); // biome-ignore format: a matrix

  it('lengths are proper lengths', () => {
    const { points } = geodesicFrom(minkowski, { from: [0, 0], direction: [5, 3], length: 8, times });
    expect(points[2].values).toEqual([expect.closeTo(10, 12), expect.closeTo(6, 12)]); // |(5, 3)| = 4
  });

  it('along light, they are the affine parameter of the direction as given', () => {
    const { points, speed } = geodesicFrom(minkowski, { from: [0, 0], direction: [2, 2], length: 3, times });
    expect(speed).toBe(1);
    expect(points[2].values).toEqual([expect.closeTo(6, 12), expect.closeTo(6, 12)]);
  });
});

it('the zero direction leads nowhere', () => {
  expect(() => geodesicFrom(space('normal'), { from: [0, 1], direction: [0, 0], times })).toThrow('not zero');
});
