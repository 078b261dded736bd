import { describe, expect, it } from 'vitest';
import { natural } from '../../src/derivation/declare.ts';
import { declare, next, pairOf, plus, printTerm, term } from '../../src/derivation/index.ts';
import { f, family, i, j, n, p, score, x, x2, α } from './setting.ts';

describe('declarations', () => {
  it('make functions that are called with points, numbers and directions', () => {
    expect(printTerm(p(x))).toBe('p(x)');
    expect(printTerm(f(2, declare.point('z', family(2))))).toBe('f(2, z)');
    const s = declare.definition('s', [i, x], score(i, p(x)));
    expect(printTerm(s(j, x2))).toBe('s(j, x2)');
    expect(s.definition).toMatchObject({
      kind: 'plain',
      parameters: [{ sort: 'point', space: { kind: 'coordinates' } }, { sort: 'point' }],
    });
    expect(printTerm(declare.definition('t', [n], term.sumUpTo(declare.natural('k'), n, 1))(4))).toBe('t(4)');
  });

  it('count: next(n) is n + 1, and sums of numbers are expressions in which order does not matter', () => {
    expect(next(n)).toEqual({ variables: ['n'], offset: 1 });
    expect(plus(next(α), plus(n, 2))).toEqual(plus(3, plus(n, α)));
    expect(plus(n, n)).not.toEqual(n);
    expect(next(2)).toEqual(natural(3));
  });

  it('refuse names that are none and parameters that are no variables', () => {
    for (const make of [declare.direction, declare.natural, declare.space, declare.spaces]) {
      expect(() => make('2x')).toThrow('expected a name');
    }
    expect(() => declare.definition('d', [next(n)], p(x))).toThrow('must be a variable');
    expect(pairOf(x, x2)).toEqual({ kind: 'pair', left: x, right: x2 });
  });
});
