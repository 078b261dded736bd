import { describe, expect, it } from 'vitest';
import { freeVariables, namesInPoint, namesInSpace, visitFree } from '../../src/derivation/free-variables.ts';
import { declare, next, term } from '../../src/derivation/index.ts';
import { f, family, i, joint, n, p, score, x, x2, α } from './setting.ts';

const { multiply, sum, sumUpTo } = term;

describe('free variables', () => {
  it('are the naturals and points that nothing binds, those in spaces included', () => {
    expect(freeVariables(sum(x, multiply(p(x), score(i, p(x2)))))).toEqual(new Set(['i', 'x2']));
    const z = declare.point('z', family(α));
    expect(freeVariables(sum(z, f(α, z)))).toEqual(new Set(['α']));
    expect(freeVariables(sumUpTo(α, n, sum(z, f(α, z))))).toEqual(new Set(['n']));
  });

  it('do not include what a definition binds', () => {
    const w = declare.point('w', family.first(n));
    expect(freeVariables(sum(w, joint(n, w)))).toEqual(new Set(['n']));
  });

  it('of points and spaces are named', () => {
    const z = declare.point('z', family(next(n)));
    expect(namesInPoint({ kind: 'pair', left: x, right: z })).toEqual(['x', 'z', 'n']);
    expect(namesInPoint({ kind: 'empty' })).toEqual([]);
    expect(namesInSpace({ kind: 'pairs', left: family(α), right: family.first(n) })).toEqual(['α', 'n']);
  });

  it('are visited with their sorts', () => {
    const seen: unknown[] = [];
    visitFree(score(i, p(x)), [], (sort, name) => seen.push([sort, name]));
    expect(seen).toEqual([
      [i.space, 'i'],
      [x.space, 'x'],
    ]);
  });
});
