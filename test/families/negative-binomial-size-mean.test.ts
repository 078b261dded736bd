import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { printClosedForm } from '../../src/calculus/index.ts';
import { negativeBinomialSizeMean } from '../../src/families/index.ts';
import { exactGeometry, exactModel, familyManifoldAt } from '../../src/interpret/index.ts';
import { countSum, expectMoments, shape } from './density-checks.ts';

it('has mass one, the mean that it says, and variance mean + mean^2/r', () => {
  expectMoments(
    fc.record({ r: shape, mean: shape }),
    (f) => countSum(f),
    negativeBinomialSizeMean(),
    ({ r, mean }) => [
      [(x) => x, mean],
      [(x) => (x - mean) ** 2, mean + mean ** 2 / r],
    ],
  );
});

it('has size and mean orthogonal, one expectation without closed form, and R = -0.747378394439 at (1, 1)', () => {
  const model = exactModel(negativeBinomialSizeMean());
  const { metric } = exactGeometry(model);
  expect([metric.at([0, 1]), metric.at([1, 1])].map((g) => printClosedForm(model.field, g))).toEqual([
    '0',
    'r / (mean * (r + mean))',
  ]);
  metric.at([0, 0]);
  expect(model.kernels?.map(({ text }) => text)).toEqual(['E[polygamma(1, r + x)]']);
  const { field, geometry, coarser } = familyManifoldAt(negativeBinomialSizeMean(), {
    r: rational(1),
    mean: rational(1),
  });
  // Computed independently to 12 digits by summation of the definition.
  expect(Math.abs(field.value(geometry.scalar.at([])) + 0.747378394439)).toBeLessThan(1e-11);
  expect(coarser).toBeDefined();
});
