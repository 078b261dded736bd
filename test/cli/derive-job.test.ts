import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveEvents } from '../../src/cli/derive-job.ts';
import { events, refusal } from './derived-events.ts';

const folder = mkdtempSync(join(tmpdir(), 'derive-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What there is on every manifold, also of one dimension. */
const basic = ['metric', 'christoffel', 'riemann', 'ricci', 'scalar'] as const;

describe('a derivation reports', () => {
  it('the family first, then closed forms, each quantity after what it follows from whatever the order asked', () => {
    expect(events('normal', { show: ['scalar', 'metric'] })).toEqual([
      { kind: 'family', name: 'normal', coordinates: ['mu', 'sigma'], shown: '' },
      {
        kind: 'closed-form',
        quantity: 'metric',
        text: [
          ['1 / sigma ^ 2', '0'],
          ['0', '2 / sigma ^ 2'],
        ],
        shown: '',
      },
      { kind: 'closed-form', quantity: 'scalar', text: '-1', shown: '' },
    ]);
  });

  it('closed forms at the point to as many digits as asked for', () => {
    const [, , closed, digits, ...others] = events('poisson', { at: { lambda: '3' }, show: ['metric'], digits: 30 });
    expect(closed.kind).toBe('closed-form');
    expect(digits).toEqual({
      kind: 'digits-at',
      quantity: 'metric',
      text: [['0.333333333333333333333333333333']],
      shown: '',
    });
    expect(others).toEqual([]);
  });

  it('numbers at a point before any closed form: the point as numbers, every shown quantity', () => {
    const [, at, ...others] = events('normal', { at: { mu: '1/2', sigma: '2' }, show: basic });
    expect(at).toEqual({
      kind: 'at',
      point: { mu: 0.5, sigma: 2 },
      values: {
        metric: [
          [0.25, 0],
          [0, 0.5],
        ],
        christoffel: [
          [
            [0, -0.5],
            [-0.5, 0],
          ],
          [
            [0.25, 0],
            [0, -0.5],
          ],
        ],
        riemann: expect.anything(),
        ricci: [
          [-0.125, 0],
          [0, -0.25],
        ],
        scalar: -1,
      },
      method: 'exact',
      shown: '',
    });
    expect(others.map(({ kind }) => kind)).toEqual(basic.map(() => 'closed-form'));
  });

  it('only what is asked for', () => {
    expect(events('normal', { show: ['ricci'] }).length).toBe(2);
  });

  it('numbers of six parameters without waiting for their closed forms', () => {
    const at = Object.fromEntries(['h1', 'h2', 'h3', 'J12', 'J23', 'J13'].map((name) => [name, '0']));
    const spins = { spins: 3, couplings: 'ring', fields: 'each' } as const;
    const started = deriveEvents({ family: 'gibbs', parameters: {}, spins, at, show: ['metric'], format: 'json' });
    started.next();
    const { value } = started.next();
    // Free spins: products of different spins are uncorrelated, each with variance 1.
    expect(value).toMatchObject({ kind: 'at', values: { metric: at6() } });
  });

  it('itself as text, under a title, or as TeX', () => {
    const text = events('binomial', { format: 'text' }).map(({ shown }) => shown);
    expect(text[0]).toBe('binomial: binomial distribution: successes in n trials of probability theta\n');
    expect(text[1]).toBe('metric\n    [ n / (theta * (1 - theta)) ]\n');
    const latex = events('binomial', { format: 'latex' }).map(({ shown }) => shown);
    expect(latex[0]).toBe('');
    expect(latex[1]).toMatch(/^\\\[ g = \\begin\{pmatrix\}.*\\end\{pmatrix\} \\\]\n$/);
  });
});

function at6(): number[][] {
  return Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => expect.closeTo(i === j ? 1 : 0, 14)));
}

describe('sizes and constants', () => {
  it('are taken exactly', () => {
    const [, metric] = events('binomial', { parameters: { n: '7' }, show: ['metric'] });
    expect(metric).toMatchObject({ text: [['7 / (theta * (1 - theta))']] });
    expect(events('categorical', { parameters: { n: '3' }, show: ['scalar'] })[1]).toMatchObject({ text: '1 / 2' });
  });

  it('that do not fit are refused with what would', () => {
    expect(refusal('binomial', { parameters: { m: '3' } })).toBe('unknown parameter "m" of binomial: it takes n');
    expect(refusal('normal', { parameters: { n: '3' } })).toBe('unknown parameter "n" of normal: it takes none');
    expect(refusal('binomial', { parameters: { n: '1/2' } })).toBe('n must be one of 1, 2, 3, ..., got 0.5');
    expect(refusal('binomial', { parameters: { n: 'many' } })).toMatch(/^n: expected a number such as .*, got "many"$/);
    expect(refusal('categorical', { parameters: { n: '1' } })).toMatch(/2 to 50 outcomes, got n = 1/);
  });
});

