import { expect, test } from 'vitest';
import { quantities, sensitivity } from '../../../src/interpret/index.ts';
import { entriesOf, worstDifference } from '../../../src/interpret/numeric/conditioning.ts';

const zeros = (n: number) =>
  Array.from({ length: n }, () => [
    [0, 0],
    [0, 0],
  ]);

/** The normal family at sigma = s: g = diag(1, 2)/s^2, coordinates mu, sigma. */
function normalAt(s: number) {
  const first = [
    zeros(1)[0]!,
    [
      [-2 / s ** 3, 0],
      [0, -4 / s ** 3],
    ],
  ];
  const second = [
    zeros(2),
    [
      zeros(1)[0]!,
      [
        [6 / s ** 4, 0],
        [0, 12 / s ** 4],
      ],
    ],
  ];
  return {
    metric: [
      [1 / s ** 2, 0],
      [0, 2 / s ** 2],
    ],
    first,
    second,
  };
}

test('the condition of an invariant does not depend on the scale of the coordinates', () => {
  const [small, large] = [sensitivity(normalAt(0.01)), sensitivity(normalAt(100))];
  expect(small.scalar / large.scalar).toBeCloseTo(1, 4);
  expect(small.scalar).toBeGreaterThan(1);
  expect(small.scalar).toBeLessThan(1000);
});

test('a metric that is nearly singular is ill-conditioned', () => {
  const { metric, first, second } = normalAt(1);
  const mixed = 1.4; // the determinant 2 - mixed^2 is small
  const nearly = {
    metric: [
      [metric[0]![0]!, mixed],
      [mixed, metric[1]![1]!],
    ],
    first,
    second,
  };
  expect(sensitivity(nearly).scalar).toBeGreaterThan(10 * sensitivity(normalAt(1)).scalar);
});

test('entries and differences run over all components', () => {
  expect(
    entriesOf([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([1, 2, 3, 4]);
  expect(worstDifference([[1, 2]], [[1, 5]])).toBe(3);
  expect(quantities).toEqual(['metric', 'christoffel', 'riemann', 'ricci', 'scalar']);
});
