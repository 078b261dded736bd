import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/families/index.ts';
import { amariChentsov, amariChentsovFromMeans, fisherMetric, metricFromMeans } from '../../src/geometry/index.ts';
import { componentsOf, exactModel, exactTensor, hasStatistics, nested } from '../../src/interpret/index.ts';

const families = catalogue
  .map((entry) => entry.build(entry.typical ?? {}))
  .filter(hasStatistics)
  // The expectation route takes seconds where roots stand beside open constants.
  .filter(({ name, coordinates }) => coordinates.length < 5 && name !== 'potts-chain');

describe('what follows from the means of sufficient statistics is the expectation of products of scores:', () => {
  it.each(families.map((family) => [family.name, family] as const))('%s', (_, family) => {
    const model = exactModel(family);
    const { field, expectation } = model;
    for (const definition of [fisherMetric, amariChentsov]) {
      const carriedOut = componentsOf({ field, tensors: {}, expectation }, definition);
      const difference = {
        rank: carriedOut.rank,
        at: (indices: readonly number[]) =>
          field.subtract(exactTensor(model, definition).at(indices), carriedOut.at(indices)),
      };
      const all = JSON.stringify(nested(field.dimension, difference, (value) => !field.isZero(value)));
      expect(all, definition.name).not.toContain('true');
    }
  });
});

it('the formulas through means are symmetric in all indices, although written unevenly', () => {
  const family = families.find(({ name }) => name === 'gamma');
  if (family === undefined) throw new Error('the catalogue has lost the gamma family');
  const { field, known } = exactModel(family);
  const third = known?.(amariChentsov);
  expect(third?.at([0, 1, 1])).toEqual(third?.at([1, 0, 1]));
  for (const definition of [metricFromMeans, amariChentsovFromMeans]) {
    expect(definition.symmetries.length).toBe(definition.indices.length - 1);
  }
  expect(field.dimension).toBe(2);
});
