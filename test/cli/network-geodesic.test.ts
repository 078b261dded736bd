import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'geodesic-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

// A linear network with the normal head is flat: h = w x + b over x = 0, 2 has F = [[2, 1], [1, 1]].
const flat = [
  ...['--widths', '1,1', '--head', 'normal', '--data', file('D.json', { inputs: [[0], [2]] })],
  ...['--weights', file('W.json', { layers: [{ weight: [[0.5]], bias: [-1] }] })],
];
const run = (...words: string[]) => runCaptured(['network', 'geodesic', ...flat, '--threads', '1', ...words]);

describe('fisher-rao network geodesic', () => {
  it('is straight in the parameters of a linear network, with the length of F', async () => {
    const direction = file('V.json', [2, -1]);
    const { code, stdout } = await run('--direction', direction, '--time', '3', '--points', '2', '--format', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ parameters: 2, samples: 2, head: 'normal', damping: 0, rank: 2 });
    const speed = Math.sqrt(2 * 4 - 2 * 2 + 1);
    expect(report.speed).toBeCloseTo(speed, 12);
    expect(report.length).toBeCloseTo(3 * speed, 11);
    expect(report.straightLength).toBeCloseTo(3 * speed, 9);
    expect(report.points.map((point: { time: number }) => point.time)).toEqual([1.5, 3]);
    const { theta } = report.points[1];
    expect(theta[0]).toBeCloseTo(6.5, 9);
    expect(theta[1]).toBeCloseTo(-4, 9);
  });

  it('goes the other way for negative times, and writes its points', async () => {
    const out = join(folder, 'points.json');
    const words = ['--direction', file('V.json', [2, -1]), '--time', '-1', '--points', '1', '--out', out];
    const { stdout, stderr } = await run(...words);
    expect(stdout).toMatch(/length +2\.236067977/);
    expect(stderr).toMatch(/geodesic/);
    const [point] = JSON.parse(readFileSync(out, 'utf8')).points;
    expect(point.time).toBe(-1);
    expect(point.theta[0]).toBeCloseTo(-1.5, 9);
    expect(point.theta[1]).toBeCloseTo(0, 9);
  });

  it('measures a path of parameters', async () => {
    const path = file('P.json', [
      [0, 0],
      [1, 0],
      [1, 2],
    ]);
    const report = JSON.parse((await run('--path', path, '--format', 'json')).stdout);
    expect(report.pieces[0]).toBeCloseTo(Math.SQRT2, 12);
    expect(report.pieces[1]).toBeCloseTo(2, 12);
    expect(report.length).toBeCloseTo(Math.SQRT2 + 2, 12);
    const damped = JSON.parse((await run('--path', path, '--damping', '2', '--format', 'json')).stdout);
    expect(damped.pieces[0]).toBeCloseTo(2, 12);
  });

  it.each([
    [[], 2, /one of --direction V\.json .*--to W\.json .*--path/],
    [['--direction', file('long.json', [1, 2, 3])], 2, /3 numbers, but the network has 2 parameters/],
    [['--path', file('one.json', [[1, 2]])], 2, /one\.json/],
    [['--path', file('wide.json', [[1, 2], [1]])], 2, /\[1\] has 1 numbers/],
    [['--direction', file('zero.json', [0, 0])], 3, /length zero/],
    [['--direction', file('v.json', [1, 0]), '--time', '0'], 2, /other than 0/],
  ] as const)('refuses what does not fit: %j', async (words, expected, message) => {
    const { code, stderr } = await run(...words);
    expect(stderr).toMatch(message);
    expect(code).toBe(expected);
  });

  it('refuses a network with kinks, and a singular metric unless the quotient is wanted', async () => {
    const direction = file(
      'V17.json',
      Array.from({ length: 13 }, (_, i) => Math.sin(i)),
    );
    const softmax = [
      '--widths',
      '2,2,2',
      '--head',
      'categorical',
      '--direction',
      file(
        'V12.json',
        Array.from({ length: 12 }, (_, i) => Math.sin(i)),
      ),
    ];
    const data = [
      '--data',
      file('D2.json', { inputs: Array.from({ length: 9 }, (_, n) => [Math.cos(n), Math.sin(2 * n)]) }),
    ];
    const kinks = await runCaptured([
      'network',
      'geodesic',
      '--widths',
      '2,3,1',
      '--head',
      'normal',
      '--activation',
      'relu',
      ...data,
      '--direction',
      direction,
    ]);
    expect([kinks.code, /kinks/.test(kinks.stderr)]).toEqual([4, true]);
    const refused = await runCaptured(['network', 'geodesic', ...softmax, ...data, '--time', '0.1']);
    expect([refused.code, /rank 9 in 12/.test(refused.stderr)]).toEqual([3, true]);
    const words = ['--time', '0.1', '--singular', 'quotient', '--points', '1', '--format', 'json'];
    const quotient = await runCaptured(['network', 'geodesic', ...softmax, ...data, ...words]);
    expect(quotient.code).toBe(0);
    expect(JSON.parse(quotient.stdout)).toMatchObject({ rank: 9 });
    expect(JSON.parse(quotient.stdout).drift).toBeLessThan(1e-6);
  });

  it('does the same in float32, to its precision', async () => {
    const data = [
      '--data',
      file('D3.json', { inputs: [[0.1], [1], [-2]] }),
      '--direction',
      file('V10.json', [1, -1, 2, 0, 1, 1, -1]),
    ];
    const words = ['network', 'geodesic', '--widths', '1,2,1', '--head', 'poisson', '--damping', '0.1', ...data];
    const [double, single] = await Promise.all(
      ['float64', 'float32'].map(async (dtype) =>
        JSON.parse((await runCaptured([...words, '--dtype', dtype, '--time', '0.5', '--format', 'json'])).stdout),
      ),
    );
    expect(single.length / double.length).toBeCloseTo(1, 5);
    single.points.at(-1).theta.forEach((entry: number, i: number) => {
      expect(entry).toBeCloseTo(double.points.at(-1).theta[i], 3);
    });
    expect(single.drift).toBeLessThan(1e-3);
  });
});
