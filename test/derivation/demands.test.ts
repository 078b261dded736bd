import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { admissible, demandsOn } from '../../src/derivation/demands.ts';
import { assume } from '../../src/derivation/index.ts';
import { p, q } from './setting.ts';

describe('what is demanded of a function', () => {
  it('is what is assumed of it and of no other', () => {
    const given = [assume.positive(p), assume.constant(q), assume.normalised(q)];
    expect(demandsOn(p.symbol, given)).toMatchObject({ isPositive: true, isConstant: false, isNormalised: false });
    expect(demandsOn(q.symbol, given)).toMatchObject({ isPositive: false, isConstant: true, isNormalised: true });
  });

  it('refuses values that contradict it, not others', () => {
    const positive = demandsOn(p.symbol, [assume.positive(p)]);
    expect(admissible(rational(1), positive, 0)).toEqual(rational(1));
    expect(admissible(rational(-1), positive, 1)).toEqual(rational(-1));
    expect(() => admissible(rational(0), positive, 0)).toThrow('not seen to hold');
    const constant = demandsOn(p.symbol, [assume.constant(p)]);
    expect(() => admissible(rational(1), constant, 1)).toThrow('not seen to hold');
    expect(() => admissible(rational(0), demandsOn(p.symbol, [assume.nonzero(p)]), 0)).toThrow('not seen to hold');
    expect(() => admissible(rational(1), demandsOn(p.symbol, [assume.normalised(p)]), 0)).toThrow('not seen to hold');
  });
});
