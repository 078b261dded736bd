import { describe, expect, it } from 'vitest';
import { changesBetween, finite, larger } from '../../src/cli/derive-at-point.ts';
import type { DeriveEvent } from '../../src/cli/derive-request.ts';
import { DomainError } from '../../src/errors.ts';
import { events } from './derived-events.ts';

describe('rounding at a point', () => {
  const scalarAt = (p2: string): DeriveEvent => events('categorical', { at: { p1: '0.5', p2 }, show: ['scalar'] })[1];

  it('goes without saying where it is negligible', () => {
    expect(scalarAt('0.3')).not.toHaveProperty('error');
  });

  it('is stated where the point nears the edge of the family, and covers the distance to the true value 1/2', () => {
    const { values, error } = scalarAt('0.4999') as DeriveEvent & { readonly kind: 'at' };
    const distance = Math.abs((values.scalar as number) - 0.5);
    expect(distance).toBeGreaterThan(1e-9);
    expect(distance).toBeLessThan(3 * (error?.['scalar'] ?? 0));
  });

  it.each(['0.49999999', '0.4999999999'])(
    'is not passed off as curvature: p2 = %s, where R = 1/2, which the closed form gives in its place',
    (p2) => {
      const [, at, closed, exact] = events('categorical', { at: { p1: '0.5', p2 }, show: ['scalar'] });
      const message = expect.stringContaining('rounding leaves no scalar curvature at this point');
      expect(at).toMatchObject({ values: {}, refused: { scalar: { message, failure: 'domain' } } });
      expect(closed).toMatchObject({ kind: 'closed-form', text: '1 / 2' });
      expect(exact).toEqual({ kind: 'exact-at', quantity: 'scalar', value: 0.5, text: '1 / 2', shown: '' });
    },
  );

  it('does not hide the metric, which is well determined there', () => {
    const [, at] = events('categorical', { at: { p1: '0.5', p2: '0.49999999' }, show: ['metric'] });
    expect(at.kind).toBe('at');
  });

  it('is stated as text', () => {
    const [, at] = events('categorical', { at: { p1: '0.5', p2: '0.4999' }, show: ['scalar'], format: 'text' });
    expect(at.shown).toMatch(/rounding may change scalar by 0\.0000\d\n/);
  });
});

it('of jointly normal samples the scalar curvature at a point is exact, beside numbers that are rounded', () => {
  const [, at] = events('multivariate-normal-centred', {
    at: { s11: '2', s12: '1/2', s22: '1' },
    show: ['metric', 'scalar'],
  });
  expect(at).toMatchObject({ kind: 'at', values: { scalar: -2 }, exact: { scalar: '-2' }, method: 'exact' });
  expect(events('normal', { at: { mu: '0', sigma: '1' } })[1]).not.toHaveProperty('exact');
});

it('changes are the largest of any component, and the larger of two is taken quantity by quantity', () => {
  const fine = {
    metric: [
      [1, 2],
      [2, 5],
    ],
    scalar: 1,
  };
  const coarse = {
    metric: [
      [1, 2.5],
      [2.5, 4],
    ],
    scalar: 1,
  };
  expect(changesBetween(fine, coarse)).toEqual({ metric: 1, scalar: 0 });
  expect(larger({ metric: 1, scalar: 0 }, { scalar: 2, ricci: 3 })).toEqual({ metric: 1, scalar: 2, ricci: 3 });
});

it('numbers beyond the doubles are refused', () => {
  expect(finite(1e308)).toBe(1e308);
  for (const value of [Number.POSITIVE_INFINITY, Number.NaN]) expect(() => finite(value)).toThrow(DomainError);
});
