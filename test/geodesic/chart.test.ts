import { describe, expect, it } from 'vitest';
import { chartOf } from '../../src/geodesic/chart.ts';

describe.each(['real', 'positive', 'unit'] as const)('the chart of a %s coordinate', (domain) => {
  const { straighten, curve } = chartOf(domain);

  it('and its inverse undo each other', () => {
    for (const u of [-2, -0.1, 0.3, 3]) expect(straighten(curve(u)[0])).toBeCloseTo(u, 12);
  });

  it('comes with its derivatives', () => {
    const h = 1e-5;
    for (const u of [-1, 0.2, 2]) {
      for (const order of [0, 1, 2] as const) {
        const difference = (curve(u + h)[order] - curve(u - h)[order]) / (2 * h);
        expect(difference).toBeCloseTo(curve(u)[order + 1], 7);
      }
    }
  });
});

it('charts have no ends: any number is inside the domain', () => {
  expect(chartOf('positive').curve(-30)[0]).toBeGreaterThan(0);
  expect(chartOf('unit').curve(-30)[0]).toBeGreaterThan(0);
  expect(chartOf('unit').curve(30)[0]).toBeLessThan(1);
});
