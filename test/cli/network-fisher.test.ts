import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels, wave } from '../network/sample-onnx.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'fisher-'));
afterAll(() => rmSync(folder, { recursive: true }));
function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

// h = w x + b for x = 1, 3 with unit variance: F = 1/N sum (x, 1)(x, 1)^T = [[5, 2], [2, 1]].
const data = write('D.json', { inputs: [[1], [3]], targets: [0.5, 2] });
const run = (...words: string[]) =>
  runCaptured(['network', 'fisher', '--widths', '1,1', '--head', 'normal', '--data', data, '--threads', '1', ...words]);
const report = async (...words: string[]) => JSON.parse((await run(...words, '--format', 'json')).stdout);

describe('fisher-rao network fisher', () => {
  it('gives the matrix of a linear model in every form', async () => {
    const { matrix, trace } = await report('--form', 'dense');
    [
      [5, 2],
      [2, 1],
    ].forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(matrix[i][j]).toBeCloseTo(entry, 13);
      });
    });
    expect(trace).toBeCloseTo(6, 13);
    const { diagonal } = await report('--form', 'diagonal');
    expect(diagonal[0]).toBeCloseTo(5, 13);
    const { blocks } = await report('--form', 'block-diagonal');
    expect(blocks[0]).toMatchObject({ name: 'layer 0', start: 0, size: 2 });
    expect(blocks[0].matrix[0][1]).toBeCloseTo(2, 13);
    const { layers } = await report('--form', 'kfac');
    expect(layers[0].inputs[0][0]).toBeCloseTo(5, 13);
    expect(layers[0].cotangents[0][0]).toBeCloseTo(1, 13);
    const { product } = await report('--product', write('v.json', [1, -1]));
    expect(product[0]).toBeCloseTo(3, 13);
    expect(product[1]).toBeCloseTo(1, 13);
  });

  it('gives Kronecker factors of a convolutional network by the names of its weights, and other blocks as they are', async () => {
    const model = join(folder, 'net.onnx');
    writeFileSync(model, writeOnnx(sampleModels['a convolutional network']!));
    const images = write('images.json', { inputs: [wave([84], 1).data, wave([84], 2).data] });
    const words = ['--model', model, '--head', 'normal', '--data', images, '--form', 'kfac', '--format', 'json'];
    const { code, stdout, stderr } = await runCaptured([
      'network',
      'fisher',
      ...words,
      '--out',
      join(folder, 'K.json'),
    ]);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout).parameters).toBe(137);
    const { layers, blocks } = JSON.parse(readFileSync(join(folder, 'K.json'), 'utf8'));
    expect(layers.map(({ name }: { name: string }) => name)).toEqual(['w1', 'w2 (group 0)', 'w2 (group 1)', 'w3']);
    expect([layers[0].inputs.length, layers[0].cotangents.length]).toEqual([2 * 3 * 3 + 1, 4]);
    expect(blocks.map(({ name, size }: { name: string; size: number }) => [name, size])).toEqual([
      ['scale', 4],
      ['shift', 4],
    ]);
  });

  it('takes the observed targets, whose residuals square: w = 2, b = 0 leaves 1.5 and 4', async () => {
    const weights = write('W.json', { layers: [{ weight: [[2]], bias: [0] }] });
    const { matrix } = await report('--weights', weights, '--kind', 'empirical', '--form', 'dense');
    expect(matrix[1][1]).toBeCloseTo((1.5 ** 2 + 4 ** 2) / 2, 12);
    // Minus the Hessian of a linear model does not see the targets.
    const second = await report(
      '--weights',
      weights,
      '--kind',
      'empirical',
      '--form',
      'dense',
      '--estimator',
      'second',
    );
    expect(second.matrix[1][1]).toBeCloseTo(1, 12);
    expect(second.trace).toBeCloseTo(6, 12);
  });

  it('refuses outputs that overflow', async () => {
    const weights = write('huge.json', { layers: [{ weight: [[1000]], bias: [0] }] });
    const { code, stderr } = await run('--head', 'poisson', '--weights', weights);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/overflow.*scale weights/)]);
  });

  it('draws targets by seed, each sample as often as told', async () => {
    const words = ['--kind', 'monte-carlo', '--draws', '400', '--form', 'dense'];
    const one = await report(...words, '--seed', '1');
    expect(one.draws).toBe(400);
    expect(await report(...words, '--seed', '1')).toMatchObject({ trace: one.trace });
    expect((await report(...words, '--seed', '2')).trace).not.toBe(one.trace);
    // 800 squared normals of variance 2: a relative error of sqrt(2 / 800) = 0.05.
    expect(Math.abs(one.matrix[1][1] - 1)).toBeLessThan(0.2);
  });

  it('reads class labels, and writes numbers to a file', async () => {
    const labelled = write('L.json', { inputs: [[1], [3]], targets: [2, 0] });
    const out = join(folder, 'out.json');
    const words = [
      '--widths',
      '1,3',
      '--head',
      'categorical',
      '--data',
      labelled,
      '--kind',
      'empirical',
      '--form',
      'diagonal',
    ];
    const { stdout } = await run(...words, '--out', out, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ out, parameters: 6 });
    expect(JSON.parse(readFileSync(out, 'utf8')).diagonal.length).toBe(6);
    expect((await run(...words)).stdout).toMatch(/diagonal +\d/);
  });

  it.each([
    [['--estimator', 'second'], /is of targets/],
    [['--form', 'dense', '--product', 'v.json'], /is for --form implicit/],
    [['--widths', '1,2000,1', '--form', 'dense'], /a dense matrix of 6001 parameters is too large/],
    [['--widths', '1,2000,1', '--form', 'block-diagonal'], /block of layer 0 has 4000 parameters/],
    [['--widths', '1,400,1', '--form', 'dense'], /at least 1442401 numbers/],
    [['--kind', 'empirical', '--estimator', 'second', '--form', 'kfac'], /squares of scores/],
    [['--widths', '1,3', '--head', 'categorical', '--kind', 'empirical'], /expected a class from 0 to 2/],
  ])('says what is wrong with %j', async (words, message) => {
    const { code, stderr } = await run(...words);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
