import { describe, expect, it } from 'vitest';
import { calculation, decideCalculation } from '../../src/derivation/calculation.ts';

type Parts = Parameters<typeof calculation>[0];
const verdict = (claim: Parts['claim'], parts: Partial<Parts>) =>
  decideCalculation(calculation({ label: 'c', title: 't', expected: 'proved', claim, ...parts }));

const oscillator = { symbols: { t: 'real' }, functions: ['f'], assume: { ode: 'D(D(f(t), t), t) = -f(t)' } } as const;

describe('steps that rest on an assumed equation', () => {
  it('use it, and its derivatives, wherever they cite it', () => {
    const energy = ['D(f(t)^2 + D(f(t), t)^2, t)', { equals: '0', by: ['ode'] }];
    const proved = verdict(energy, oscillator);
    expect(proved.kind === 'proved' && proved.theorem.assumptions).toEqual([
      't real',
      'f is smooth',
      'ode: D(D(f(t), t), t) = -f(t)',
    ]);
    const fourth = ['D(D(D(D(f(t), t), t), t), t)', { equals: 'f(t)', by: ['ode'] }];
    expect(verdict(fourth, oscillator).kind).toBe('proved');
  });

  it('fail without citing it, and list only what they cite', () => {
    expect(verdict(['D(f(t)^2 + D(f(t), t)^2, t)', '0'], oscillator).kind).toBe('refuted');
    const proved = verdict('D(f(t), t) = D(f(t), t)', oscillator);
    expect(proved.kind === 'proved' && proved.theorem.assumptions).toEqual(['t real', 'f is smooth']);
  });

  it('replace names', () => {
    const parts = { symbols: { p: 'positive', q: 'positive' }, assume: { total: 'q = 1 - p' } } as const;
    expect(verdict(['p^2 + 2*p*q + q^2', { equals: '1', by: ['total'] }], parts).kind).toBe('proved');
    expect(verdict(['p^2 + p*q + q^2', { equals: '1', by: ['total'] }], parts).kind).toBe('undecided');
  });

  it('refuse an unknown name, an unsuitable left side, and what never ends', () => {
    const reason = (assume: Record<string, string>, by: string): string => {
      const found = verdict(['f(t)', { equals: '0', by: [by] }], { ...oscillator, assume });
      return found.kind === 'undecided' ? found.reason : found.kind;
    };
    expect(reason({ a: 'f(t) = 0' }, 'b')).toMatch('no assumption is called "b": declared are a');
    expect(reason({ a: 'f(t) + 1 = 0' }, 'a')).toMatch('the left side of the assumption a');
    expect(reason({ a: 'f(t) = f(t) + 1' }, 'a')).toMatch('does not come to an end');
    expect(() => verdict('1 = 1', { assume: { a: 'f' } })).toThrow('must be an equation');
  });

  it('say nothing of a function with more arguments, nor on a diagonal of partial derivatives', () => {
    const parts = { symbols: { t: 'real', s: 'real' }, functions: ['f'], assume: { a: 'f(t) = 1' } } as const;
    expect(verdict(['f(t, s)', { equals: '1', by: ['a'] }], parts).kind).toBe('undecided');
    expect(verdict(['f(t)', { equals: '1', by: ['a'] }], parts).kind).toBe('proved');
    // f(x, y) = x y has the derivative 2 t along the diagonal, not the sum of two of them.
    const diagonal = { ...parts, assume: { a: 'f(t, t) = t^2' } };
    const found = verdict(['D(f(t, t), t)', { equals: '4*t', by: ['a'] }], diagonal);
    expect(found.kind === 'undecided' && found.reason).toMatch('function of different names');
  });
});
