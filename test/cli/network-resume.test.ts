import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { denseNetwork, parameterCount } from '../../src/network/index.ts';
import { sampleInputs, sampleParameters } from '../network/sample-networks.ts';
import { runCaptured, startSource } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'resume-'));
afterAll(() => rmSync(folder, { recursive: true }));

const network = denseNetwork([4, 9, 3]);
const size = parameterCount(network);
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => [...sampleInputs(count, 4).slice(4 * n, 4 * n + 4)]);
const data = (count: number) => file(`D${count}.json`, { inputs: rows(count) });
const labelled = file('labelled.json', { inputs: rows(6), targets: [0, 1, 2, 0, 1, 1] });
const subject = (count: number) => ['--widths', '4,9,3', '--seed', '4', '--data', data(count), '--threads', '1'];
const direction = file('V.json', [...sampleParameters(network).map((entry) => 0.3 * entry)]);

/** What a command says in JSON, without the time that it took. */
async function answer(...words: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runCaptured(['network', ...words, '--format', 'json']);
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  const { seconds: _, ...report } = JSON.parse(stdout);
  return report;
}

// Each with an option that its numbers depend on.
const commands: Readonly<Record<string, readonly [words: readonly string[], other: readonly string[]]>> = {
  'curvature by the estimate': [
    ['curvature', ...subject(6), '--damping', '0.5', '--method', 'estimate', '--pairs', '20'],
    ['--seed', '5'],
  ],
  'curvature by the Gauss equation': [
    ['curvature', ...subject(6), '--damping', '0.5', '--method', 'gauss'],
    ['--damping', '0.25'],
  ],
  spectrum: [
    ['spectrum', '--widths', '4,190,3', '--data', data(510), '--threads', '1', '--vectors', '2', '--steps', '4'],
    ['--steps', '5'],
  ],
  ntk: [
    ['ntk', ...subject(6)],
    ['--activation', 'sin'],
  ],
  'fisher, by drawn targets': [
    ['fisher', ...subject(6), '--kind', 'monte-carlo', '--draws', '3', '--form', 'diagonal'],
    ['--seed', '5'],
  ],
  geodesic: [
    ['geodesic', ...subject(6), '--damping', '0.5', '--direction', direction, '--tolerance', '1e-3'],
    ['--time', '0.5'],
  ],
  'natural-gradient': [
    ['natural-gradient', '--widths', '4,9,3', '--data', labelled, '--threads', '1', '--damping', '0.01'],
    ['--kind', 'empirical'],
  ],
};

describe.each(Object.entries(commands))('network %s', (name, [words, other]) => {
  it('gives the same numbers for the same seed with one thread, and from its checkpoint, which is that of no other request', async () => {
    const checkpoint = ['--checkpoint', join(folder, `${name}.json`)];
    const first = await answer(...words, ...checkpoint);
    expect(await answer(...words)).toEqual(first);
    expect(await answer(...words, ...checkpoint)).toEqual(first);
    const refused = await runCaptured(['network', ...words, ...other, ...checkpoint]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/is the checkpoint of another request, which differs in /);
  });
});

it('another seed gives another estimate', async () => {
  const [words] = commands['curvature by the estimate']!;
  const weights = file('W.json', {
    layers: [
      { weight: Array.from({ length: 9 }, (_, i) => [0.1 * i, 0.2, -0.1, 0.3]), bias: new Array(9).fill(0.1) },
      { weight: Array.from({ length: 3 }, (_, i) => new Array(9).fill(0.2 - 0.1 * i)), bias: [0, 0.1, 0.2] },
    ],
  });
  const seeds = await Promise.all(['4', '5'].map((seed) => answer(...words, '--weights', weights, '--seed', seed)));
  expect(size).toBe(75);
  expect(seeds[0]).not.toEqual(seeds[1]);
});

it('an interrupted run says where its state is, and goes on from there to the same last digit', async () => {
  const words = ['network', 'curvature', '--widths', '4,20,3', '--data', data(20), '--threads', '1'];
  const more = ['--damping', '0.5', '--method', 'gauss', '--format', 'json'];
  const path = join(folder, 'interrupted.json');
  const child = startSource([...words, ...more, '--checkpoint', path]);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').once('data', () => setTimeout(() => child.kill('SIGINT'), 100));
  const [code] = await once(child, 'close');
  expect([code, JSON.parse(stdout)]).toEqual([
    130,
    {
      error: { kind: 'interrupted', message: expect.stringContaining(`the state is in ${path}, and the same command`) },
    },
  ]);
  const whole = await answer(...words.slice(1), ...more.slice(0, -2));
  expect(await answer(...words.slice(1), ...more.slice(0, -2), '--checkpoint', path)).toEqual(whole);
});
