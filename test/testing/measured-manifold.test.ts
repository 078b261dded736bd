import fc from 'fast-check';
import {
  indexTuples,
  largestComponent,
  manifoldsAtPoint,
  measuredAtPoint,
  measuredExactly,
  recomputed,
  residualViolation,
  withoutSymmetries,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { normal } from '../../src/families/index.ts';
import { christoffel } from '../../src/geometry/index.ts';
import { exactManifold, exactModel } from '../../src/interpret/index.ts';
import { define, minus, sum, tensor } from '../../src/notation/index.ts';

const double = define({
  name: 'double',
  symbol: 'L',
  places: '_ij',
  formula: sum(tensor('metric', '_ij'), tensor('metric', '_ij')),
});
const zero = define({
  name: 'zero',
  symbol: 'L',
  places: '_ij',
  formula: sum(tensor('metric', '_ij'), minus(tensor('metric', '_ij'))),
});

it('index tuples run through all components, the last index fastest', () => {
  expect(indexTuples(2, 0)).toEqual([[]]);
  expect(indexTuples(2, 2)).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(indexTuples(3, 4)).toHaveLength(81);
});

describe('a residual', () => {
  const exact = measuredExactly(exactManifold(exactModel(normal())));
  const [sample] = fc.sample(manifoldsAtPoint(2), { numRuns: 1, seed: 3 });
  const numeric = measuredAtPoint(sample!);

  it('that is zero is no violation, exactly and at a point', () => {
    expect(residualViolation(exact, zero, [])).toBeNull();
    expect(residualViolation(numeric, zero, [])).toBeNull();
  });

  it('that is not zero is told with its place', () => {
    expect(residualViolation(exact, double, [])).toMatch(/^the residual at \[0, 0\] is not zero$/);
    expect(residualViolation(numeric, double, [])).toMatch(
      /^the residual at \[\d, \d\] is [12]\.\d+; rounding explains 1e-10$/,
    );
  });

  it('is measured against the scale: what is small against it passes', () => {
    expect(residualViolation({ ...numeric, tolerance: 10 }, double, [numeric.geometry.metric])).toBeNull();
  });

  it('that is not a number is no small one', () => {
    const broken = { rank: 2, at: () => sample!.field.constant(Number.NaN) };
    expect(largestComponent(numeric, broken).size).toBeNaN();
    expect(residualViolation(numeric, tensorNamed('broken'), [], { broken })).toMatch(/NaN/);
  });
});

it('recomputed tensors come from the formula, not from declared symmetries', () => {
  const [sample] = fc.sample(manifoldsAtPoint(2), { numRuns: 1, seed: 3 });
  const manifold = measuredAtPoint(sample!);
  const wrong = { ...manifold, geometry: { ...manifold.geometry, christoffel: manifold.geometry.metric } };
  const right = recomputed(wrong, [christoffel]).geometry.christoffel;
  const { value } = sample!.field;
  for (const at of indexTuples(2, 3))
    expect(value(right.at(at))).toBeCloseTo(value(manifold.geometry.christoffel.at(at)), 12);
  expect(withoutSymmetries(christoffel).symmetries).toEqual([]);
});

function tensorNamed(name: string) {
  return define({ name: `${name}Residual`, symbol: 'L', places: '_ij', formula: tensor(name, '_ij') });
}
