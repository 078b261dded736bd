import { expect, it } from 'vitest';
import type { GeodesicReport } from '../../src/cli/geodesic-job.ts';
import { pointsText, pointText, tellingText } from '../../src/cli/geodesic-text.ts';

const report: GeodesicReport = {
  heading: {},
  title: 't\n',
  from: { x: 0 },
  length: 1,
  told: { method: 'closed form', space: 'flat space', error: 2e-16, minimality: 'unique' },
  velocity: { x: 1 },
  points: [
    { length: 0, point: { x: 0, y: 1 / 3 } },
    { length: 1, point: { x: 1, y: 12 } },
  ],
};

it('points are a table with aligned columns', () => {
  expect(pointsText(report)).toBe('    length  x  y\n    0       0  0.333333333333\n    1       1  12\n');
  expect(pointText({ x: 0.1 + 0.2, y: 1 })).toBe('x = 0.3, y = 1');
});

it('it is told how a length was found and how certain it is', () => {
  expect(tellingText(report)).toBe(
    '    in closed form: flat space\n    error about 2e-16\n    the only geodesic between the points, hence the shortest path\n',
  );
  const solved = { method: 'geodesic equation', error: 1e-12 } as const;
  expect(tellingText({ ...report, told: { ...solved, minimality: 'conjugate' } })).toMatch(
    /collocation[\s\S]*NOT the shortest/,
  );
  expect(tellingText({ ...report, told: solved })).toMatch(/^ {4}by integration of the geodesic equation\n/);
});
