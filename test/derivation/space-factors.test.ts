import { describe, expect, it } from 'vitest';
import { isSameTerm } from '../../src/derivation/identity.ts';
import { declare, next, pairOf, term } from '../../src/derivation/index.ts';
import type { PointVariable, SampleSpace } from '../../src/derivation/space.ts';
import { inFactors } from '../../src/derivation/space-factors.ts';
import { n, X, x } from './setting.ts';

const measured = declare.measureSpaces('M');
let count = 0;
const point = (space: SampleSpace): PointVariable => ({ kind: 'variable', name: `!${count++}`, space });

describe('variables of products as variables of their factors', () => {
  it('takes X^(n+1) apart, leaves X^n whole, and leaves out finite spaces', () => {
    const g = declare.function('g', [n, declare.point('w', measured.first(n))]);
    const w = declare.point('w', measured.first(next(n)));
    const found = inFactors([x, w], g(next(n), w), point);
    expect(found.over.map(({ space }) => space)).toEqual([measured.first(n), measured(next(n))]);
    expect(isSameTerm(found.of, g(next(n), pairOf(found.over[0], found.over[1])))).toBe(true);
    expect(inFactors([x], term.fraction(1, 1), point).over).toEqual([]);
  });

  it('goes on where a factor is a product itself, in the order of the factors', () => {
    const space = (name: string) => declare.measureSpace(name);
    const inner: SampleSpace = { kind: 'pairs', left: space('A'), right: X };
    const all: SampleSpace = { kind: 'pairs', left: inner, right: space('B') };
    const z = declare.point('z', all);
    const found = inFactors([z], declare.function('g', all)(z), point);
    expect(found.over.map((variable) => variable.space)).toEqual([space('A'), space('B')]);
  });
});
