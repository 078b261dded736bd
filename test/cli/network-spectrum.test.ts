import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'spectrum-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'D.json');
const inputs = Array.from({ length: 40 }, (_, n) => [Math.cos(1 + n), Math.sin(3 * n)]);
writeFileSync(data, JSON.stringify({ inputs }));

const run = (...words: string[]) =>
  runCaptured(['network', 'spectrum', '--widths', '2,3,3', '--data', data, '--threads', '1', ...words]);

describe('fisher-rao network spectrum', () => {
  it('gives all eigenvalues of a small network, and sums of them at each damping', async () => {
    const { code, stdout } = await run('--dampings', '0,0.1', '--format', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ parameters: 21, samples: 40, head: 'categorical', rank: 17 });
    expect(report.eigenvalues.length).toBe(21);
    const sum = (f: (x: number) => number) => report.eigenvalues.reduce((total: number, x: number) => total + f(x), 0);
    expect(report.traceFisher).toBeCloseTo(
      sum((x) => x),
      12,
    );
    const [none, tenth] = report.dampings;
    expect(none.effectiveDimension.value).toBe(17);
    expect(none.logDetMetric.value === null || none.logDetMetric.value < -100).toBe(true);
    expect(tenth.effectiveDimension.value).toBeCloseTo(
      sum((x) => x / (x + 0.1)),
      9,
    );
    expect(tenth.logDetMetric.value).toBeCloseTo(
      sum((x) => Math.log(x + 0.1)),
      9,
    );
  });

  it('samples a large one, with standard errors', async () => {
    const words = [
      '--widths',
      '784,4,10',
      '--data',
      'mnist:160',
      '--vectors',
      '3',
      '--steps',
      '15',
      '--format',
      'json',
    ];
    const { stdout, stderr } = await runCaptured(['network', 'spectrum', '--dtype', 'float32', ...words]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ parameters: 3190, rank: null, rankBound: 1600, eigenvalues: null });
    expect(report.largestEigenvalues[0] / report.lambdaMax).toBeCloseTo(1, 4);
    for (const { effectiveDimension } of report.dampings) expect(effectiveDimension.standardError).toBeGreaterThan(0);
    expect(report.dampings[0].effectiveDimension.value).toBeGreaterThan(report.dampings[4].effectiveDimension.value);
    expect(stderr).toMatch(/quadrature/);
  });

  it('is readable as text, and refuses what is no list of dampings', async () => {
    expect((await run('--dampings', '0.5')).stdout).toMatch(/damping 0\.5 +effective dimension \d/);
    for (const list of ['-1', '1,x', '']) expect((await run('--dampings', list)).code).toBe(2);
  });
});
