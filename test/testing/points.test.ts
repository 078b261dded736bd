import fc from 'fast-check';
import { directions, domainPoints, domainValues, planes } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { checkDomain } from '../../src/families/index.ts';

it.each(['real', 'positive', 'unit', 'natural'] as const)('values of the domain %s lie in it, and vary', (domain) => {
  fc.assert(fc.property(domainValues(domain), (value) => checkDomain({ name: 'a', domain }, value)));
  const values = fc.sample(domainValues(domain), { numRuns: 50, seed: 1 });
  expect(new Set(values.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).size).toBeGreaterThan(5);
});

it('points have a value for every name, each from its domain', () => {
  const names = [
    { name: 'a', domain: 'unit' },
    { name: 'b', domain: 'natural' },
  ] as const;
  fc.assert(
    fc.property(domainPoints(names), (point) => {
      expect(Object.keys(point).sort()).toEqual(['a', 'b']);
      for (const one of names) checkDomain(one, point[one.name]!);
    }),
  );
});

it.each([1, 2, 5])('directions in %i dimensions have length one', (dimension) => {
  fc.assert(
    fc.property(directions(dimension), (v) => {
      expect(v).toHaveLength(dimension);
      // Three roundings of numbers up to 1.
      expect(Math.abs(Math.hypot(...v) - 1)).toBeLessThan(1e-15);
    }),
  );
});

it.each([2, 4])('the sides of planes in %i dimensions are not parallel', (dimension) => {
  fc.assert(
    fc.property(planes(dimension), ([v, w]) => {
      const cosine = v.reduce((total, entry, k) => total + entry * w[k]!, 0);
      expect(Math.sqrt(1 - cosine * cosine)).toBeGreaterThan(0.1);
    }),
  );
});
