import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { InputError } from '../../src/errors.ts';
import type { SamplingState } from '../../src/methods/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vector = Float64Array.of(1 / 3, -0, 5e-324, Number.MAX_VALUE);
const state: SamplingState = {
  forms: [{ vector: Float32Array.of(0.1, 2), right: vector, solution: vector, residual: new Float64Array(0) }],
  traces: [new Float64Array(0)],
  mixed: [Float64Array.of(7)],
  ricci: [1.5],
  truncation: 1e-9,
  solver: { solves: 3, solverSteps: 40, worstResidual: 1e-5, outcome: 'converged' },
};

describe('a checkpoint', () => {
  const path = join(folder, 'run.json');

  it('gives back to the same job what was saved, bit by bit, and leaves no other file', () => {
    const job = ['settings', Float64Array.of(1, 2)];
    expect(openCheckpoint(path, job).state).toBeUndefined();
    openCheckpoint(path, job).save(state, true);
    const back = openCheckpoint(path, ['settings', Float64Array.of(1, 2)]).state!;
    expect(back).toEqual(state);
    expect(Object.is(back.forms[0]!.solution[1], -0)).toBe(true);
    expect(readdirSync(folder)).toEqual(['run.json']);
  });

  it('is written at most every few seconds unless it must be', () => {
    const other = join(folder, 'seldom.json');
    const checkpoint = openCheckpoint(other, []);
    checkpoint.save(state);
    expect(openCheckpoint(other, []).state).toBeUndefined();
    checkpoint.save(state, true);
    expect(openCheckpoint(other, []).state).toBeDefined();
  });

  it('of another job, or no checkpoint at all, is refused', () => {
    const other = join(folder, 'other.json');
    openCheckpoint(other, [Float64Array.of(1)]).save(state, true);
    expect(() => openCheckpoint(other, [Float64Array.of(1.0000000000000002)])).toThrow(/another job/);
    writeFileSync(other, '{"a": 1}');
    expect(() => openCheckpoint(other, [])).toThrow(/is no checkpoint/);
    writeFileSync(other, '{');
    expect(() => openCheckpoint(other, [])).toThrow(InputError);
  });
});
