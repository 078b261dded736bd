import fc from 'fast-check';
import {
  catalogueFamilies,
  lawProperty,
  manifoldsAtPoint,
  measuredAtPoint,
  measuredExactly,
  metricLaws,
  type PointManifold,
  positiveDefinite,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import type { Jet } from '../../src/calculus/index.ts';
import { gamma, normal } from '../../src/families/index.ts';
import { type Components, exactManifold, exactModel, familyManifoldAt, kept } from '../../src/interpret/index.ts';

const [sample] = fc.sample(manifoldsAtPoint(2), { numRuns: 1, seed: 5 });
const { field, geometry } = sample!;

function broken(change: Partial<PointManifold['geometry']>): PointManifold {
  return { ...sample!, geometry: { ...geometry, ...change } };
}

const tilted = (tensor: Components<Jet>): Components<Jet> =>
  kept(field, tensor.rank, [], (at) =>
    at.at(-1) === 1 && at.at(-2) === 0 ? field.add(tensor.at(at), field.one) : tensor.at(at),
  );
const half = kept(field, 3, [], (at) => field.divide(geometry.christoffel.at(at), field.fromInteger(2)));

describe.each([
  ['the metric is symmetric', broken({ metric: tilted(geometry.metric) })],
  ['the inverse metric', broken({ inverseMetric: geometry.metric })],
  ['the connection has no torsion', broken({ christoffel: tilted(geometry.christoffel) })],
  ['the metric is covariantly constant', broken({ christoffel: half })],
])('%s', (start, wrong) => {
  const law = metricLaws.find(({ name }) => name.startsWith(start))!;

  it('holds of a geometry from jets, and exactly of families in closed form', () => {
    expect(law.violation(measuredAtPoint(sample!))).toBeNull();
    for (const family of [normal(), gamma()])
      expect(law.violation(measuredExactly(exactManifold(exactModel(family))))).toBeNull();
  });

  it('fails where it is broken', () => {
    expect(law.violation(measuredAtPoint(wrong))).not.toBeNull();
  });
});

describe('positive definiteness', () => {
  it('holds of the Fisher metric of families at any point', async () => {
    const manifolds = catalogueFamilies(['normal', 'beta', 'categorical', 'weibull', 'ising-chain']).map(
      ({ family, point }) => familyManifoldAt(family, point),
    );
    await fc.assert(lawProperty(positiveDefinite, manifolds), { numRuns: 20 });
  });

  it.each([
    ['an indefinite metric', [1, 2, 2, 1]],
    ['a singular one', [1, 1, 1, 1]],
    ['one that is no number', [1, Number.NaN, Number.NaN, 1]],
  ])('fails of %s', (_, entries) => {
    const metric = kept(field, 2, [], ([i, j]) => field.constant(entries[2 * i + j]!));
    expect(positiveDefinite.violation(broken({ metric }))).toMatch(/its (eigenvalues|entries) are/);
  });
});
