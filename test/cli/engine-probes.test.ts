import { expect, it, vi } from 'vitest';
import { engineCandidates } from '../../src/cli/engine-candidates.ts';
import type { EngineReport } from '../../src/cli/engine-probe.ts';
import { probeAll, type StartProbe } from '../../src/cli/engine-probes.ts';

const candidates = ['a', 'b', 'c', 'd'].map((name) => ({
  name,
  summary: `engine ${name}`,
  open: () => Promise.reject(),
}));

function sound(name: string): EngineReport {
  return { name, summary: `engine ${name}`, dtypes: [], problem: null };
}

it('where an engine ends the process, it is reported with the reason, and the others are tried in another process', async () => {
  const start = vi.fn<StartProbe>(async (rest, onReport) => {
    for (const { name } of rest) {
      if (name === 'b' || name === 'c') return `ended at ${name}`;
      onReport(sound(name));
    }
    return null;
  });
  const order: string[] = [];
  const reports = await probeAll(candidates, (done, { name }) => order.push(`${done}${name}`), start);
  expect(reports.map(({ problem }) => problem)).toEqual([null, 'ended at b', 'ended at c', null]);
  expect(order).toEqual(['1a', '2b', '3c', '4d']);
  expect(start.mock.calls.map(([rest]) => rest.map(({ name }) => name).join(''))).toEqual(['abcd', 'cd', 'd']);
});

it('a process that ends in silence is a reason, and no endless loop', async () => {
  const reports = await probeAll(candidates.slice(0, 2), undefined, async () => null);
  expect(reports.map(({ problem }) => problem)).toEqual(Array(2).fill('its process ended without a word'));
});

it('a real process reports its candidates, and one that dies leaves its last word', async () => {
  const [reference] = engineCandidates;
  const [report, failure] = await probeAll([reference!, candidates[0]!]);
  expect(report).toMatchObject({ name: 'reference', problem: null });
  // The process knows no candidate of that name, and ends on a TypeError.
  expect(failure!.problem).toMatch(/^its library ended the process \(exit code 1\): .+/);
});
