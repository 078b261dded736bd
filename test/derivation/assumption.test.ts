import { describe, expect, it } from 'vitest';
import {
  admitAssumption,
  distinct,
  keyOfAssumption,
  normalisationOf,
  together,
} from '../../src/derivation/assumption.ts';
import { assume, declare, equation, printClaim, term } from '../../src/derivation/index.ts';
import { f, p, q, x } from './setting.ts';

describe('assumptions', () => {
  it('are the same where they say the same', () => {
    const all = [
      assume.positive(p),
      assume.nonzero(p),
      assume.positive(q),
      assume.differentiable(p, 1),
      assume.differentiable(p, 2),
      assume.normalised(p),
      assume.normalised(q),
    ];
    expect(new Set(all.map(keyOfAssumption)).size).toBe(all.length);
    expect(distinct([...all, ...all.map((assumption) => structuredClone(assumption))])).toEqual(all);
    const renamed = assume.equation('other name', term.sum(x, p(x)), 1);
    expect(keyOfAssumption(renamed)).toBe(keyOfAssumption(assume.normalised(p)));
  });

  it('of normalisation sum over the last argument, the others being general', () => {
    expect(printClaim(normalisationOf(f.symbol))).toBe('Σ_{x∈F_α} f(α, x) = 1');
    expect(printClaim(normalisationOf({ name: 'c', parameters: [] }))).toBe('c() = 1');
  });

  it('are checked when they are admitted', () => {
    expect(() => admitAssumption({ kind: 'nice' })).toThrow('"nice"');
    expect(() => admitAssumption({ kind: 'differentiable', function: p.symbol, order: 0 })).toThrow('number of times');
    const twice = equation(term.sum(x, term.sum(x, p(x))), 1);
    expect(() => admitAssumption({ kind: 'equation', name: 'e', claim: twice })).toThrow('bound twice');
    expect(admitAssumption(assume.normalised(f))).toEqual(assume.normalised(f));
  });

  it('are used together only if none is missing', () => {
    const [a, b] = [assume.positive(p), assume.positive(declare.function('r', x.space))];
    expect(together([[a], [b]])).toEqual([a, b]);
    expect(together([[a], null])).toBeNull();
    expect(together([])).toEqual([]);
  });
});
