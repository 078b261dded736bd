import { describe, expect, it } from 'vitest';
import { declare, next, printTerm, term } from '../../src/derivation/index.ts';
import { f, family, i, j, n, p, score, x, x2 } from './setting.ts';

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

  it('refuse names that are none and parameters that are no variables', () => {
    for (const make of [declare.direction, declare.natural, declare.space, declare.spaces]) {
      expect(() => make('2x')).toThrow('expected a name');
    }
    expect(() => declare.definition('d', [next(n)], p(x))).toThrow('must be a variable');
  });

  it('make recursions over samples, with or without further parameters, of one kind', () => {
    const plain = declare.recursion('R', family, term.fraction(1, 1), (before) => term.multiply(2, before));
    const with_ = declare.recursionWith('R', family, [], {
      zero: () => term.fraction(1, 1),
      next: (earlier) => term.multiply(2, earlier()),
    });
    expect(plain.definition).toEqual(with_.definition);
    expect(declare.parameter('θ0').space).toEqual({ kind: 'parameters' });
  });
});
