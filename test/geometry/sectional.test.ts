import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { sectionalCurvature } from '../../src/interpret/index.ts';
import { given, names } from './sample-manifolds.ts';
import { jetGeometries, manifold, sphere, tuples } from './sample-metrics.ts';

it('the sectional curvature of a sphere is 1/r^2 on every coordinate plane, whatever the order of its sides', () => {
  const sample = sphere(3);
  const curvature = sectionalCurvature(given(sample));
  for (const [i, j] of tuples(3, 2).filter(([a, b]) => a !== b)) {
    expect(sample.field.equals(curvature(i, j) as ClosedForm, sample.form('1/r^2'))).toBe(true);
  }
});

it('the sectional curvature of a surface is half its scalar curvature', () => {
  fc.assert(
    fc.property(jetGeometries(2), ({ field, ...geometry }) => {
      const value = sectionalCurvature({ coordinates: names, field, geometry })(0, 1);
      expect(2 * field.value(value as typeof field.one)).toBeCloseTo(field.value(geometry.scalar.at([])), 8);
    }),
    { numRuns: 10 },
  );
});

it('a plane without area has no sectional curvature', () => {
  const sample = manifold(
    ['x', 'y', 'z'],
    [
      ['0', '0', '1'],
      ['0', '1', '0'],
      ['1', '0', 'x*y'],
    ],
  );
  expect(sectionalCurvature(given(sample))(0, 1)).toBeNull();
  expect(sectionalCurvature(given(sample))(0, 2)).not.toBeNull();
});
