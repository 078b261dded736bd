import { describe, expect, it } from 'vitest';
import { parseRational, rational } from '../../src/algebra/index.ts';
import { parseExpression } from '../../src/calculus/index.ts';
import { DomainError, InputError } from '../../src/errors.ts';
import {
  binomial,
  categorical,
  checkDomain,
  checkPoint,
  type Domain,
  domainText,
  type Family,
  normal,
  reparametrize,
} from '../../src/families/index.ts';

const at = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, text]) => [name, parseRational(text)]));

describe('the domain of one coordinate', () => {
  it.each<[Domain, string[], string[]]>([
    ['real', ['-7/3', '0', '1e30'], []],
    ['positive', ['1e-300', '2'], ['0', '-1']],
    ['unit', ['1/2', '0.999'], ['0', '1', '3/2', '-1/2']],
    ['natural', ['1', '12'], ['0', '-1', '3/2']],
  ])('%s holds %j and not %j', (domain, inside, outside) => {
    for (const text of inside) expect(() => checkDomain({ name: 'x', domain }, parseRational(text))).not.toThrow();
    for (const text of outside)
      expect(() => checkDomain({ name: 'x', domain }, parseRational(text))).toThrow(/^x must be /);
  });
});

it('the domain of a family in words names each coordinate with its own, then the conditions', () => {
  expect(domainText(normal())).toBe('mu real, sigma positive');
  expect(domainText(categorical(3))).toBe('p1 unit, p2 unit, 1 - p1 - p2 > 0');
});

describe('a point of a family', () => {
  it.each<[Family, Record<string, string>, string | RegExp]>([
    [normal(), { mu: '0' }, 'no value for sigma: the coordinates of normal are mu, sigma'],
    [normal(), { mu: '0', sigma: '1', tau: '1' }, 'unknown tau: the coordinates of normal are mu, sigma'],
    [normal(), { mu: '0', sigma: '-1' }, 'sigma must be positive, got -1'],
    [binomial(rational(3)), { theta: '1' }, 'theta must be between 0 and 1, got 1'],
    [categorical(3), { p1: '0.6', p2: '0.6' }, /p1=0.6, p2=0.6 is outside the domain of categorical/],
  ])('is refused with the condition that fails (case %#)', (family, values, message) => {
    expect(() => checkPoint(family, at(values))).toThrow(InputError);
    expect(() => checkPoint(family, at(values))).toThrow(message);
  });

  it('on the boundary is judged exactly: 1 - 0.7 - 0.2 - 0.1 is 0, which doubles do not know', () => {
    expect(1 - 0.7 - 0.2 - 0.1).toBeGreaterThan(0);
    expect(() => checkPoint(categorical(4), at({ p1: '0.7', p2: '0.2', p3: '0.1' }))).toThrow(
      /must be positive, got 0$/,
    );
    expect(() => checkPoint(categorical(4), at({ p1: '0.7', p2: '0.2', p3: '0.09999999999999999999' }))).not.toThrow();
  });

  it('is judged in floating point where a condition has irrational values', () => {
    const family = reparametrize(
      normal(),
      [
        { name: 'm', domain: 'real' },
        { name: 't', domain: 'real' },
      ],
      { mu: 'm', sigma: '2 - exp(t)' },
    );
    expect(() => checkPoint(family, at({ m: '0', t: '0' }))).not.toThrow();
    expect(() => checkPoint(family, at({ m: '0', t: '1' }))).toThrow(
      /m=0, t=1 is outside the domain of normal: 2 - exp\(t\) must be positive, got -0.718/,
    );
  });

  it('needs the constants that its conditions contain', () => {
    const family: Family = { ...binomial(), conditions: [parseExpression('n - 5*theta')] };
    expect(() => checkPoint(family, at({ theta: '1/2' }))).toThrow(DomainError);
    const valued: Family = { ...family, constants: [{ name: 'n', domain: 'natural', value: rational(2) }] };
    expect(() => checkPoint(valued, at({ theta: '1/5' }))).not.toThrow();
    expect(() => checkPoint(valued, at({ theta: '1/2' }))).toThrow(/must be positive, got -0.5/);
  });
});
