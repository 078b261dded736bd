import { expect, it } from 'vitest';
import { evenlyPaced, joinedCurves } from '../../src/geodesic/curve.ts';
import { geodesicEquation } from '../../src/geodesic/equation.ts';
import { space } from './sample-spaces.ts';

const bernoulli = geodesicEquation(space('bernoulli'));
const path = (time: number): readonly number[] => bernoulli.straighten([0.01 + 0.98 * time]);

it('a curve at even speed passes its middle after half of its length', () => {
  const paced = evenlyPaced(bernoulli, path);
  const arc = (theta: number): number => 2 * Math.asin(Math.sqrt(theta));
  // Chords instead of arcs, 256 of them: a part in a thousand or so near the ends.
  expect(paced?.length).toBeCloseTo(arc(0.99) - arc(0.01), 2);
  const at = (time: number): number => arc(bernoulli.coordinates(paced?.curve(time) as number[])[0]);
  expect(at(0.25)).toBeCloseTo(0.75 * arc(0.01) + 0.25 * arc(0.99), 2);
  expect([at(0), at(1)]).toEqual([arc(0.01), arc(0.99)].map((value) => expect.closeTo(value, 12)));
});

it('there is none for a curve that leaves the domain', () => {
  const categorical = geodesicEquation(space('categorical'));
  expect(evenlyPaced(categorical, (time) => categorical.straighten([0.3 + 0.5 * time, 0.4]))).toBeNull();
});

it('joined curves follow one another', () => {
  const joined = joinedCurves(
    (time) => [time],
    (time) => [1 + 3 * time],
  );
  expect([0, 0.25, 0.5, 0.75, 1].map((time) => joined(time)[0])).toEqual([0, 0.5, 1, 2.5, 4]);
});
