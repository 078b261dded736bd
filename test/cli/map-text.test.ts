import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { printExpression } from '../../src/calculus/index.ts';
import { mappedFamily, readMap } from '../../src/cli/map-text.ts';
import { InputError } from '../../src/errors.ts';
import { binomial, normal } from '../../src/families/index.ts';

describe('a map is read', () => {
  it('as old coordinates by expressions in new ones, commas in brackets left alone', () => {
    expect(readMap('mu = a, sigma = beta(a, b) + 1')).toEqual({ mu: 'a', sigma: 'beta(a, b) + 1' });
  });

  it.each(['mu', 'mu =', '= a', 'mu = a = b', 'mu = a,', '2 = a'])('and refused: %s', (text) => {
    expect(() => readMap(text)).toThrow(InputError);
    expect(() => readMap(text)).toThrow(
      "expected old coordinates as expressions in new ones, 'mu = a, sigma = exp(b)'",
    );
  });

  it('each coordinate once', () => {
    expect(() => readMap('mu = a, mu = b')).toThrow("'mu' is given twice");
  });
});

describe('a family with a map', () => {
  it('has the names in it as coordinates, real unless declared or kept', () => {
    const family = mappedFamily(normal(), 'mu = a, sigma = exp(b)');
    expect(family.coordinates).toEqual([
      { name: 'a', domain: 'real' },
      { name: 'b', domain: 'real' },
    ]);
    expect(mappedFamily(normal(), 'sigma = 1/tau', 'tau positive').coordinates).toEqual([
      { name: 'mu', domain: 'real' },
      { name: 'tau', domain: 'positive' },
    ]);
    expect(mappedFamily(normal(), 'mu = sigma*d').coordinates).toEqual([
      { name: 'sigma', domain: 'positive' },
      { name: 'd', domain: 'real' },
    ]);
    expect(printExpression(family.statistics?.[0] ?? family.logDensity)).toBe('x');
  });

  it('leaves constants what they are', () => {
    expect(mappedFamily(binomial(), 'theta = m/n').coordinates.map(({ name }) => name)).toEqual(['m']);
    expect(mappedFamily(binomial(rational(3)), 'theta = m/n').constants[0].name).toBe('n');
  });

  it.each([
    ['nu = a', '', "unknown coordinate 'nu'; the coordinates of normal are mu, sigma"],
    ['mu = a', 'b positive', "'b' does not occur in the map"],
    ['mu = a', 'a integer', "a is one of real, positive, unit, got 'integer'"],
    ['mu = a', 'a somewhere', "unknown domain 'somewhere'"],
    ['mu = a + b + c', '', 'normal has 2 coordinates: a map into it has at least one and no more, got 4'],
    ['mu = 1, sigma = 2', '', 'got 0'],
  ])('refuses %s with %s', (map, coordinates, message) => {
    expect(() => mappedFamily(normal(), map, coordinates)).toThrow(InputError);
    expect(() => mappedFamily(normal(), map, coordinates)).toThrow(message);
  });
});
