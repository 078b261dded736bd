import { describe, expect, it } from 'vitest';
import type { ClosedForm } from '../../src/calculus/index.ts';
import { einstein } from '../../src/geometry/index.ts';
import { type Components, componentsOf } from '../../src/interpret/index.ts';
import { manifold, sphere, tuples } from './sample-metrics.ts';

type Sample = ReturnType<typeof manifold>;

function einsteinOf(sample: Sample): Components<ClosedForm> {
  return componentsOf({ field: sample.field, tensors: tensorsOf(sample) }, einstein);
}

function tensorsOf({ metric, riemann, ricci, scalar }: Sample): Record<string, Components<ClosedForm>> {
  return { metric, riemann, ricci, scalar };
}

const curved = manifold(
  ['x', 'y'],
  [
    ['1 + y^2', 'x*y/2'],
    ['x*y/2', '2 + x'],
  ],
);

it('the Einstein tensor of a surface is zero, though the surface is curved', () => {
  const { field, scalar } = curved;
  expect(field.isZero(scalar.at([]))).toBe(false);
  expect(tuples(2, 2).every((at) => field.isZero(einsteinOf(curved).at(at)))).toBe(true);
});

it('the Einstein tensor of the 3-sphere is -g/r^2: (d - 1)(1 - d/2) for dimension d', () => {
  const sample = sphere(3);
  for (const at of tuples(3, 2)) {
    expect(einsteinOf(sample).at(at)).toEqual(sample.field.multiply(sample.form('-1/r^2'), sample.metric.at(at)));
  }
});

describe('the Kerr metric, rotating about an axis with u = cos theta', () => {
  // [Kerr 1963] in the coordinates of Boyer and Lindquist; a vacuum.
  const sigma = '(r^2 + a^2*u^2)';
  const mixed = `-2*M*a*r*(1 - u^2)/${sigma}`;
  const kerr = manifold(
    ['t', 'r', 'u', 'phi'],
    [
      [`2*M*r/${sigma} - 1`, '0', '0', mixed],
      ['0', `${sigma}/(r^2 - 2*M*r + a^2)`, '0', '0'],
      ['0', '0', `${sigma}/(1 - u^2)`, '0'],
      [mixed, '0', '0', `(1 - u^2)*(r^2 + a^2 + 2*M*a^2*r*(1 - u^2)/${sigma})`],
    ],
    ['M', 'a'],
  );

  it('is Ricci flat, so without Einstein tensor, and not flat', () => {
    expect(tuples(4, 2).every((at) => kerr.field.isZero(kerr.ricci.at(at)))).toBe(true);
    expect(tuples(4, 2).every((at) => kerr.field.isZero(einsteinOf(kerr).at(at)))).toBe(true);
    expect(kerr.field.isZero(kerr.riemann.at([0, 1, 0, 1]))).toBe(false);
  });
});
