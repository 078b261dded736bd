import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cramerRaoEvents } from '../../src/cli/cramer-rao-job.ts';
import type { CramerRaoRequest, DeriveEvent } from '../../src/cli/derive-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'cramer-rao-'));
afterAll(() => rmSync(folder, { recursive: true }));

function events(functions: readonly string[], rest: Partial<CramerRaoRequest> = {}): DeriveEvent[] {
  const request = { family: 'normal', parameters: {}, show: ['cramer-rao'], observations: 1, format: 'json' } as const;
  return [...cramerRaoEvents({ ...request, functions, ...rest })];
}

it('gives the closed form, divided by the number of observations', () => {
  expect(events(['mu^2'], { observations: 4 })).toEqual([
    { kind: 'family', name: 'normal', coordinates: ['mu', 'sigma'], shown: '' },
    { kind: 'closed-form', quantity: 'cramer-rao', text: 'mu ^ 2 * sigma ^ 2', shown: '' },
  ]);
});

it('several functions have a matrix, and a point gives numbers first', () => {
  const [, at, closed] = events(['mu', 'sigma^2'], { at: { mu: '1', sigma: '3' }, observations: 9 });
  expect(at).toMatchObject({
    kind: 'at',
    point: { mu: 1, sigma: 3 },
    values: {
      'cramer-rao': [
        [1, 0],
        [0, 18],
      ].map((row) => row.map((b) => expect.closeTo(b, 10))),
    },
    method: 'exact',
  });
  expect(at).not.toHaveProperty('error');
  expect(closed).toMatchObject({ text: [['sigma ^ 2 / 9', '0'], ['0', '2 * sigma ^ 4 / 9']] }); // biome-ignore format: a matrix
});

it('symbolic constants stay symbolic, and have their values at a point', () => {
  const [, closed] = events(['theta'], { family: 'binomial' });
  expect(closed).toMatchObject({ text: 'theta * (1 - theta) / n' });
  const given = { family: 'binomial', parameters: { n: '10' }, at: { theta: '1/2' } };
  expect(events(['n*theta'], given)[1]).toMatchObject({ values: { 'cramer-rao': expect.closeTo(2.5, 12) } });
});

it('says as text what is bounded, and of a singular metric that a pseudo-inverse took part', () => {
  const file = join(folder, 'singular.json');
  writeFileSync(file, JSON.stringify({ coordinates: ['x', 'y'], metric: [['1', '2'], ['2', '4']] })); // biome-ignore format: a matrix
  const { family: _none, ...metric } = { family: 'normal', metricFile: file, format: 'text' as const };
  const request = { parameters: {}, show: ['cramer-rao'], observations: 2, functions: ['x + 2*y'], ...metric } as const;
  const [heading, closed] = [...cramerRaoEvents(request)];
  expect(heading.shown).toContain(
    'no unbiased estimator of x + 2*y from 2 independent observations has a variance below',
  );
  expect(closed).toMatchObject({ text: '1 / 2', nullDirections: ['2*d_x - d_y'] });
  expect(closed.shown).toContain('by a pseudo-inverse: the metric is singular, with null directions 2*d_x - d_y');
});

describe('what cannot be is refused:', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['an unknown name', () => events(['mu + tau']), /^--function: unknown name 'tau'; expected one of mu, sigma, pi/],
    ['what is no expression', () => events(['mu +']), /^--function: cannot read the expression/],
    ['a support that moves', () => events(['alpha'], { family: 'pareto' }), /support moves with x_m/],
    ['a point outside', () => events(['mu'], { at: { mu: '0', sigma: '0' } }), /sigma must be positive/],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });

  it('but a kink of the density is no reason: the Laplace family', () => {
    expect(events(['mu'], { family: 'laplace' }).at(-1)).toMatchObject({ kind: 'closed-form', text: 'b ^ 2' });
  });
});
