import { describe, expect, it } from 'vitest';
import { declare, next } from '../../src/derivation/index.ts';
import { isSameNatural } from '../../src/derivation/natural.ts';
import { expandedSpace, isSameSpace, type SampleSpace, spaceOf } from '../../src/derivation/space.ts';
import { family, i, n, X, Y } from './setting.ts';

describe('sample spaces', () => {
  it('obey X^0 = {()} and X^(n+1) = X^n × X_(n+1)', () => {
    expect(expandedSpace(family.first(0))).toEqual({ kind: 'unit' });
    const split: SampleSpace = { kind: 'pairs', left: family.first(n), right: family(next(n)) };
    expect(isSameSpace(family.first(next(n)), split)).toBe(true);
    expect(isSameSpace(family.first(next(n)), { ...split, right: family(n) })).toBe(false);
    const two: SampleSpace = { kind: 'pairs', left: { kind: 'unit' }, right: family(1) };
    expect(expandedSpace(family.first(2))).toEqual({ kind: 'pairs', left: two, right: family(2) });
  });

  it('are told apart by name, index and length', () => {
    const all = [
      X,
      Y,
      family(1),
      family(2),
      family(n),
      family(next(n)),
      family.first(n),
      declare.spaces('G')(1),
      i.space,
    ];
    for (const [a, first] of all.entries()) {
      for (const [b, second] of all.entries()) expect(isSameSpace(first, second)).toBe(a === b);
    }
    expect(isSameNatural(n, next(n))).toBe(false);
  });

  it('hold the points made of their points', () => {
    const [v, z] = [declare.point('v', family.first(n)), declare.point('z', family(next(n)))];
    expect(isSameSpace(spaceOf({ kind: 'pair', left: v, right: z }), family.first(next(n)))).toBe(true);
    expect(spaceOf({ kind: 'empty' })).toEqual({ kind: 'unit' });
  });
});
