import { expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { integrate } from '../../src/geodesic/extrapolation.ts';

it('the harmonic oscillator comes back after a period', () => {
  const w = 2 * Math.PI;
  const { state, outcome, steps } = integrate((_, [x, v]) => Float64Array.of(w * v, -w * x), Float64Array.of(1, 0));
  expect(outcome).toBe('done');
  expect(Math.hypot(state[0] - 1, state[1])).toBeLessThan(1e-11); // some steps of local error 1e-13
  expect(steps).toBeLessThan(40);
});

it('an equation that depends on time is integrated as a quadrature', () => {
  const { state } = integrate((t) => Float64Array.of(1 / (1 + t * t)), Float64Array.of(0));
  expect(state[0]).toBeCloseTo(Math.PI / 4, 13);
});

it('a looser tolerance takes fewer steps and errs more', () => {
  const field = (t: number, [y]: Float64Array): Float64Array => Float64Array.of(20 * Math.cos(20 * t) * y);
  const exact = Math.exp(Math.sin(20));
  const [tight, loose] = [1e-13, 1e-5].map((tolerance) => integrate(field, Float64Array.of(1), tolerance));
  expect(loose.steps).toBeLessThan(tight.steps);
  expect(Math.abs(tight.state[0] - exact)).toBeLessThan(1e-10);
  expect(Math.abs(loose.state[0] - exact)).toBeGreaterThan(Math.abs(tight.state[0] - exact));
});

it('stops where the solution grows without bound, and says when: y = 1/(1 - 2t)', () => {
  const { outcome, time } = integrate((_, [y]) => Float64Array.of(2 * y * y), Float64Array.of(1));
  expect(outcome).not.toBe('done');
  expect(time).toBeCloseTo(0.5, 3);
});

it('stops where the equation has no value', () => {
  const field = (t: number): Float64Array => {
    if (t > 0.25) throw new DomainError('beyond the end');
    return Float64Array.of(1);
  };
  const { outcome, time, state } = integrate(field, Float64Array.of(0));
  expect(outcome).toBe('stopped');
  expect(time).toBeCloseTo(0.25, 9);
  expect(state[0]).toBeCloseTo(0.25, 9);
});
