import { describe, expect, it } from 'vitest';
import { rationalFunctions as field } from '../../src/algebra/index.ts';
import { Atoms, monomialsOf } from '../../src/derivation/atoms.ts';
import { term } from '../../src/derivation/index.ts';
import { openedSums, split, splitPowers } from '../../src/derivation/summands.ts';
import { p, q, x, x2, y } from './setting.ts';

const { multiply, sum } = term;
const atoms = new Atoms();
const [px, qy] = [p(x), q(y)].map((of) => atoms.value(of));

describe('a product under a sum', () => {
  it('is what is free of the variable times the rest', () => {
    const product = field.multiply(field.multiply(px, px), qy);
    const [outer, inner] = splitPowers(atoms, monomialsOf(product.numerator)[0].powers, 'x');
    expect(field.equals(outer, qy)).toBe(true);
    expect(field.equals(inner, field.multiply(px, px))).toBe(true);
  });

  it('has its denominator taken apart, unless that is a sum with the variable in it', () => {
    const [outer, inner] = split(atoms, field.multiply(px, qy).numerator, 'x');
    expect([field.equals(outer, qy), field.equals(inner, px)]).toEqual([true, true]);
    const [none, whole] = split(atoms, field.add(px, qy).numerator, 'x');
    expect([field.equals(none, field.one), field.equals(whole, field.add(px, qy))]).toEqual([true, true]);
    const [all] = split(atoms, field.add(px, qy).numerator, 'z');
    expect(field.equals(all, field.add(px, qy))).toBe(true);
  });

  it('gives up the signs of its finite sums, each with a variable of its own', () => {
    const squared = field.integerPower(atoms.value(sum(x2, multiply(p(x2), q(y)))), 2);
    const { sums, product } = openedSums(field.multiply(px, squared), atoms);
    expect(new Set(sums.map(({ name }) => name)).size).toBe(2);
    expect(product.kind === 'multiply' && product.factors.length).toBe(3);
    expect(openedSums(px, atoms).sums).toEqual([]);
  });
});
