import { beforeAll, describe, expect, it } from 'vitest';
import { type Captured, runCaptured } from './run-captured.ts';

const lines = {
  everything: 'normal --show metric,christoffel,riemann,ricci,scalar --at mu=1/2,sigma=2 --budget 60 --format json',
  late: 'gibbs --spins 3 --fields each --at h1=0,h2=0,h3=0,J12=0,J23=0,J13=0 --budget 0.001 --format json',
  outside: 'normal --at mu=0,sigma=0',
};

// Each run has a thread of its own that loads the algebra, which takes a second: they are run once, side by side.
const ran = {} as Record<keyof typeof lines, Captured>;
beforeAll(async () => {
  const names = Object.keys(lines) as (keyof typeof lines)[];
  await Promise.all(
    names.map(async (name) => {
      ran[name] = await runCaptured(['derive', ...lines[name].split(' ')]);
    }),
  );
}, 0);

describe('as JSON', () => {
  it('has every shown quantity as text and, at the point, as numbers: christoffel[k][i][j], riemann[k][l][i][j]', () => {
    const { code, stdout, stderr } = ran.everything;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.endsWith('}\n') && stdout.indexOf('\n') === stdout.length - 1).toBe(true);
    // The normal family by hand: see test/interpret/exact.test.ts.
    expect(JSON.parse(stdout)).toEqual({
      family: 'normal',
      coordinates: ['mu', 'sigma'],
      metric: [
        ['1 / sigma ^ 2', '0'],
        ['0', '2 / sigma ^ 2'],
      ],
      christoffel: [
        [
          ['0', '-1 / sigma'],
          ['-1 / sigma', '0'],
        ],
        [
          ['1 / (2 * sigma)', '0'],
          ['0', '-1 / sigma'],
        ],
      ],
      riemann: expect.any(Array),
      ricci: [
        ['-1 / (2 * sigma ^ 2)', '0'],
        ['0', '-1 / sigma ^ 2'],
      ],
      scalar: '-1',
      at: {
        point: { mu: 0.5, sigma: 2 },
        metric: [
          [0.25, 0],
          [0, 0.5],
        ],
        christoffel: expect.any(Array),
        riemann: expect.any(Array),
        ricci: [
          [-0.125, 0],
          [0, -0.25],
        ],
        scalar: -1,
        method: 'exact',
      },
    });
    const { riemann, at } = JSON.parse(stdout);
    // R^mu_sigma,mu,sigma = K g_sigma,sigma with K = -1/2.
    expect(riemann[0][1][0][1]).toBe('-1 / sigma ^ 2');
    expect(at.riemann[0][1][0][1]).toBe(-0.25);
  });

  it('has null and a reason where the budget ends first, exit code 0, and the numbers all the same', () => {
    const { code, stdout, stderr } = ran.late;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ metric: null, scalar: null, reason: expect.stringContaining('raise --budget') });
    expect(result.at.metric[0][0]).toBeCloseTo(1, 14); // the variance of a free spin
    expect(result.at.scalar).toEqual(expect.any(Number));
  });
});

it('what is wrong stands on stderr, in one line, and nothing on stdout: exit code 2', () => {
  expect(ran.outside).toEqual({ code: 2, stdout: '', stderr: 'fisher-rao: sigma must be positive, got 0\n' });
});

describe('options that are not as described are refused before anything runs:', () => {
  it.each([
    ['an unknown option, with the valid ones', '--shown metric', /unknown option '--shown'; expected one of .*--show,/],
    ['an unknown quantity', '--show curvature', /--show: unknown value 'curvature'; expected one of metric, inverse/],
    ['an unknown format', '--format yaml', /expected one of text, latex, json/],
    ['a point without values', '--at mu', /--at: expected name=value/],
    ['a budget that is none', '--budget -1', /--budget: expected a number of seconds, at least 0; got '-1'/],
    ['a budget of nothing without a point', '--budget 0', /--budget 0 leaves nothing to show without --at/],
    ['spins that cannot be counted', '--spins two', /--spins: expected a whole number, at least 1; got 'two'/],
    ['couplings without spins', '--couplings chain', /describe a spin system: give its size with --spins/],
    ['an unknown lattice', '--couplings torus', /--couplings: .*expected one of ring, chain, complete/],
    ['a second family', 'binomial', /too many arguments/],
  ])('%s', async (_, words, message) => {
    const { code, stdout, stderr } = await runCaptured(['derive', 'normal', ...words.split(' ')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
