import { expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { geodesicAcceleration, squaredSpeed } from '../../src/geometry/index.ts';
import { tensorOn } from '../../src/interpret/index.ts';
import { given } from './sample-manifolds.ts';
import { manifold } from './sample-metrics.ts';

const plane = manifold(
  ['w', 'x'],
  [
    ['1', '0'],
    ['0', 'w^2'],
  ],
  ['a', 'b'],
);
const velocity = { velocity: { rank: 1, at: ([i]: readonly number[]): ClosedForm => plane.form(['a', 'b'][i]) } };

it('the acceleration of a geodesic in polar coordinates is centrifugal: r b^2 and -2 a b/r', () => {
  const acceleration = tensorOn(given(plane), geodesicAcceleration, velocity);
  expect(plane.field.equals(acceleration.at([0]), plane.form('w*b^2'))).toBe(true);
  expect(plane.field.equals(acceleration.at([1]), plane.form('-2*a*b/w'))).toBe(true);
});

it('the squared speed there is a^2 + r^2 b^2', () => {
  expect(plane.field.equals(tensorOn(given(plane), squaredSpeed, velocity).at([]), plane.form('a^2 + w^2*b^2'))).toBe(
    true,
  );
});
