import { describe, expect, it } from 'vitest';
import { by, isTheorem, type Theorem } from '../../src/derivation/index.ts';
import { admitJustification } from '../../src/derivation/justification.ts';
import { p, X, x, x2 } from './setting.ts';

describe('a justification', () => {
  it('is copied and frozen', () => {
    const reasons = [by.algebra, by.linearity, by.inductionHypothesis, by.normalisation(p)];
    for (const reason of reasons) {
      const copy = admitJustification(reason, isTheorem);
      expect(copy).toEqual(reason);
      expect(Object.isFrozen(copy)).toBe(true);
    }
  });

  it('is one of a closed list', () => {
    expect(() => admitJustification({ kind: 'intuition' }, isTheorem)).toThrow('"intuition"');
    expect(() => admitJustification({ kind: 'law', law: 'magic' }, isTheorem)).toThrow('laws: differentiation');
  });

  it('by a theorem needs a theorem, among those that discharge it too', () => {
    const anything = (_value: unknown): _value is Theorem => true;
    const forged = { claim: { left: p(x), right: p(x2) }, assumptions: [] } as unknown as Theorem;
    expect(() => admitJustification(by.theorem(forged), isTheorem)).toThrow('this kernel proved');
    const reason = by.theorem(forged, { spaces: { X }, functions: [[p, (point: typeof x) => p(point)]] });
    expect(admitJustification(reason, anything)).toMatchObject({ kind: 'theorem' });
    let asked = 0;
    const onlyFirst = (value: unknown): value is Theorem => value === forged && asked++ === 0;
    expect(() => admitJustification(by.theorem(forged, { discharging: [forged] }), onlyFirst)).toThrow('resembles');
  });

  it('replaces functions by well-formed terms only', () => {
    const forged = {} as Theorem;
    const anything = (_value: unknown): _value is Theorem => true;
    const ill = by.theorem(forged, { functions: [[p, () => ({ kind: 'recurrence', arguments: [] })]] });
    expect(() => admitJustification(ill, anything)).toThrow('recurrence');
  });
});
