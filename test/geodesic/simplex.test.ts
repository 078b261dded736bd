import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simplexSpace } from '../../src/geodesic/simplex.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

const space = simplexSpace(Math.sqrt(5));

modelSpaceLaws('five draws from three outcomes', {
  space,
  metric: (p) => {
    const rest = 1 - p[0] - p[1];
    return p.map((value, i) => p.map((_, j) => 5 * ((i === j ? 1 / value : 0) + 1 / rest)));
  },
  points: fc
    .tuple(within(0.05, 1), within(0.05, 1), within(0.05, 1))
    .map(([a, b, c]) => [a / (a + b + c), b / (a + b + c)]),
});

it('the distance is that of Bhattacharyya: 2 arccos(sum sqrt(p q)) for one draw', () => {
  const sum = Math.sqrt(0.2 * 0.5) + Math.sqrt(0.3 * 0.4) + Math.sqrt(0.5 * 0.1);
  expect(simplexSpace(1).distance([0.2, 0.3], [0.5, 0.4])).toBeCloseTo(2 * Math.acos(sum), 14);
});

it('a geodesic leaves where the first probability vanishes', () => {
  // From the middle of an edge of two outcomes: p = sin^2, at unit speed pi/2 to the end.
  const [one, rate] = [simplexSpace(1), 1 / Math.sqrt(2)];
  const end = Math.PI / 2;
  expect(one.along([1 / 2, 1 / 4], [0, rate / 2], end / 2)).not.toBeNull();
  expect(space.along([1 / 3, 1 / 3], [1, 0], 100)).toBeNull();
});
