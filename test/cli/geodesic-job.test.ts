import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { geodesicReport } from '../../src/cli/geodesic-job.ts';
import type { GeodesicRequest } from '../../src/cli/geodesic-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'geodesic-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(goal: GeodesicRequest['goal'], rest: Partial<GeodesicRequest> = {}) {
  const from = { mu: '0', sigma: '1' };
  return geodesicReport({ family: 'normal', parameters: {}, from, goal, points: 3, ...rest });
}

describe('a report has', () => {
  it('points at equal lengths between the ends, by name', () => {
    const { length, points, velocity, to } = report({ kind: 'to', to: { sigma: '1', mu: '2' } });
    expect(to).toEqual({ mu: 2, sigma: 1 });
    expect(points.map((point) => point.length)).toEqual([0, length / 2, length]);
    expect(points[1].point).toEqual({ mu: expect.closeTo(1, 12), sigma: expect.closeTo(Math.sqrt(1.5), 12) });
    // By shooting in an independent program: (1.520692, 0.760346).
    expect(velocity).toEqual({ mu: expect.closeTo(1.520692, 6), sigma: expect.closeTo(0.760346, 6) });
  });

  it('the velocity of the whole way, whatever length was asked for', () => {
    const { length, velocity } = report({ kind: 'direction', direction: { sigma: '1' }, length: '2' });
    expect(length).toBe(2);
    expect(velocity).toEqual({ mu: 0, sigma: expect.closeTo(Math.SQRT2, 12) }); // |d_sigma| = sqrt(2)
  });

  it('the end, where the geodesic leaves the domain', () => {
    const half = { family: 'bernoulli', from: { theta: '1/2' } };
    const { points, end } = report({ kind: 'direction', direction: { theta: '1' }, length: '3' }, half);
    expect(points.map(({ length }) => length)).toEqual([0, 1.5]);
    expect(end?.length).toBeCloseTo(Math.PI / 2, 6);
  });

  it('the file of a metric in its heading', () => {
    const file = join(folder, 'plane.json');
    writeFileSync(file, JSON.stringify({ coordinates: ['x', 'y'], metric: [['1', '0'], ['0', '1']] })); // biome-ignore format: a matrix
    const { heading, length } = geodesicReport({
      metricFile: file,
      parameters: {},
      from: { x: '0', y: '0' },
      goal: { kind: 'to', to: { x: '3', y: '4' } },
      points: 2,
    });
    expect(heading).toEqual({ file, coordinates: ['x', 'y'] });
    expect(length).toBe(5);
  });
});

describe('what is wrong is said with the option where it stands:', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an end outside',
      () => report({ kind: 'to', to: { mu: '0', sigma: '0' } }),
      '--to: sigma must be positive, got 0',
    ],
    [
      'a start that lacks a value',
      () => report({ kind: 'to', to: { mu: '0', sigma: '1' } }, { from: { mu: '0' } }),
      '--from: no value for sigma',
    ],
    [
      'an unknown direction',
      () => report({ kind: 'direction', direction: { tau: '1' } }),
      '--direction: unknown tau: the coordinates are mu, sigma',
    ],
    [
      'a length that is none',
      () => report({ kind: 'direction', direction: { mu: '1' }, length: '-1' }),
      '--length: expected a number greater than 0',
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