describe('a singular metric', () => {
  const singular = join(folder, 'singular.json');
  writeFileSync(
    singular,
    JSON.stringify({
      states: [[0], [1], [2]],
      variables: [
        [0, 0],
        [1, 2],
        [2, 4],
      ],
    }),
  );

  it('is shown, but has no curvature, in closed form or at a point: the rank and what to do', () => {
    expect(events('gibbs', { modelFile: singular, show: ['metric'] }).length).toBe(2);
    const message =
      /the metric is singular.*: rank 1 of 2; null directions: 2\*d_theta1 - d_theta2 .*leave out coordinates/;
    const at = { theta1: '0', theta2: '0' };
    const all = events('gibbs', { modelFile: singular, at });
    expect(all.map(({ kind }) => kind)).toEqual(['family', 'at', 'closed-form', 'refused']);
    const refused = { message: expect.stringMatching(message), failure: 'domain' };
    expect(all[1]).toMatchObject({ values: { metric: expect.any(Array) }, refused: { scalar: refused } });
    expect(all[3]).toMatchObject({ quantity: 'scalar', ...refused });
  });
});

describe('a family that is not regular', () => {
  const metric = [
    ['1 / alpha ^ 2', '0'],
    ['0', 'alpha ^ 2 / x_m ^ 2'],
  ];
  const hessian = [
    ['1 / alpha ^ 2', '-1 / x_m'],
    ['-1 / x_m', 'alpha / x_m ^ 2'],
  ];
  const why = 'the support x > x_m moves with the coordinates, so that the score has mean alpha/x_m, not 0';

  it('says why, and shows -E[Hessian] beside the metric: for Pareto two matrices', () => {
    expect(events('pareto')).toEqual([
      { kind: 'family', name: 'pareto', coordinates: ['alpha', 'x_m'], nonRegular: why, shown: '' },
      { kind: 'closed-form', quantity: 'metric', text: metric, shown: '' },
      { kind: 'closed-form', quantity: 'metric-from-hessian', text: hessian, shown: '' },
      { kind: 'closed-form', quantity: 'scalar', text: '-2', shown: '' },
    ]);
  });

  it('does so at a point and as text and TeX too, but only where the metric is asked for', () => {
    const [{ shown: title }, at, , second] = events('pareto', { format: 'text', at: { alpha: '2', x_m: '3' } });
    expect(title).toContain(`not a regular family: ${why}. The metric is E[score score^T], which differs from`);
    expect(at).toMatchObject({
      values: {
        metric: [
          [0.25, 0],
          [0, 4 / 9],
        ],
        'metric-from-hessian': [
          [0.25, -1 / 3],
          [-1 / 3, 2 / 9],
        ],
      },
    });
    expect(second.shown).toMatch(/^-E\[Hessian of the log-density\], which is another matrix here\n {4}\[ 1 \/ alpha/);
    const tex = events('laplace', { format: 'latex', show: ['metric'] });
    expect(tex[0].shown).toMatch(/^% not a regular family: the density has a kink/);
    expect(tex[2].shown).toContain('-\\mathbb{E}\\left[\\nabla^2 \\ell\\right] = \\begin{pmatrix} 0 & 0');
    expect(events('pareto', { show: ['scalar'] }).map(({ kind }) => kind)).toEqual(['family', 'closed-form']);
  });

  it('has components that do not exist, which are said not to', () => {
    const request = { parameters: { p: '3/4' }, show: ['metric'], at: { mu: '0', alpha: '1' } } as const;
    const [, at, metric, hessian] = events('generalised-normal', request);
    expect(at).toMatchObject({
      values: {
        'metric-from-hessian': [
          [null, 0],
          [0, expect.closeTo(0.75, 12)],
        ],
      },
    });
    expect(metric).toMatchObject({ text: [[expect.stringContaining('lgamma'), '0'], expect.anything()] });
    expect(hessian).toMatchObject({
      text: [
        [null, '0'],
        ['0', '3 / (4 * alpha ^ 2)'],
      ],
    });
    const [, shownAt, , shown] = events('generalised-normal', { ...request, format: 'text' });
    expect(shown.shown).toContain('[ does not exist  0');
    expect(shownAt.shown).toContain('[ does not exist  0');
    const [, , , tex] = events('generalised-normal', { ...request, format: 'latex' });
    expect(tex.shown).toContain('\\text{does not exist} & 0');
  });

  it('has no tensor that does not exist: the third moment of the score for p = 3/5', () => {
    const show = ['amari-chentsov'] as const;
    const [, refused] = events('generalised-normal', { parameters: { p: '3/5' }, show });
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining('which does not exist') });
  });
});
