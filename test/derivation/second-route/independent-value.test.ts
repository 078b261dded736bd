import { bernoulli, calculation, normal, poisson } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { NoValue, valuesOf } from './independent-value.ts';

const common = { label: 'l', title: '', expected: 'proved' } as const;

/** The largest difference between neighbouring sides at points with real values. */
function gap(made: ReturnType<typeof calculation>): number {
  const points = [1, 2, 3, 4, 5, 6]
    .map((seed) => valuesOf(made, seed))
    .filter((values) => values.every(Number.isFinite));
  expect(points.length).toBeGreaterThan(1);
  return Math.max(...points.flatMap((values) => values.slice(1).map((value, k) => Math.abs(value - values[k]))));
}

describe('the second route to the values of a calculation', () => {
  it.each([
    ['Fisher metrics', { family: normal(), claim: 'metric(sigma, sigma) = 2/sigma^2' }],
    ['of counts', { family: poisson(), claim: 'metric(lambda, lambda) = 1/lambda' }],
    [
      'cubic tensors',
      { family: bernoulli(), claim: 'cubic(theta, theta, theta) = (1 - 2*theta)/(theta*(1 - theta))^2' },
    ],
    ['curvature', { family: normal(), claim: 'scalar = -1' }],
    ['moments', { family: normal(), claim: 'E((x - mu)^4) = 3*sigma^4' }],
    ['functions', { symbols: { a: 'real' }, functions: ['f'], claim: 'D(f(a^2), a) = 2*a*at(D(f(a), a), a, a^2)' }],
    [
      'means inside means, of parameters that vary',
      { family: poisson(), symbols: { m: 'real' }, claim: 'D(at(E((x - m)^2*E(x)), m, E(x)), lambda) = 2*lambda' },
    ],
    ['limits', { family: bernoulli(), claim: 'at(E((x - theta)^2), theta, 0) = 0' }],
  ] as const)('knows %s', (_what, parts) => {
    expect(gap(calculation({ ...common, ...parts }))).toBeLessThan(1e-7);
  });

  it('has a sphere of curvature 2/r^2, not -2/r^2', () => {
    const sphere = {
      coordinates: { t: 'positive', u: 'real' },
      entries: [
        ['9', '0'],
        ['0', '9*sin(t)^2'],
      ],
    } as const;
    expect(gap(calculation({ ...common, metric: sphere, claim: 'scalar = 2/9' }))).toBeLessThan(1e-7);
    expect(gap(calculation({ ...common, metric: sphere, claim: 'scalar = -2/9' }))).toBeGreaterThan(0.1);
  });

  it('sees what is false, and makes equations true that steps rest on', () => {
    expect(
      gap(calculation({ ...common, family: normal(), claim: 'metric(sigma, sigma) = 1/sigma^2' })),
    ).toBeGreaterThan(0.01);
    const parts = {
      symbols: { t: 'real', b: 'real' },
      functions: ['f'],
      assume: { decay: 'D(f(t), t) = -b*f(t)' },
    } as const;
    const claim = ['D(f(t)^2, t)', { equals: '-2*b*f(t)^2', by: ['decay'] }];
    expect(gap(calculation({ ...common, ...parts, claim }))).toBeLessThan(1e-12);
    expect(gap(calculation({ ...common, ...parts, claim: 'D(f(t)^2, t) = -2*b*f(t)^2' }))).toBeGreaterThan(0.001);
  });

  it('says what it has no value of', () => {
    expect(() => valuesOf(calculation({ ...common, claim: 'E(1) = 1' }), 1)).toThrow(NoValue);
  });
});
