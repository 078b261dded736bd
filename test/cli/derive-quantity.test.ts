import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deriveEvents } from '../../src/cli/derive-job.ts';
import { type DeriveRequest, quantities, type ShownQuantity } from '../../src/cli/derive-request.ts';
import { InputError } from '../../src/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'metric-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  // Schwarzschild with u = cos theta.
  schwarzschild: {
    coordinates: ['t', 'r', 'u', 'phi'],
    parameters: ['M'],
    metric: [
      ['2*M/r - 1', '0', '0', '0'],
      ['0', '1/(1 - 2*M/r)', '0', '0'],
      ['0', '0', 'r^2/(1 - u^2)', '0'],
      ['0', '0', '0', 'r^2*(1 - u^2)'],
    ],
  },
  halfPlane: {
    coordinates: ['x', 'y'],
    metric: [
      ['1/y^2', '0'],
      ['0', '1/y^2'],
    ],
  },
  null: {
    coordinates: ['p', 'x', 'q'],
    metric: [
      ['0', '0', '1'],
      ['0', '1', '0'],
      ['1', '0', '0'],
    ],
  },
};
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));

function derive(subject: string, rest: Partial<DeriveRequest>) {
  const source = subject in files ? { metricFile: join(folder, subject) } : { family: subject };
  const events = [...deriveEvents({ ...source, parameters: {}, show: [], format: 'json', ...rest })];
  const forms: Partial<Record<ShownQuantity, unknown>> = {};
  for (const event of events) if (event.kind === 'closed-form') forms[event.quantity] = event.text;
  const at = events.find((event) => event.kind === 'at');
  return { events, forms, numbers: at?.values };
}

describe('of the Schwarzschild metric', () => {
  const show = ['ricci', 'kretschmann', 'einstein', 'bianchi', 'sectional', 'determinant'] as const;
  const at = { t: '0', r: '4', u: '0', phi: '0' };
  const { events, forms } = derive('schwarzschild', { show });

  it('closed forms keep the mass as a symbol: a vacuum with the known invariant', () => {
    const zero = Array(4).fill(Array(4).fill('0'));
    // 48 M^2/r^6, and -2M/r^3 on the plane of t and r [Misner, Thorne, Wheeler 1973] (31.4), (31.7), up to K_tr = 2M/r^3.
    expect(forms).toMatchObject({
      ricci: zero,
      einstein: zero,
      kretschmann: '48 * M ^ 2 / r ^ 6',
      determinant: '-r ^ 4',
    });
    expect(forms.bianchi).toEqual({ first: 'holds', second: 'holds' });
    expect(forms.sectional).toMatchObject({ 't,r': '2 * M / r ^ 3', 'u,phi': '2 * M / r ^ 3', 't,u': '-M / r ^ 3' });
    expect(forms['jeffreys-prior']).toBeUndefined();
    expect(events[0]).toMatchObject({ kind: 'metric-file', coordinates: ['t', 'r', 'u', 'phi'] });
  });

  it('numbers take the mass from the parameters', () => {
    const { numbers } = derive('schwarzschild', { show, at, parameters: { M: '1/2' } });
    expect(numbers?.kretschmann).toBeCloseTo(12 / 4 ** 6, 14);
    expect(numbers?.sectional).toMatchObject({ 't,r': expect.closeTo(1 / 64, 14) });
    const { first, second } = (numbers?.bianchi ?? {}) as { first: number; second: number };
    expect(Math.max(first, second)).toBeLessThan(1e-14); // components of size 1/64
  });
});

it('every quantity of a family has numbers that its closed forms give', () => {
  const show = [...quantities.filter((name) => name !== 'weyl'), 'alpha=1/2', 'alpha=1'] as const;
  const { forms, numbers } = derive('normal', { show, at: { mu: '0', sigma: '2' } });
  expect(Object.keys(numbers ?? {}).sort()).toEqual(Object.keys(forms).sort());
  expect(forms).toMatchObject({
    inverse: [
      ['sigma ^ 2', '0'],
      ['0', 'sigma ^ 2 / 2'],
    ],
    determinant: '2 / sigma ^ 4',
    'jeffreys-prior': 'sqrt(2) / sigma ^ 2',
    sectional: { 'mu,sigma': '-1 / 2' },
    bianchi: { first: 'holds', second: 'holds' },
    einstein: [
      ['0', '0'],
      ['0', '0'],
    ],
    'alpha=1/2': { scalar: '-3 / 4' }, // (1 - alpha^2) times -1
    'alpha=1': { scalar: '0' },
  });
  expect(numbers).toMatchObject({
    inverse: [
      [4, 0],
      [0, 2],
    ],
    determinant: 0.125,
    'jeffreys-prior': Math.sqrt(0.125),
    sectional: { 'mu,sigma': expect.closeTo(-0.5, 14) },
    'alpha=1/2': { scalar: expect.closeTo(-0.75, 14) },
    'alpha=1': { scalar: expect.closeTo(0, 14) },
  });
});

it('a plane without area has no sectional curvature, the others have theirs', () => {
  const { forms, numbers } = derive('null', { show: ['sectional'], at: { p: '0', x: '0', q: '0' } });
  expect(forms.sectional).toEqual({ 'p,x': null, 'p,q': '0', 'x,q': null });
  expect(numbers?.sectional).toEqual({ 'p,x': null, 'p,q': 0, 'x,q': null });
});

describe('refused are', () => {
  it('third moments of a metric alone', () => {
    for (const quantity of ['amari-chentsov', 'alpha=1'] as const) {
      expect(() => derive('halfPlane', { show: [quantity] })).toThrow(InputError);
    }
  });

  it('the Weyl tensor of a surface', () => {
    const request = { metricFile: join(folder, 'halfPlane'), parameters: {}, show: ['weyl'], format: 'json' } as const;
    const message = expect.stringContaining('defined in 3 or more dimensions');
    expect([...deriveEvents(request)].at(-1)).toMatchObject({ kind: 'refused', quantity: 'weyl', message });
  });

  it('a family and a metric together, neither, or a metric with the options of gibbs', () => {
    const file = join(folder, 'halfPlane');
    expect(() => derive('normal', { metricFile: file })).toThrow('give a family or --metric, not both');
    const nothing: DeriveRequest = { parameters: {}, show: [], format: 'json' };
    expect(() => [...deriveEvents(nothing)]).toThrow(/expected a family .*--metric/);
    expect(() => derive('halfPlane', { modelFile: file })).toThrow('--spins and --model are for gibbs');
  });
});
