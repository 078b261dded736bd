import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { mnistExperiment } from '../../src/methods/index.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const small = ['--images', '60', '--epochs', '1', '--curvature-images', '5', '--draws', '3', '--points', '1'];
const run = (name: string, ...words: string[]) =>
  runCaptured(['report', '--out', join(folder, name), ...small, ...words]);

it('writes page, data and plot; the same seed gives the same numbers', async () => {
  const first = await run('one', '--seed', '5', '--format', 'json');
  expect(first.stderr.match(/: done in/g)).toHaveLength(6);
  expect(first.code).toBe(0);
  const told = JSON.parse(first.stdout);
  const written = JSON.parse(readFileSync(join(folder, 'one', 'report.json'), 'utf8'));
  expect({ ...written, timings: 0 }).toEqual({ ...told, timings: 0 });
  expect(told.timings.stages.map((stage: { name: string }) => stage.name)).toContain('training');
  expect(told.network.history.at(-1).accuracy).toBeGreaterThan(told.network.history[0].accuracy);
  expect(told.environment.command).toContain('--seed 5 --points 1 --images 60 --epochs 1');

  const again = await run('two', '--seed', '5');
  expect(again.stdout).toContain('784-32-10');
  expect(again.stdout).toContain(join(folder, 'two', 'report.html'));
  const numbersOf = (name: string) => {
    const {
      timings: _,
      environment: __,
      ...numbers
    } = JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8'));
    return numbers;
  };
  expect(numbersOf('two')).toEqual(numbersOf('one'));
  for (const name of ['report.html', 'training.svg']) expect(existsSync(join(folder, 'two', name))).toBe(true);
});

it('refuses a folder that cannot be made, before any work', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { code, stderr } = await run('file/below');
  expect(code).toBe(2);
  expect(stderr).toMatch(/--out: expected a folder that can be written/);
  expect(stderr).not.toContain('families');
});

it('tells the defaults of the experiment that it runs', async () => {
  const { settings, training } = mnistExperiment();
  const help = (await runCaptured(['report', '--help'])).stdout.replace(/\s+/g, ' ');
  const { images, draws, damping } = settings.curvature;
  for (const told of [
    `training images (default: ${training.count})`,
    `passes over the training images (default: ${settings.epochs})`,
    `curvature is measured (default: ${images})`,
    `at least 3 (default: ${draws})`,
    `damping of the Fisher metric (default: ${damping})`,
  ])
    expect(help).toContain(told);
});
