import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flatSpace } from '../../src/geodesic/flat-space.ts';
import { arcLine, evenLine, lineSpace } from '../../src/geodesic/line.ts';
import { productSpace } from '../../src/geodesic/model-space.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

const flat = flatSpace([
  [1, 0],
  [0, 1],
]);
const product = productSpace([
  { places: [2, 0], space: flat },
  { places: [1], space: lineSpace(arcLine(1)) },
]);

modelSpaceLaws('a product with its coordinates interleaved', {
  space: product,
  metric: ([, p]) => [
    [1, 0, 0],
    [0, 1 / (p * (1 - p)), 0],
    [0, 0, 1],
  ],
  points: fc.tuple(within(-1, 1), within(0.1, 0.9), within(-1, 1)).map((point) => [...point]),
});

it('squared distances add up', () => {
  expect(product.distance([0, 0.5, 0], [3, 0.5, 4])).toBeCloseTo(5, 14);
  expect(product.distance([0, 0.5, 0], [3, 0.9, 4])).toBeGreaterThan(5);
});

it('a geodesic leaves the product where it leaves a factor', () => {
  expect(product.along([0, 0.5, 0], [1, 1, 0], 0.5)).not.toBeNull();
  expect(product.along([0, 0.5, 0], [1, 1, 0], 5)).toBeNull();
});

it('is described by its factors, like ones together', () => {
  const line = lineSpace(evenLine(1));
  const both = productSpace([
    { places: [0], space: line },
    { places: [1], space: line },
  ]);
  expect(both.description).toBe('product of 2 times: one parameter, constant metric');
  expect(productSpace([{ places: [0], space: line }]).description).toBe(line.description);
});
