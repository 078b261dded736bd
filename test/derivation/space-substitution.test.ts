import { describe, expect, it } from 'vitest';
import { declare, next } from '../../src/derivation/index.ts';
import { isSameSpace } from '../../src/derivation/space.ts';
import {
  foreignSpaces,
  substituteInNatural,
  substituteInParameters,
  substituteInSignature,
  substituteInSpace,
  withoutForeignSign,
} from '../../src/derivation/space-substitution.ts';
import { family, N, n, p, W, X, Y } from './setting.ts';

describe('substitution in spaces', () => {
  it('puts naturals into spaces', () => {
    const naturals = new Map([['n', next(n)]]);
    const space = substituteInSpace(family.first(next(n)), { naturals });
    expect(isSameSpace(space, family.first(next(next(n))))).toBe(true);
    expect(substituteInNatural(next(n), { naturals })).toEqual(next(next(n)));
    expect(substituteInNatural(n, {})).toEqual(n);
  });

  it('puts spaces for base spaces, not for families, and no infinite one for a finite one', () => {
    const pairs = { kind: 'pairs', left: X, right: Y } as const;
    expect(substituteInSpace(pairs, { spaces: new Map([['X', Y]]) })).toEqual({ ...pairs, left: Y });
    const measured = new Map([['X', declare.measureSpace('M')]]);
    expect(() => substituteInSpace(X, { spaces: measured })).toThrow('finite space');
    expect(substituteInSpace(declare.measureSpace('X'), { spaces: measured })).toMatchObject({ name: 'M' });
    for (const space of [family(n), family.first(n)]) {
      expect(() => substituteInSpace(space, { spaces: new Map([['F', Y]]) })).toThrow('family of spaces');
    }
  });

  it('leaves what parameters are numbered by alone, and captures nothing', () => {
    const { parameters, name } = W.symbol;
    expect(substituteInParameters(parameters, name, { naturals: new Map([['l', next(n)]]) })).toEqual(parameters);
    // The n of N_n that comes in is not the n of a signature.
    const spaces = new Map([['X', N(n)]]);
    const own = [{ sort: 'natural', name: 'n' }, ...p.symbol.parameters] as const;
    expect(() => substituteInParameters(own, 'r', { spaces })).toThrow('depends on n:');
    expect(() => substituteInSignature(X, own, 'r', { spaces })).toThrow('r would live on a space');
    expect(substituteInSignature(X, own, 'r', { spaces: new Map([['X', Y]]) })).toEqual(Y);
  });

  it('signs the variables of what comes in', () => {
    const space = foreignSpaces({ spaces: new Map([['X', N(n)]]) }).get('X');
    expect(space).toEqual(N({ variables: ['*n'], offset: 0 }));
    expect([withoutForeignSign('*n'), withoutForeignSign('n')]).toEqual(['n', 'n']);
  });
});
