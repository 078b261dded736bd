import fc from 'fast-check';
import {
  type ChangedCoordinates,
  changedFamilies,
  changedMetrics,
  invarianceLaws,
  lawProperty,
} from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { beta, categorical, multivariateNormal, normal, studentT } from '../../src/families/index.ts';
import { kept, riemannianGeometry } from '../../src/interpret/index.ts';

describe.each(invarianceLaws)('$name', (law) => {
  it.each([1, 2, 3])('of metrics in %i dimensions', async (dimension) => {
    await fc.assert(lawProperty(law, changedMetrics(dimension)), { numRuns: 10 });
  });

  it.each([normal(), beta(), categorical(3), studentT(rational(5)), multivariateNormal(2)])(
    'of the $name family in other coordinates',
    async (family) => {
      await fc.assert(lawProperty(law, changedFamilies(family)), { numRuns: 3 });
    },
  );

  it('fails where the metric changes and the coordinates do not', () => {
    const stretched = changedMetrics(2)
      .filter(({ before: { field, geometry } }) => Math.abs(field.value(geometry.scalar.at([]))) > 0.1)
      .map(({ before, jacobian }): ChangedCoordinates => {
        const { field, geometry } = before;
        const metric = kept(field, 2, [], (at) => field.multiply(field.fromInteger(2), geometry.metric.at(at)));
        const identity = jacobian.map((row, a) => row.map((_, i) => Number(a === i)));
        return { before, after: { ...before, geometry: riemannianGeometry(field, metric) }, jacobian: identity };
      });
    for (const one of fc.sample(stretched, { numRuns: 3, seed: 1 }))
      expect(law.violation(one)).toMatch(/against|before/);
  });
});

it('the changes mix coordinates', () => {
  const drawn = fc.sample(changedMetrics(3), { numRuns: 20, seed: 1 });
  expect(drawn.some(({ jacobian }) => jacobian[2]![0] !== 0 || jacobian[2]![1] !== 0)).toBe(true);
});
