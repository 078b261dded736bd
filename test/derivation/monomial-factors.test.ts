import { describe, expect, it } from 'vitest';
import { rationalFunctions as field } from '../../src/algebra/index.ts';
import { Atoms, monomialsOf } from '../../src/derivation/atoms.ts';
import { MonomialFactors, numberOf, valueOfMonomial } from '../../src/derivation/monomial-factors.ts';
import { a, a2, b, d, e, r } from './measured.ts';

const atoms = new Atoms();
const [da, da2, eb, rab] = [d(a), d(a2), e(b), r(a, b)].map((term) => atoms.value(term));
const factors = new MonomialFactors(atoms);
const times = (...parts: (typeof da)[]): typeof da => parts.reduce(field.multiply, field.one);

describe('the factors of a monomial', () => {
  it('are told apart by the variables in them', () => {
    const value = field.divide(times(field.fromInteger(3), da, da, eb), da2);
    expect(field.equals(factors.depending([a], value), times(da, da))).toBe(true);
    expect(field.equals(factors.depending([a2], value), field.divide(field.one, da2))).toBe(true);
    expect(field.equals(factors.depending([], value), field.one)).toBe(true);
  });

  it('are grouped where variables occur together', () => {
    const apart = factors.groups([a, b], times(da, eb));
    expect(apart?.map(({ over }) => over)).toEqual([[a], [b]]);
    const linked = factors.groups([a, b], times(da, rab, eb));
    expect(linked?.map(({ over }) => over)).toEqual([[a, b]]);
    expect(factors.groups([a, a2], da)).toBeNull();
  });

  it('stay together in a denominator that is a sum', () => {
    const value = field.divide(da, field.add(da, eb));
    expect(factors.groups([a, b], value)?.length).toBe(1);
    expect(field.equals(factors.depending([b], value), field.divide(field.one, field.add(da, eb)))).toBe(true);
  });

  it('give the monomial back, and the number of a monomial in a sum', () => {
    const sum = field.add(times(field.fromInteger(5), da), eb);
    const back = monomialsOf(sum.numerator).map(valueOfMonomial);
    expect(field.equals(field.sum(back), sum)).toBe(true);
    expect(numberOf(sum, da)).toEqual(field.fromInteger(5));
    expect(numberOf(sum, rab)).toBeNull();
  });
});
