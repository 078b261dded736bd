import { describe, expect, it } from 'vitest';
import { bind, interchanged, opened, withLevel } from '../../src/derivation/binder.ts';
import { freeVariables } from '../../src/derivation/free-variables.ts';
import { isSameTerm, keyOf } from '../../src/derivation/identity.ts';
import { declare, type Term, term } from '../../src/derivation/index.ts';
import { f, family, n, p, q, X, x, x2, y, α } from './setting.ts';

const { multiply, sum, sumUpTo } = term;
const plain = (body: Term): Term => body;
const always = (): boolean => true;

function isBound(written: Term): written is Extract<Term, { kind: 'sum' | 'range' }> {
  return written.kind === 'sum' || written.kind === 'range';
}

describe('binders', () => {
  it('are opened and closed without changing the term', () => {
    const z = declare.point('z', family(α));
    for (const written of [sum(x, multiply(p(x), p(x2))), sumUpTo(α, n, sum(z, f(α, z)))]) {
      if (!isBound(written)) throw new Error('a sum was expected');
      const { binder, body } = opened(written, 'o');
      expect(isSameTerm(bind(binder, body), written)).toBe(true);
      expect(withLevel(written, 4).binder.name).toBe('#4');
    }
  });

  it('of nested sums come in one order, whichever was written', () => {
    const r = declare.function('r', { kind: 'pairs', left: X, right: X });
    const both = (a: typeof x, b: typeof x) => r({ kind: 'pair', left: a, right: b });
    const pairs: readonly [Term, Term][] = [
      [sum(x, sum(y, multiply(p(x), q(y)))), sum(y, sum(x, multiply(p(x), q(y))))],
      [sum(x, sum(x2, both(x, x2))), sum(x2, sum(x, both(x, x2)))],
      [sum(x, sumUpTo(α, n, p(x))), sumUpTo(α, n, sum(x, p(x)))],
    ];
    for (const [first, second] of pairs) {
      expect(keyOf(interchanged(first, 0, always, plain))).toBe(keyOf(interchanged(second, 0, always, plain)));
    }
    expect(keyOf(interchanged(sum(x, sum(x2, both(x, x2))), 0, always, plain))).not.toBe(
      keyOf(interchanged(sum(x, sum(x2, both(x, x))), 0, always, plain)),
    );
  });

  it('stay after the variables that their spaces depend on', () => {
    const z = declare.point('z', family(α));
    const written = sumUpTo(α, n, sum(z, f(α, z)));
    expect(freeVariables(interchanged(written, 0, always, plain))).toEqual(new Set(['n']));
    const [α2, m] = [declare.natural('β'), declare.natural('m')];
    const triangle = sumUpTo(α, n, sumUpTo(α2, α, f(m, declare.point('c', family(m)))));
    expect(freeVariables(interchanged(triangle, 0, always, plain))).toEqual(freeVariables(triangle));
  });
});
