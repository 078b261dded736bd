import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHead } from '../../src/cli/head-file.ts';
import { InputError, UnsupportedError } from '../../src/errors.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'head-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const poisson = {
  density: 'lambda^x*exp(-lambda)/x!',
  variable: 'x natural',
  parameters: 'lambda positive',
  links: { lambda: 'exp(z1)' },
};

describe('a head in a file', () => {
  it.each([
    [poisson, 'density lambda^x*exp(-lambda)/x!, of x natural with lambda = exp(z1)'],
    [
      { logDensity: '-(x-m)^2/(2*v) - log(2*pi*v)/2', variable: 'x real', parameters: 'm real', constants: 'v = 4' },
      'log-density -(x-m)^2/(2*v) - log(2*pi*v)/2, of x real, v = 4 with m = z1',
    ],
    [
      { family: 'negative-binomial', parameters: { r: '5/2' }, links: { theta: '1/(1+exp(z1))' } },
      'negative-binomial (r = 5/2) with theta = 1/(1+exp(z1))',
    ],
  ])('is a density as derive reads it, or a family of the catalogue: %j', (content, description) => {
    expect(readHead(write('head.json', content)).description).toBe(description);
  });

  it.each([
    [{}, /give a family, a density or a logDensity/],
    [{ ...poisson, logDensity: 'x' }, /one of them/],
    [{ ...poisson, family: 'poisson' }, /only one is meant/],
    [{ ...poisson, variable: undefined }, /variable is missing/],
    [{ ...poisson, parameters: { lambda: 1 } }, /declared with their domains/],
    [{ family: 'gamma', variable: 'x real' }, /variable and constants belong to a density/],
    [{ family: 'gamma', parameters: 'k positive' }, /numbers by name/],
    [{ family: 'gamma' }, /"links": {"k":"exp\(z1\)","theta":"exp\(z2\)"}/],
    [{ ...poisson, link: {} }, /[Uu]nrecognized key.*link/],
    [{ ...poisson, links: { lambda: 3 } }, /links.lambda/],
  ])('that is none is refused with the file and what was expected: %j', (content, message) => {
    const path = write('wrong.json', content);
    expect(() => readHead(path)).toThrow(InputError);
    expect(() => readHead(path)).toThrow(message);
    expect(() => readHead(path)).toThrow(/wrong\.json/);
  });

  it('that cannot be read, or has no closed form, says so', () => {
    expect(() => readHead(join(folder, 'missing.json'))).toThrow(/cannot read/);
    const open = { logDensity: 'm*x-x^4', variable: 'x real', parameters: 'm real' };
    expect(() => readHead(write('open.json', open))).toThrow(UnsupportedError);
  });
});

/** What the commands print, as far as it is looked at. */
interface Report {
  readonly scalar: { readonly value: number };
  readonly trace: number;
  readonly matrix: readonly (readonly number[])[];
  readonly slope: number;
}

describe('--head FILE.json', () => {
  const inputs = [
    [0.1, 0.7],
    [0.3, -0.2],
    [1, 0.4],
    [-0.6, 0.5],
  ];
  const data = write('D.json', { inputs, targets: [0, 2, 1, 5] });
  const run = async (command: string, head: string, ...words: string[]) => {
    const network = ['--widths', '2,2,1', '--data', data, '--threads', '1', '--head', head];
    const { code, stdout, stderr } = await runCaptured(['network', command, ...network, '--format', 'json', ...words]);
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout) as Report;
  };
  const file = write('poisson.json', poisson);

  it.each([
    ['curvature', ['--damping', '0.1', '--method', 'gauss'], (report) => report.scalar.value],
    ['fisher', ['--form', 'kfac'], (report) => report.trace],
    ['fisher', ['--kind', 'empirical', '--estimator', 'second', '--form', 'dense'], (report) => report.matrix[0]![0]!],
    ['natural-gradient', ['--damping', '0.1'], (report) => report.slope],
  ] as readonly [string, string[], (report: Report) => number][])(
    'is taken by network %s %j, and gives the numbers of the built-in head',
    async (command, words, pick) => {
      const [own, built] = [await run(command, file, ...words), await run(command, 'poisson', ...words)];
      expect(pick(own) / pick(built)).toBeCloseTo(1, 10);
    },
  );

  it('draws targets for the Monte-Carlo Fisher matrix: the trace is the exact one within its noise', async () => {
    const exact = await run('fisher', file);
    const drawn = await run('fisher', file, '--kind', 'monte-carlo', '--draws', '100');
    // A squared Poisson score has a relative variance of 2 + 1/mean: 100 draws of 4 samples.
    expect(Math.abs(drawn.trace / exact.trace - 1)).toBeLessThan(4 * Math.sqrt(3 / 400));
  });

  it('does not go with constants of other heads, and is found by its ending', async () => {
    const words = ['network', 'fisher', '--widths', '2,1', '--data', data];
    const scaled = await runCaptured([...words, '--head', file, '--scale', '2']);
    expect([scaled.code, scaled.stderr]).toEqual([2, expect.stringContaining('write the constants into')]);
    const unknown = await runCaptured([...words, '--head', 'poison']);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("Did you mean 'poisson'?")]);
    const outside = await runCaptured([...words, '--head', file, '--kind', 'empirical', '--targets', data]);
    expect(outside.code).toBe(2);
  });
});
