import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { weylTensor } from '../../src/interpret/index.ts';
import { allZero, diagonal, given, names } from './sample-manifolds.ts';
import { sphere, tuples } from './sample-metrics.ts';

describe('the Weyl tensor', () => {
  it('vanishes in three dimensions', () => {
    const sample = diagonal(['x', 'y', 'z'], ['1 + y^2', '1 + x*z', '2 + x^2*y']);
    expect(allZero(sample, sample.riemann)).toBe(false);
    expect(allZero(sample, weylTensor(given(sample)))).toBe(true);
  });

  it('vanishes for conformally flat metrics of four dimensions, and not for others', () => {
    const flat = diagonal(names, Array(4).fill('1 + w^2 + x*y'));
    expect(allZero(flat, flat.ricci)).toBe(false);
    expect(allZero(flat, weylTensor(given(flat)))).toBe(true);
    const other = diagonal(names, ['1 + w^2 + x*y', '1', '1', '1']);
    expect(allZero(other, weylTensor(given(other)))).toBe(false);
  });

  it('has no traces', () => {
    const sample = diagonal(names, ['1 + x^2', '1', '1 + w*z', '1']);
    const { field, inverseMetric } = sample;
    const weyl = weylTensor(given(sample));
    expect(allZero(sample, weyl)).toBe(false);
    for (const [l, j] of tuples(4, 2)) {
      const trace = tuples(4, 2).map(([k, i]) => field.multiply(inverseMetric.at([k, i]), weyl.at([k, l, i, j])));
      expect(field.isZero(field.sum(trace))).toBe(true);
    }
  });

  it('is the whole curvature where Ricci vanishes', () => {
    const sample = diagonal(
      ['t', 'r', 'u', 'p'],
      ['2*M/r - 1', '1/(1 - 2*M/r)', 'r^2/(1 - u^2)', 'r^2*(1 - u^2)'],
      ['M'],
    );
    const weyl = weylTensor(given(sample));
    // R_trtr = -2 M/r^3 for the Schwarzschild metric with signature (-+++) [Misner, Thorne, Wheeler 1973] (31.4).
    expect(sample.field.equals(weyl.at([0, 1, 0, 1]), sample.form('-2*M/r^3'))).toBe(true);
  });

  it('has no meaning on a surface', () => {
    expect(() => weylTensor(given(sphere(2)))).toThrow(DomainError);
  });
});
