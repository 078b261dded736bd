import { describe, expect, it } from 'vitest';
import { calculation, claimedSides, decideCalculation, isCalculation } from '../../src/derivation/calculation.ts';
import { bernoulli, categorical, cauchy, normal, poisson } from '../../src/families/index.ts';

type Parts = Parameters<typeof calculation>[0];
const made = (claim: string, parts: Partial<Parts> = {}) =>
  calculation({ label: 'c', title: 't', expected: 'proved', claim, ...parts });
const verdict = (claim: string, parts: Partial<Parts> = {}) => decideCalculation(made(claim, parts));

describe('calculations about a family', () => {
  it.each([
    ['metric(sigma, sigma) = 2/sigma^2'],
    ['metric(mu, sigma) = 0'],
    ['christoffel(sigma, mu, mu) = 1/(2*sigma)'],
    ['ricci(mu, mu) = -metric(mu, mu)/2'],
    ['scalar = -1'],
    ['E((x - mu)^4) = 3*sigma^4'],
    ['E(D(logdensity, mu)) = 0'],
    ['-E(D(D(logdensity, sigma), sigma)) = E(D(logdensity, sigma)^2) = metric(sigma, sigma)'],
    ['cubic(mu, mu, sigma) = E(D(logdensity, mu)^2 * D(logdensity, sigma))'],
  ])('of the normal family: %s', (claim) => {
    expect(verdict(claim, { family: normal() }).kind).toBe('proved');
  });

  it('use names of their own: the divergence of two normal distributions, and its second derivative', () => {
    const parts = {
      family: normal(),
      symbols: { m: 'real', s: 'positive' },
      definitions: { KL: 'E(logdensity - (-log(2*pi)/2 - log(s) - (x - m)^2/(2*s^2)))' },
    } as const;
    expect(verdict('KL = log(s/sigma) + (sigma^2 + (mu - m)^2)/(2*s^2) - 1/2', parts).kind).toBe('proved');
    expect(verdict('at(at(D(D(KL, s), s), s, sigma), m, mu) = metric(sigma, sigma)', parts).kind).toBe('proved');
    expect(verdict('at(at(D(D(KL, s), s), s, sigma), m, mu) = -metric(sigma, sigma)', parts).kind).toBe('refuted');
  });

  it('sum over finite spaces, and take pivots', () => {
    expect(verdict('E(x^2) = theta = E(x)', { family: bernoulli() }).kind).toBe('proved');
    expect(verdict('E(x) = 1 - theta', { family: bernoulli() }).kind).toBe('refuted');
    expect(verdict('scalar = 1/2', { family: categorical(3) }).kind).toBe('proved');
    expect(verdict('E(x^2) = lambda + lambda^2', { family: poisson() }).kind).toBe('proved');
    expect(verdict('scalar = -4', { family: cauchy() }).kind).toBe('proved');
  });
});

describe('calculations about a metric and about undetermined functions', () => {
  it('find the curvature of a surface of revolution', () => {
    const metric = {
      coordinates: { r: 'positive', phi: 'real' },
      entries: [
        ['1', '0'],
        ['0', 'r^2'],
      ],
    } as const;
    expect(verdict('scalar = 0', { metric }).kind).toBe('proved');
    expect(verdict('christoffel(r, phi, phi) = -r', { metric }).kind).toBe('proved');
    expect(verdict('christoffel(phi, phi, r) = r', { metric }).kind).toBe('refuted');
  });

  it('differentiate undetermined functions', () => {
    const parts = { symbols: { t: 'real', s: 'real' }, functions: ['f'] } as const;
    expect(verdict('D(D(f(t, s), t), s) = D(D(f(t, s), s), t)', parts).kind).toBe('proved');
    expect(verdict('D(log(f(t, s)), t) = D(f(t, s), t)/f(t, s)', parts).kind).toBe('proved');
    expect(verdict('D(f(t, s)^2, t) = f(t, s)*D(f(t, s), t)', parts).kind).toBe('refuted');
    expect(verdict('sum(k^2*t, k, 1, 4) = 30*t', parts).kind).toBe('proved');
  });
});

describe('a calculation that is wrong', () => {
  it('is refuted at a point, with both values', () => {
    const wrong = verdict('metric(sigma, sigma) = 1/sigma^2', { family: normal() });
    expect(wrong).toEqual({ kind: 'refuted', witness: { inputs: { mu: '1', sigma: '1/2' }, left: 8, right: 4 } });
  });

  it('is undecided, with the step, where only a step between is wrong', () => {
    const verdictOfChain = verdict('(a + 1)^2 = a^2 + 1 = 1 + 2*a + a^2', { symbols: { a: 'real' }, lines: [1, 2, 3] });
    expect(verdictOfChain.kind === 'undecided' && verdictOfChain.reason).toMatch(
      /^line 2: the two sides differ. Left: \(a \+ 1\)\^2/,
    );
  });

  it('is undecided, with the reason, where a side has no meaning', () => {
    const reason = (claim: string, parts: Partial<Parts> = {}): string => {
      const found = verdict(claim, parts);
      return found.kind === 'undecided' ? found.reason : found.kind;
    };
    expect(reason('metric(mu, tau) = 0', { family: normal() })).toMatch('expected metric(i, j)');
    expect(reason('x = 0', { family: normal() })).toMatch('inside E(...)');
    expect(reason('scalar = 0')).toMatch('about no family and no metric');
    expect(reason('E(1) = 1')).toMatch('needs a family');
    expect(reason('a + = 1', { symbols: { a: 'real' } })).toMatch('cannot read');
  });

  it('is refused where it is incomplete', () => {
    expect(() => made('1')).toThrow('expected "left = right"');
    expect(() => made('1 = 1', { label: '' })).toThrow('needs a label');
    expect(() => made('1 = 1', { expected: 'true' as 'proved' })).toThrow('proved, supported');
    expect(isCalculation({ ...made('1 = 1') })).toBe(false);
  });
});

describe('a calculation that was decided', () => {
  it('cannot be made to claim something else', () => {
    const decided = made('x = x', { symbols: { x: 'positive' } });
    expect(decideCalculation(decided).kind).toBe('proved');
    expect(() => Object.assign(decided.chain[1], { text: 'x + 1' })).toThrow(TypeError);
    expect(() => Object.assign(decided.subject.symbols[0], { domain: 'real' })).toThrow(TypeError);
  });
});

describe('a claim of several sides', () => {
  const symbols = { a: 'real' } as const;

  it('states all of them where they stand together, and the ends where the others are its argument', () => {
    expect(claimedSides(made('a + a = 2*a = a*2', { symbols }))).toEqual(['a + a', '2*a', 'a*2']);
    const steps = ['a', { equals: 'a + 0', by: ['h'] }, 'a*1'];
    expect(claimedSides(calculation({ label: 'c', title: '', expected: 'proved', symbols, claim: steps }))).toEqual([
      'a',
      'a*1',
    ]);
    const lines = { symbols, lines: [1, 2, 2] };
    expect(claimedSides(made('a + a = 2*a = a*2', lines))).toEqual(['a + a', 'a*2']);
  });

  it('is refuted where one of them differs, as an argument with equal ends is not', () => {
    expect(verdict('a = a + 1 = a', { symbols })).toMatchObject({ kind: 'refuted', witness: { left: 1, right: 2 } });
    expect(verdict('a = a + 1 = a', { symbols, lines: [1, 2, 3] })).toMatchObject({ kind: 'undecided' });
  });
});
