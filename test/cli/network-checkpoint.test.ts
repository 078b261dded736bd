import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { interrupted } from '../../src/cli/interruption.ts';
import { openCheckpoint } from '../../src/cli/network-checkpoint.ts';
import { InputError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));

const state = {
  vectors: [Float64Array.of(1 / 3, -0, 5e-324, Number.NaN), Float32Array.of(0.1, 2), new Float64Array(0)],
  logDet: Number.NEGATIVE_INFINITY,
  outcome: 'converged',
  missing: null,
};

function saved(name: string, request: Readonly<Record<string, unknown>>): string {
  const path = join(folder, name);
  const file = openCheckpoint(path, request);
  file.part('draws').checkpoint!(state);
  file.close();
  return path;
}

describe('a checkpoint', () => {
  it('gives back to the same request what was saved, bit by bit, and leaves no other file', () => {
    const path = saved('run.json', { seed: 1, weights: Float64Array.of(1, 2) });
    const back = openCheckpoint(path, { seed: 1, weights: Float64Array.of(1, 2) });
    const { resume } = back.part<typeof state>('draws');
    expect(resume).toEqual(state);
    expect(Object.is(resume!.vectors[0]![1], -0)).toBe(true);
    expect(back.part('others').resume).toBeUndefined();
    back.close();
    expect(readdirSync(folder)).toEqual(['run.json']);
  });

  it('computes once what it keeps whole', async () => {
    const path = join(folder, 'once.json');
    let runs = 0;
    const compute = async () => {
      runs += 1;
      return { value: 7 };
    };
    for (let i = 0; i < 2; i += 1) {
      const file = openCheckpoint(path, {});
      expect(await file.once('summary', compute)).toEqual({ value: 7 });
      file.close();
    }
    expect(runs).toBe(1);
    // Without a file nothing is kept.
    await openCheckpoint(undefined, {}).once('summary', compute);
    expect(runs).toBe(2);
    expect(openCheckpoint(undefined, {}).part('summary')).toEqual({});
  });

  it('of another request is refused with what differs, values where they are short', () => {
    const request = { damping: 0.1, weights: new Float64Array(40), network: { widths: [2, 3, 1] } };
    const path = saved('other.json', request);
    expect(() => openCheckpoint(path, { ...request, damping: 0.2 })).toThrow(
      /another request, which differs in damping \(0\.1 there, 0\.2 here\); give/,
    );
    expect(() => openCheckpoint(path, { ...request, weights: new Float64Array(40).fill(1e-300) })).toThrow(
      /differs in weights;/,
    );
    expect(() => openCheckpoint(path, { damping: 0.1, weights: new Float64Array(40), seed: 3 })).toThrow(
      /seed \(none there, 3 here\), network \(.*there, none here\)/,
    );
  });

  it('that is damaged, or no checkpoint at all, is refused', () => {
    const path = saved('damaged.json', {});
    const text = readFileSync(path, 'utf8');
    const refused = (content: string, reason: RegExp): void => {
      writeFileSync(path, content);
      expect(() => openCheckpoint(path, {})).toThrow(InputError);
      expect(() => openCheckpoint(path, {})).toThrow(reason);
    };
    refused(text.slice(0, -20), /is damaged/);
    // A single digit of the state.
    const digit = text.lastIndexOf('converged');
    refused(`${text.slice(0, digit)}C${text.slice(digit + 1)}`, /is damaged/);
    refused('{"a": 1}', /is no checkpoint/);
    refused('null', /is no checkpoint/);
    writeFileSync(path, text);
    expect(openCheckpoint(path, {}).part('draws').resume).toEqual(state);
  });

  it('that could not be written is refused before anything runs', () => {
    expect(() => openCheckpoint(join(folder, 'no-such-folder', 'run.json'), {})).toThrow(/must exist/);
    const path = join(folder, 'a-folder');
    mkdirSync(path);
    expect(() => openCheckpoint(path, {})).toThrow(/it is a folder/);
  });

  it('is written seldom while it is open, and at an interruption', () => {
    const path = join(folder, 'seldom.json');
    const file = openCheckpoint(path, {});
    file.part('draws').checkpoint!(state);
    expect(readdirSync(folder)).not.toContain('seldom.json');
    expect(interrupted()).toContain(`the state is in ${path}, and the same command goes on from it`);
    expect(openCheckpoint(path, {}).part('draws').resume).toEqual(state);
    file.close();
  });
});
