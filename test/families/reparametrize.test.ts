import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, printExpression, realNumbers } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { binomial, checkPoint, laplace, normal, pareto, reparametrize, uniform } from '../../src/families/index.ts';

const variance = [
  { name: 'mu', domain: 'real' },
  { name: 'v', domain: 'positive' },
] as const;

describe('a family in other coordinates', () => {
  it('has the same density at the same distribution', () => {
    const family = reparametrize(normal(), variance, { mu: 'mu', sigma: 'sqrt(v)' });
    const at = (values: Record<string, number>) => (name: string) => values[name];
    const old = evaluateExpression(realNumbers, normal().logDensity, at({ mu: 1, sigma: 1.5, x: 0.3, pi: Math.PI }));
    const changed = evaluateExpression(realNumbers, family.logDensity, at({ mu: 1, v: 2.25, x: 0.3, pi: Math.PI }));
    expect(changed).toBeCloseTo(old, 14);
    expect(family.coordinates).toEqual(variance);
  });

  it('replaces all old coordinates at once: exchanged names do not chase one another', () => {
    const family = reparametrize(
      normal(),
      [
        { name: 'sigma', domain: 'real' },
        { name: 'mu', domain: 'positive' },
      ],
      { mu: 'sigma', sigma: 'mu' },
    );
    const value = evaluateExpression(
      realNumbers,
      family.logDensity,
      (name) => ({ sigma: 1, mu: 2, x: 1, pi: Math.PI })[name] as number,
    );
    expect(value).toBeCloseTo(-Math.log(2) - Math.log(2 * Math.PI) / 2, 14);
  });

  it('keeps the domain of the old coordinates as conditions on the new ones', () => {
    const odds = reparametrize(binomial(rational(2)), [{ name: 'u', domain: 'real' }], { theta: 'u/(1 + u)' });
    expect(() => checkPoint(odds, { u: rational(3) })).not.toThrow();
    expect(() => checkPoint(odds, { u: rational(-1, 2) })).toThrow(
      /u=-0.5 is outside the domain of binomial: .* must be positive, got -1/,
    );
    expect(() => checkPoint(odds, { u: rational(-2) })).toThrow(/must be positive, got -1/);
  });

  it('moves the ends of its sample space and its pivot along', () => {
    const family = reparametrize(
      pareto(),
      [
        { name: 't', domain: 'positive' },
        { name: 'm', domain: 'positive' },
      ],
      {
        alpha: '1/t',
        x_m: 'm',
      },
    );
    const { sampleSpace, pivot } = family;
    expect(sampleSpace.kind === 'interval' && sampleSpace.low && printExpression(sampleSpace.low)).toBe('m');
    expect(pivot && printExpression(pivot.sample['x'])).toBe('m * exp(pivot * t)');
    const cut = reparametrize(
      laplace(),
      [
        { name: 'a', domain: 'real' },
        { name: 'b', domain: 'positive' },
      ],
      {
        mu: 'a*b',
        b: 'b',
      },
    ).sampleSpace;
    expect(cut.kind === 'cut-line' && printExpression(cut.cut)).toBe('a * b');
  });

  it('refuses a coordinate named like the sample or its pivot', () => {
    const named = (name: string) => () => reparametrize(uniform(), [{ name, domain: 'positive' }], { theta: name });
    expect(named('x')).toThrow('a coordinate cannot be named x: the sample of uniform is described by it');
    expect(named('pivot')).toThrow(InputError);
    expect(named('t')).not.toThrow();
  });

  it('may use constants', () => {
    expect(() => reparametrize(binomial(), [{ name: 'm', domain: 'positive' }], { theta: 'm/n' })).not.toThrow();
  });

  it('is refused where the map leaves out a coordinate or uses an unknown name', () => {
    expect(() => reparametrize(normal(), variance, { mu: 'mu' })).toThrow(
      'the map gives no expression for sigma in mu, v',
    );
    expect(() => reparametrize(normal(), variance, { mu: 'mu', sigma: 'sqrt(w)' })).toThrow(InputError);
    expect(() => reparametrize(normal(), variance, { mu: 'mu', sigma: 'sqrt(w)' })).toThrow(
      'sigma = sqrt(w) uses "w", expected mu, v',
    );
  });
});

describe('a new coordinate called pi', () => {
  const coordinates = [
    { name: 'pi', domain: 'real' },
    { name: 's', domain: 'positive' },
  ] as const;

  it('is not the number pi of the old density, and a family without it has that number again', () => {
    const family = reparametrize(normal(), coordinates, { mu: 'pi', sigma: 's' });
    const values: Record<string, number> = { pi: 1, s: 2, x: 0, π: Math.PI };
    const expected = -1 / 8 - Math.log(2) - Math.log(2 * Math.PI) / 2;
    expect(evaluateExpression(realNumbers, family.logDensity, (name) => values[name] as number)).toBeCloseTo(
      expected,
      14,
    );
    const back = reparametrize(family, variance, { pi: 'mu', s: 'sqrt(v)' });
    const old: Record<string, number> = { mu: 1, v: 4, x: 0, pi: Math.PI };
    expect(evaluateExpression(realNumbers, back.logDensity, (name) => old[name] as number)).toBeCloseTo(expected, 14);
  });
});
