import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'ntk-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'D.json');
writeFileSync(data, JSON.stringify({ inputs: [[1], [2], [4], [0]] }));

const run = (...words: string[]) => runCaptured(['network', 'ntk', '--data', data, '--threads', '1', ...words]);

describe('fisher-rao network ntk', () => {
  it('of an affine map is x y + 1 for each output, and 0 between outputs', async () => {
    const out = join(folder, 'kernel.json');
    const { stdout, code } = await run('--widths', '1,2', '--per-output', '--out', out, '--format', 'json');
    expect(code).toBe(0);
    const { matrix, outputs, side } = JSON.parse(readFileSync(out, 'utf8'));
    // Four samples: their root is exact, so the kernel is.
    const points = [1, 2, 4, 0];
    const kernel = points.map((x) => points.map((y) => x * y + 1));
    expect(outputs).toEqual([kernel, kernel]);
    expect(side).toBe(8);
    expect(matrix[0]).toEqual(kernel[0]!.flatMap((entry) => [entry, 0]));
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ parameters: 4, samples: 4, outputs: 2, side: 8, rank: 4 });
    expect(report.trace).toBeCloseTo(2 * (2 + 5 + 17 + 1), 11);
    expect(report.perOutput[0].eigenvalues[0]).toBeCloseTo(report.eigenvalues[0], 11);
  });

  it('has the spectrum of the Fisher matrix of the unit normal head, times the number of samples', async () => {
    const words = ['--widths', '1,2,1', '--format', 'json'];
    const ntk = JSON.parse((await run(...words)).stdout);
    const fisher = await runCaptured([
      'network',
      'spectrum',
      '--data',
      data,
      '--head',
      'normal',
      '--threads',
      '1',
      ...words,
    ]);
    const { eigenvalues } = JSON.parse(fisher.stdout);
    ntk.eigenvalues.forEach((value: number, i: number) => {
      expect(value).toBeCloseTo(4 * eigenvalues[i], 11);
    });
  });

  it('refuses outputs that overflow', async () => {
    const weights = join(folder, 'huge.json');
    writeFileSync(weights, JSON.stringify({ layers: [1e200, 1e200].map((w) => ({ weight: [[w]], bias: [0] })) }));
    const { code, stderr } = await run('--widths', '1,1,1', '--activation', 'identity', '--weights', weights);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/the kernel has trace .*overflow/)]);
  });

  it('is readable as text, and refuses a kernel that is too large', async () => {
    expect((await run('--widths', '1,2')).stdout).toMatch(/kernel +8 x 8: 4 samples, 2 outputs/);
    const large = await runCaptured(['network', 'ntk', '--widths', '784,100,10', '--data', 'mnist:700']);
    expect([large.code, large.stderr]).toEqual([2, expect.stringMatching(/7000 rows is too large/)]);
    expect((await run('--widths', '1,2', '--out', join(folder, 'no', 'folder.json'))).code).toBe(2);
  });
});
