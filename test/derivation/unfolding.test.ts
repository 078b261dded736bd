import { describe, expect, it } from 'vitest';
import { isSameTerm } from '../../src/derivation/identity.ts';
import { declare, next, pairOf, type Term, term } from '../../src/derivation/index.ts';
import { unfolded } from '../../src/derivation/unfolding.ts';
import { f, family, i, j, joint, n, p, score, x, x2 } from './setting.ts';

function unfold(call: Term): Term | null {
  return call.kind === 'defined' ? unfolded(call.definition, call.arguments) : null;
}

describe('unfolding', () => {
  it('puts the arguments for the parameters', () => {
    const s = declare.definition('s', [i, x], score(i, p(x)));
    expect(isSameTerm(unfold(s(j, x2))!, score(j, p(x2)))).toBe(true);
  });

  it('of a recursion goes from n + 1 to n, and ends at 0', () => {
    const [v, z] = [declare.point('v', family.first(n)), declare.point('z', family(next(n)))];
    expect(isSameTerm(unfold(joint(next(n), pairOf(v, z)))!, term.multiply(joint(n, v), f(next(n), z)))).toBe(true);
    expect(isSameTerm(unfold(joint(0, { kind: 'empty' }))!, term.fraction(1, 1))).toBe(true);
  });

  it('is not possible for a general n or a point that is not written as a pair', () => {
    expect(unfold(joint(n, declare.point('w', family.first(n))))).toBeNull();
    expect(unfold(joint(next(n), declare.point('w', family.first(next(n)))))).toBeNull();
  });

  it('does not let a binder of the body capture the earlier value', () => {
    const t = declare.point('t', family(1));
    const odd = declare.recursion('O', family, term.fraction(1, 1), (before) =>
      term.sum(t, term.multiply(before, f(1, t))),
    );
    const outer = declare.point('t', family.first(n));
    const result = unfold(odd(next(n), pairOf(outer, declare.point('z', family(next(n))))))!;
    const o = declare.point('o', family(1));
    expect(isSameTerm(result, term.sum(o, term.multiply(odd(n, outer), f(1, o))))).toBe(true);
  });
});
