import { describe, expect, it } from 'vitest';
import { jets } from '../../../src/calculus/index.ts';
import { DomainError } from '../../../src/errors.ts';
import { type Family, gamma, normal, poisson, typedFamily } from '../../../src/families/index.ts';
import { densityAt, densityIntegral, numericExpectation } from '../../../src/interpret/numeric/density-at.ts';

const arcsine = typedFamily({
  density: 'x^(a-1)*(1-x)^(b-1)/beta(a,b)',
  variables: 'x unit',
  parameters: 'a positive, b positive',
});

describe('the integral of a density is one:', () => {
  it.each<[string, Family, readonly number[]]>([
    ['normal', normal(), [2, 0.1]],
    ['gamma of small shape', gamma(), [0.1, 3]],
    ['poisson of large mean', poisson(), [30000]],
    [
      'a mixture whose exponentials underflow between its peaks',
      typedFamily({
        density: '(p*exp(-(x+5)^2*5000) + (1-p)*exp(-(x-20)^2*5000))/(sqrt(2*pi)/100)',
        variables: 'x real',
        parameters: 'p unit',
      }).family,
      [0.25],
    ],
    ['beta with infinite density at both ends', arcsine.family, [0.3, 0.2]],
  ])('%s', (_, family, values) => {
    const { log, doubt } = densityIntegral(family, values);
    expect(Math.abs(log)).toBeLessThan(1e-9);
    expect(doubt).toBeLessThan(1e-8);
  });
});

describe('the expectation of products of scores, with its derivatives,', () => {
  it('is the metric of the normal family: g = diag(1, 2)/sigma^2, to third order', () => {
    const field = jets(2, 3);
    const sigma = field.coordinate(1, 2);
    for (const which of ['fine', 'coarse'] as const) {
      const mean = numericExpectation(normal(), field, [1, 2])[which];
      const g = mean((l) => field.multiply(field.partial(l, 1), field.partial(l, 1)));
      const exact = field.divide(field.constant(2), field.multiply(sigma, sigma));
      const errors = Array.from(g.coefficients, (c, k) => Math.abs(c - exact.coefficients[k]!));
      expect(Math.max(...errors)).toBeLessThan(which === 'fine' ? 1e-11 : 1e-6);
    }
  });

  it('divides by the integral where the density is not normalised', () => {
    const { family } = typedFamily({ density: '7*exp(-x*t)', variables: 'x positive', parameters: 't positive' });
    const field = jets(1, 2);
    const { fine } = numericExpectation({ ...family, normalised: false }, field, [3]);
    expect(field.value(fine((l) => field.multiply(field.partial(l, 0), field.partial(l, 0))))).toBeCloseTo(1 / 9, 12);
  });
});

it('says where a density is undefined', () => {
  const bare = typedFamily({ logDensity: 'sqrt(x - t)', variables: 'x real', parameters: 't real' }).family;
  expect(() => densityAt(bare, [1]).logDensity([{ from: 'origin', gap: 0.5 }])).toThrow(DomainError);
  expect(() => densityAt(bare, [1]).logDensity([{ from: 'origin', gap: 0.5 }])).toThrow(
    'the density is undefined at x = 0.5',
  );
});
