import { describe, expect, it } from 'vitest';
import { geodesicEquation } from '../../src/geodesic/equation.ts';
import { space } from './sample-spaces.ts';

describe.each([
  ['normal', [0.3, 1.2]],
  ['beta', [1.5, 0.8]],
  ['categorical', [0.2, 0.3]],
])('the geodesic equation of the %s family', (name, point) => {
  const equation = geodesicEquation(space(name as string));
  const u = equation.straighten(point as number[]);
  const velocity = [0.7, -0.4];

  it('comes with its partial derivatives', () => {
    const { value, byPosition, byVelocity } = equation.linearised(u, velocity);
    expect(equation.acceleration(u, velocity)).toEqual(value.map((a) => expect.closeTo(a, 12)));
    const h = 1e-5;
    const moved = (list: readonly number[], m: number, by: number) => list.map((e, i) => (i === m ? e + by : e));
    for (const m of [0, 1]) {
      for (const k of [0, 1]) {
        const along = (f: (by: number) => readonly number[]): number => (f(h)[k] - f(-h)[k]) / (2 * h);
        expect(along((by) => equation.acceleration(moved(u, m, by), velocity))).toBeCloseTo(byPosition[k][m], 6);
        expect(along((by) => equation.acceleration(u, moved(velocity, m, by)))).toBeCloseTo(byVelocity[k][m], 6);
      }
    }
  });
});

it('is that of the normal family by hand', () => {
  // mu'' = 2 mu' sigma'/sigma and sigma'' = sigma'^2/sigma - mu'^2/(2 sigma) from the Christoffel symbols of the half-plane.
  const equation = geodesicEquation(space('normal'));
  // In the chart u = log(sigma): sigma' = sigma u', so that u'' = sigma''/sigma - u'^2 = -mu'^2/(2 sigma^2).
  const [u, v] = [equation.straighten([0.5, 2]), [0.6, 0.3]];
  const [first, second] = equation.acceleration(u, v);
  expect(first).toBeCloseTo(2 * 0.6 * 0.3, 13);
  expect(second).toBeCloseTo(-(0.6 ** 2) / (2 * 4), 13);
  expect(equation.squaredSpeed(u, v)).toBeCloseTo(0.6 ** 2 / 4 + 2 * 0.3 ** 2, 13);
});

it('has no value outside the domain', () => {
  const equation = geodesicEquation(space('categorical'));
  expect(() => equation.acceleration(equation.straighten([0.6, 0.6]), [1, 0])).toThrow('1 - p1 - p2 > 0');
});
