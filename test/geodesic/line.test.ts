import { describe, expect, it } from 'vitest';
import {
  arcLine,
  evenLine,
  exponentialLine,
  geometricLine,
  type Line,
  lineSpace,
  powerLine,
} from '../../src/geodesic/line.ts';
import { modelSpaceLaws, within } from './model-space-laws.ts';

describe.each<[string, Line, number, number]>([
  ['constant', evenLine(3), -4, 4],
  ['x^-2', powerLine(2, -1), 0.1, 5],
  ['1/x', powerLine(2, -1 / 2), 0.1, 5],
  ['x^-3', powerLine(1.5, -3 / 2), 0.1, 5],
  ['x^2', powerLine(1, 1), 0.1, 5],
  ['exp(-3x)', exponentialLine(2, -3 / 2), -1, 1],
  ['1/(x(1 - x))', arcLine(2), 0.01, 0.99],
  ['1/(x^2(1 - x))', geometricLine(2), 0.01, 0.99],
])('the line with metric %s times a constant', (name, line, low, high) => {
  it('has a density that is the derivative of its arc length, and coordinates that undo it', () => {
    for (const part of [0.1, 0.5, 0.9]) {
      const x = low + part * (high - low);
      const h = 1e-5 * (high - low);
      const slope = (line.arcLength(x + h) - line.arcLength(x - h)) / (2 * h);
      expect(slope / line.density(x)).toBeCloseTo(1, 7);
      expect(line.coordinate(line.arcLength(x))).toBeCloseTo(x, 12);
    }
  });

  modelSpaceLaws(name, {
    space: lineSpace(line),
    metric: ([x]) => [[line.density(x) ** 2]],
    points: within(low, high).map((x) => [x]),
  });
});

it('lines end where their metric does: beyond, there is no coordinate', () => {
  expect(arcLine(1).coordinate(3.2)).toBeNull();
  expect(arcLine(1).coordinate(-0.1)).toBeNull();
  expect(geometricLine(1).coordinate(0.1)).toBeNull();
  expect(powerLine(1, -1 / 2).coordinate(-0.1)).toBeNull();
  expect(exponentialLine(1, 1).coordinate(-0.1)).toBeNull();
  expect(lineSpace(arcLine(1)).along([0.5], [1], 10)).toBeNull();
});
