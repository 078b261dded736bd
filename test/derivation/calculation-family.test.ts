import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/calculus/index.ts';
import { admitFamily, isOfCatalogue, namesOfPivot, regularityOf } from '../../src/derivation/calculation-family.ts';
import {
  bernoulli,
  binomial,
  catalogue,
  categorical,
  type Family,
  laplace,
  normal,
  pareto,
  productFamily,
  studentT,
  weibull,
} from '../../src/families/index.ts';

const half = { numerator: 1, denominator: 2 };

describe('a family that calculations take', () => {
  it('is a copy of one of the catalogue', () => {
    for (const family of [normal(), bernoulli(), categorical(4), laplace(), pareto(), studentT()]) {
      expect(admitFamily(family)).toEqual(family);
      expect(admitFamily(family)).not.toBe(family);
    }
  });

  it('has names that are names, each with one meaning', () => {
    const named = (name: string): Family => ({ ...bernoulli(), coordinates: [{ name, domain: 'unit' }] });
    expect(() => admitFamily(named('x'))).toThrow('the name "x" has two meanings');
    expect(() => admitFamily(named('a + b'))).toThrow('expected a name');
    expect(() => admitFamily(named('t # s'))).toThrow('expected a name');
    const doubled = { ...normal(), coordinates: [...normal().coordinates, ...normal().coordinates] };
    expect(() => admitFamily(doubled)).toThrow('two meanings');
    expect(() => admitFamily({ ...weibull(), coordinates: [{ name: 'pivot', domain: 'real' }] })).toThrow(
      'two meanings',
    );
    const shape: Family = { ...weibull(), coordinates: [{ name: 'a', domain: 'positive' }] };
    expect(() => admitFamily(shape)).toThrow('the name "a" has two meanings');
    const quantity = {
      ...bernoulli(),
      sampleSpace: { ...bernoulli().sampleSpace, variables: ['logdensity'] },
    } as Family;
    expect(() => admitFamily(quantity)).toThrow('quantities of calculations');
    expect(namesOfPivot(studentT()).map(({ name }) => name)).toEqual(['pivot', 'sign']);
    expect(namesOfPivot(laplace()).map(({ name }) => name)).toEqual(['pivot']);
  });

  it('has known domains, whole numbers in its fractions, and outcomes that fit', () => {
    const odd = { ...bernoulli(), coordinates: [{ name: 't', domain: 'angle' }] } as unknown as Family;
    expect(() => admitFamily(odd)).toThrow('expected one of real');
    const states = (list: unknown, more: object = {}): Family =>
      ({ ...bernoulli(), sampleSpace: { kind: 'finite', variables: ['x'], states: list, ...more } }) as Family;
    expect(() => admitFamily(states([[{ numerator: 0.5, denominator: 1 }]]))).toThrow('lowest terms, got 0.5/1');
    expect(() => admitFamily(states([[{ numerator: 2, denominator: 4 }]]))).toThrow('lowest terms');
    expect(() => admitFamily(states([]))).toThrow('no outcomes');
    expect(() => admitFamily(states([[half, half]]))).toThrow('a value for each');
    expect(() => admitFamily(states([[half], [half]]))).toThrow('twice');
    expect(() => admitFamily(states([[half]], { weights: [-1] }))).toThrow('positive whole weight');
  });

  it('has moments of a density that is normalised, and of the base family that it is in', () => {
    expect(() => admitFamily({ ...normal(), normalised: false })).toThrow('normalised as it stands');
    const line = (logDensity: string, mu: string): Family => ({
      ...normal(),
      coordinates: [{ name: 't', domain: 'real' }],
      logDensity: parseExpression(logDensity),
      base: { family: normal(), map: { mu: parseExpression(mu), sigma: parseExpression('1') } },
    });
    const own = line('-(x - t)^2/2 - log(2*pi)/2', 't');
    expect(admitFamily(own)).toEqual(own);
    expect(regularityOf({ ...own, name: 'line' })[1]).toBe('it is normal where mu = t, sigma = 1');
    expect(() => admitFamily(line('-(x - t)^2/2 - log(2*pi)/2', '0'))).toThrow(
      'not that of normal where mu = 0, sigma = 1',
    );
    const observed = (count: string): Family => ({
      ...normal(),
      observations: { family: normal(), count: parseExpression(count) },
    });
    expect(admitFamily(observed('5'))).toEqual(observed('5'));
    expect(regularityOf(observed('5'))[0]).toBe('normal is that of 5 independent observations');
    for (const count of ['-5', '1/2', '0', 'N'])
      expect(() => admitFamily(observed(count))).toThrow('how many observations');
  });

  it('has no statistics where its support moves', () => {
    const moving: Family = { ...pareto(), statistics: [parseExpression('log(x)')] };
    expect(() => admitFamily(moving)).toThrow('its support depends on x_m');
  });
});

describe('what a family is', () => {
  it('follows from its name in the catalogue', () => {
    for (const { name, build, parameters } of catalogue) {
      if (parameters.some(({ required }) => required === true)) continue;
      // A Gibbs model and a covariance matrix are not found from sizes alone: their densities are said.
      if (name !== 'gibbs' && name !== 'multivariate-normal-fixed-covariance')
        expect([name, isOfCatalogue(build({}))]).toEqual([name, true]);
    }
    expect(isOfCatalogue(categorical(7))).toBe(true);
    expect(isOfCatalogue(binomial({ numerator: 5, denominator: 1 }))).toBe(true);
    expect(isOfCatalogue({ ...normal(), logDensity: parseExpression('-x^2') })).toBe(false);
    expect(isOfCatalogue({ ...normal(), name: 'mine' })).toBe(false);
  });

  it('is said where it does not: its density, and its pivot', () => {
    expect(regularityOf(normal())).toEqual([expect.stringContaining('is normalised')]);
    expect(regularityOf({ ...normal(), logDensity: parseExpression('-x^2') })).toEqual([
      'the log-density of normal is -(x)^(2)',
      expect.stringContaining('is normalised'),
    ]);
    expect(regularityOf({ ...weibull(), logDensity: parseExpression('-x') })).toEqual([
      'the log-density of weibull is -x',
      expect.stringContaining('x = lambda*(pivot)^'),
    ]);
    const both = regularityOf(productFamily([normal(), laplace()]));
    expect(both[0]).toMatch('the factors of normal*laplace are independent');
    expect(both.slice(1).join()).toMatch(/normal is normalised.*laplace is that of its pivot/);
  });
});
