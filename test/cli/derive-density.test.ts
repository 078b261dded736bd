import { beforeAll, describe, expect, it } from 'vitest';
import { deriveEvents } from '../../src/cli/derive-job.ts';
import type { DeriveRequest } from '../../src/cli/derive-request.ts';
import { DomainError } from '../../src/errors.ts';
import type { TypedDensity } from '../../src/families/index.ts';
import { type Captured, runCaptured } from './run-captured.ts';

const gaussian = ['--density', 'exp(-(x-mu)^2/(2*sigma^2))', '--variable', 'x real'];
const lines = {
  recognised: [...gaussian, '--parameters', 'mu real, sigma positive', '--format', 'json'],
  numeric: [
    'negative-binomial-size-mean',
    '--at',
    'r=1,mean=1',
    '--show',
    'metric,scalar,amari-chentsov',
    '--format',
    'json',
    '--budget',
    '60',
  ],
  shown: [
    '--density',
    '1/(1+((x-m)/s)^4)',
    '--variable',
    'x real',
    '--parameters',
    'm real, s positive',
    '--at',
    'm=0,s=1',
    '--budget',
    '60',
  ],
} as const;

const ran = {} as Record<keyof typeof lines, Captured>;
beforeAll(async () => {
  const names = Object.keys(lines) as (keyof typeof lines)[];
  await Promise.all(
    names.map(async (name) => {
      ran[name] = await runCaptured(['derive', ...lines[name]]);
    }),
  );
}, 0);

describe('derive --density', () => {
  it('says in JSON what was recognised: text, normalisation, statistics', () => {
    expect(JSON.parse(ran.recognised.stdout)).toEqual({
      family: 'density',
      coordinates: ['mu', 'sigma'],
      density: {
        text: 'density exp(-(x-mu)^2/(2*sigma^2))',
        normalisation: { kind: 'divided', integral: 'sigma * sqrt(pi) * sqrt(2)' },
        statistics: ['x', 'x ^ 2'],
      },
      metric: [
        ['1 / sigma ^ 2', '0'],
        ['0', '2 / sigma ^ 2'],
      ],
      scalar: '-1',
    });
  });

  it('keeps expectations without closed form as named kernels, and marks numbers at a point as numeric with their error', () => {
    const { at, kernels, metric } = JSON.parse(ran.numeric.stdout);
    expect(at.method).toBe('numeric');
    expect(at.scalar).toBeCloseTo(-0.747378394439, 11);
    expect(Object.keys(at.error).toSorted()).toEqual(['amari-chentsov', 'metric', 'scalar']);
    for (const error of Object.values(at.error)) expect(error).toBeLessThan(1e-9);
    expect(metric[1][1]).toBe('r / (mean * (r + mean))');
    expect(kernels[0]).toEqual({ name: 'E1', arguments: ['r', 'mean'], meaning: 'E[polygamma(1, r + x)]' });
  });

  it('and in words', () => {
    const { stdout, code } = ran.shown;
    expect(code).toBe(0);
    expect(stdout).toContain('recognised: a location-scale family');
    expect(stdout).toContain('at m = 0, s = 1 (numeric: expectations by quadrature or summation)');
    // u = z^4/(1 + z^4) is beta(1/4, 3/4): g_ss s^2 = E[(4 u - 1)^2] = 3/2, and R = -2/(g_ss s^2).
    expect(stdout).toMatch(/scalar\n {4}-1\.33333\d*\n/);
    expect(stdout).toContain('the numeric error of scalar is about ');
    expect(stdout).toMatch(/where these expectations have no closed form here\n {4}E1 = E\[.*z.*\]\n/);
  });

  it('as TeX with the meaning of the kernels', () => {
    const shown = [...deriveEvents(request({ logDensity: '-(x^4+x)*t', parameters: 't positive' }, 'latex'))].map(
      (event) => event.shown,
    );
    const lines = shown
      .join('')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => /^\\\[ .* \\\]$/.test(line))).toBe(true);
  });

  it('refuses what has no integral, no value or no meaning', () => {
    const run = (typed: Partial<TypedDensity>, at?: Record<string, string>) => () => [
      ...deriveEvents({ ...request(typed, 'json'), ...(at === undefined ? {} : { at }) }),
    ];
    expect(run({ density: '1/(1+x^2)^a', parameters: 'a unit' })).toThrow(DomainError);
    const student = { density: '(1+(x-m)^2/nu)^(-(nu+1)/2)', parameters: 'm real', constants: 'nu positive' };
    expect(run(student, { m: '0' })).toThrow('numbers need a value for nu: give --constants nu=...');
    expect(run({ density: 'exp(-x^2/t', parameters: 't positive' })).toThrow('\n  exp(-x^2/t\n            ^');
  });
});

function request(typed: Partial<TypedDensity>, format: 'json' | 'latex'): DeriveRequest {
  return { parameters: {}, density: { variables: 'x real', parameters: '', ...typed }, show: ['metric'], format };
}

it.each([
  [
    ['--density', 'x', '--parameters', 't real'],
    "--density needs the sample variable and its domain: --variable 'x real'",
  ],
  [['--density', 'x', '--variable', 'x unit'], '--density needs its parameters and their domains'],
  [['--variable', 'x unit'], '--variable and --constants belong to a density'],
  [['--density', 'x', '--log-density', 'x', '--variable', 'x unit', '--parameters', 't real'], 'not both'],
  [['normal', '--parameters', 'mu real'], '--parameters: expected name=value'],
])('options that do not fit together are refused: %j', async (words, message) => {
  const { code, stderr } = await runCaptured(['derive', ...words]);
  expect({ code, told: stderr.includes(message) }).toEqual({ code: 2, told: true });
});
