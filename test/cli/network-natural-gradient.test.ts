import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels, wave } from '../network/sample-onnx.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'natural-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'D.csv');
const rows = Array.from({ length: 12 }, (_, n) => [Math.cos(1 + n), Math.sin(3 * n), n % 3].join(','));
writeFileSync(data, `x,y,label\n${rows.join('\n')}\n`);

const run = (...words: string[]) =>
  runCaptured(['network', 'natural-gradient', '--widths', '2,3,3', '--data', data, '--threads', '1', ...words]);

describe('fisher-rao network natural-gradient', () => {
  it('approaches the gradient over a large damping, in every form', async () => {
    const found = await Promise.all(
      ['full', 'block-diagonal', 'kfac', 'diagonal'].map((form) =>
        run('--form', form, '--damping', '1e6', '--format', 'json'),
      ),
    );
    for (const { code, stdout } of found) {
      expect(code).toBe(0);
      const { parameters, gradientNorm, norm, slope, direction } = JSON.parse(stdout);
      expect([parameters, direction.length]).toEqual([21, 21]);
      expect((norm * 1e6) / gradientNorm).toBeCloseTo(1, 5);
      expect((slope * 1e6) / gradientNorm ** 2).toBeCloseTo(1, 5);
    }
  });

  it('lowers the loss most by the undamped one: its slope is the largest', async () => {
    const slope = async (...words: string[]): Promise<number> =>
      JSON.parse((await run('--format', 'json', ...words)).stdout).slope;
    const slopes = [await slope(), await slope('--damping', '0.01'), await slope('--damping', '1')];
    expect(slopes).toEqual([...slopes].sort((a, b) => b - a));
    expect(await slope('--kind', 'empirical', '--damping', '0.01')).not.toBeCloseTo(slopes[1]!, 6);
  });

  it('writes a vector that network geodesic follows downhill', async () => {
    const out = join(folder, 'V.json');
    const { stdout } = await run('--damping', '0.1', '--out', out);
    expect(stdout).toMatch(/slope of the loss +\d/);
    expect(stdout).toContain(`in ${out}`);
    expect(JSON.parse(readFileSync(out, 'utf8')).length).toBe(21);
    const words = ['--widths', '2,3,3', '--data', data, '--damping', '0.1', '--direction', out, '--time', '-0.1'];
    const { code } = await runCaptured(['network', 'geodesic', ...words, '--points', '1', '--format', 'json']);
    expect(code).toBe(0);
  });

  it('goes by Kronecker factors through a convolutional network from a file', async () => {
    const model = join(folder, 'net.onnx');
    writeFileSync(model, writeOnnx(sampleModels['a convolutional network']!));
    const images = join(folder, 'images.json');
    const inputs = Array.from({ length: 4 }, (_, n) => wave([84], n).data);
    writeFileSync(images, JSON.stringify({ inputs, targets: inputs.map((row) => row.slice(0, 3)) }));
    const words = ['--model', model, '--data', images, '--head', 'normal', '--form', 'kfac', '--damping', '1e6'];
    const { code, stdout, stderr } = await runCaptured(['network', 'natural-gradient', ...words, '--format', 'json']);
    expect(code, stderr).toBe(0);
    const { slope, gradientNorm } = JSON.parse(stdout);
    expect((slope * 1e6) / gradientNorm ** 2).toBeCloseTo(1, 4);
  });

  it('needs targets', async () => {
    const plain = join(folder, 'plain.csv');
    writeFileSync(plain, '1,2\n3,4\n');
    const { code, stderr } = await runCaptured(['network', 'natural-gradient', '--widths', '2,3', '--data', plain]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/needs targets/);
  });
});
