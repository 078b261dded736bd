import { expect, it } from 'vitest';
import { geodesicEquation } from '../../src/geodesic/equation.ts';
import { exponentialMap, finestExponentialMap } from '../../src/geodesic/exponential-map.ts';
import { space } from './sample-spaces.ts';

it('takes the Bernoulli family from 0.5 with velocity 0.08 to sin^2((pi/2 + 0.16)/2), in any coordinate', () => {
  const equation = geodesicEquation(space('bernoulli'));
  // d logit = d theta/(theta (1 - theta))
  const { state } = exponentialMap(equation, equation.straighten([0.5]), [0.08 / 0.25]);
  expect(equation.coordinates([state[0]])[0]).toBeCloseTo(Math.sin((Math.PI / 2 + 0.16) / 2) ** 2, 13);
});

it('keeps the speed', () => {
  const equation = geodesicEquation(space('gamma'));
  const [u, v] = [equation.straighten([2, 1]), [0.7, 0.5]];
  const { state } = exponentialMap(equation, u, v);
  const [position, velocity] = [Array.from(state.subarray(0, 2)), Array.from(state.subarray(2))];
  expect(equation.squaredSpeed(position, velocity)).toBeCloseTo(equation.squaredSpeed(u, v), 11);
});

it('stops where the geodesic leaves the domain: the Poisson family ends after 2 sqrt(lambda)', () => {
  const equation = geodesicEquation(space('poisson'));
  const { outcome, time } = exponentialMap(equation, equation.straighten([1]), [-5]);
  expect(outcome).toBe('stopped');
  expect(5 * time).toBeCloseTo(2, 4);
  const finest = finestExponentialMap(equation, equation.straighten([1]), [-5]);
  expect([finest.outcome, finest.tolerance]).toEqual(['stopped', 1e-10]); // the second try agrees with the first
});
