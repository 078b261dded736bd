import { describe, expect, it } from 'vitest';
import { declare, plus } from '../../src/derivation/index.ts';
import {
  addNaturals,
  asVariable,
  isSameNatural,
  isZeroNatural,
  numberNatural,
  predecessor,
  replaceVariables,
  variableNatural,
} from '../../src/derivation/natural.ts';

const [l, k] = [declare.natural('l'), declare.natural('k')];

describe('natural numbers', () => {
  it('are sums of variables and a number, in any order', () => {
    expect(isSameNatural(addNaturals(plus(l, 1), k), plus(k, plus(l, 1)))).toBe(true);
    expect(isSameNatural(plus(l, l), l)).toBe(false);
    expect(isSameNatural(plus(l, k), plus(l, 1))).toBe(false);
  });

  it('go down by one only where they are seen to be at least one', () => {
    expect(predecessor(plus(l, 2))).toEqual(plus(l, 1));
    expect(predecessor(plus(l, k))).toBeNull();
    expect(predecessor(numberNatural(0))).toBeNull();
    expect([isZeroNatural(numberNatural(0)), isZeroNatural(l), isZeroNatural(numberNatural(1))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are variables where they are nothing else', () => {
    expect([asVariable(l), asVariable(plus(l, 1)), asVariable(plus(l, k))]).toEqual(['l', null, null]);
  });

  it('have their variables replaced all at once', () => {
    const values = new Map([
      ['l', plus(k, 1)],
      ['k', l],
    ]);
    expect(replaceVariables(plus(l, plus(k, 2)), values)).toEqual(plus(plus(k, l), 3));
    expect(replaceVariables(plus(l, l), values)).toEqual(plus(plus(k, k), 2));
    expect(replaceVariables(variableNatural('m', 4), values)).toEqual(variableNatural('m', 4));
  });
});
