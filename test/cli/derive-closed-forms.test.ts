import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveEvents } from '../../src/cli/derive-job.ts';
import type { DeriveEvent, DeriveRequest } from '../../src/cli/derive-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'derive-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The plane and the sphere in polar coordinates, which fail at the pole; their curvature is 0 and 2 elsewhere.
describe.each([
  ['r^2', 'rational'],
  ['sin(r)^2', 'known in floating point only'],
])('a metric diag(1, %s) that is singular at one point, there %s', (entry) => {
  const metricFile = join(folder, `${entry.length}.json`);
  const metric = [
    ['1', '0'],
    ['0', entry],
  ];
  writeFileSync(metricFile, JSON.stringify({ coordinates: ['r', 'phi'], metric }));
  const eventsAt = (r: string): DeriveEvent[] => {
    const request: DeriveRequest = { metricFile, parameters: {}, show: ['metric', 'scalar'], format: 'json' };
    return [...deriveEvents({ ...request, at: { r, phi: '0' } })];
  };

  it('has no curvature there, whatever the closed form would give', () => {
    const [, at, ...closed] = eventsAt('0');
    const message = expect.stringMatching(/singular at this point.*rank 1 of 2; null directions: d_phi/);
    expect(at).toMatchObject({
      values: {
        metric: [
          [1, 0],
          [0, 0],
        ],
      },
      refused: { scalar: { message, failure: 'domain' } },
    });
    expect(closed.map(({ kind }) => kind)).toEqual(['closed-form', 'closed-form']);
  });

  it('has it next to the point', () => {
    expect(eventsAt('1/8')[1]).not.toHaveProperty('refused');
  });
});

it('where closed forms cannot be compared, the Bianchi identity is undecided rather than said to hold', () => {
  const metricFile = join(folder, 'bianchi.json');
  const metric = [
    ['1', '0'],
    ['0', 'r^2'],
  ];
  writeFileSync(metricFile, JSON.stringify({ coordinates: ['r', 'phi'], metric }));
  const request: DeriveRequest = { metricFile, parameters: {}, show: ['bianchi'], format: 'json' };
  expect([...deriveEvents(request)][1]).toMatchObject({ kind: 'closed-form', text: { first: 'holds' } });
});
