import { expect, it } from 'vitest';
import type { EngineCandidate } from '../../src/cli/engine-candidates.ts';
import { probeEngine } from '../../src/cli/engine-probe.ts';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { wrongIn } from '../conformance/wrong-engine.ts';

const candidate = (open: () => Promise<Engine>): EngineCandidate => ({ name: 'some', summary: 'an engine', open });

it('an engine that works is reported with its formats, self-test and speed', async () => {
  const report = await probeEngine(candidate(async () => referenceEngine));
  expect(report).toMatchObject({ name: 'some', summary: 'an engine', problem: null });
  expect(report.dtypes).toEqual([
    { dtype: 'float64', selfTest: expect.objectContaining({ worst: 0, failed: [] }), product: expect.anything() },
  ]);
});

it('one that gives wrong values has that as its problem, and its speed is not measured', async () => {
  const report = await probeEngine(candidate(async () => wrongIn('log')));
  expect(report.problem).toMatch(/^wrong values in float64 of log, off by up to .* epsilon; do not use it$/);
  expect(report.dtypes[0]!.product).toBeNull();
});

it.each([
  [new UnsupportedError('no adapter'), 'no adapter'],
  [new TypeError('x is undefined'), 'a bug: x is undefined'],
  ['a word', 'a bug: a word'],
])('what cannot be opened has its reason as problem: %s', async (thrown, problem) => {
  const report = await probeEngine(candidate(() => Promise.reject(thrown)));
  expect(report).toEqual({ name: 'some', summary: 'an engine', dtypes: [], problem });
});

it('what opens but does not compile has its reason as problem too', async () => {
  const engine: Engine = {
    ...referenceEngine,
    compile: () => Promise.reject(new UnsupportedError('the device does not start')),
  };
  expect((await probeEngine(candidate(async () => engine))).problem).toBe('the device does not start');
});
