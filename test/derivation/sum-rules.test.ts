import { describe, expect, it } from 'vitest';
import { assume, declare, next, term } from '../../src/derivation/index.ts';
import { range, sum as sumForm } from '../../src/derivation/sum-rules.ts';
import { areSame, formsBy } from './forms-of.ts';
import { a, b, d, e, L, M, r, u } from './measured.ts';
import { n, p, q, x, y, α } from './setting.ts';

const { add, multiply, square, sum, sumUpTo } = term;
const [integrableD, integrableE] = [assume.integrable(d(a), a), assume.integrable(e(b), b)];

describe('a sum', () => {
  it('is linear by the law alone, an integral only in integrable parts', () => {
    const parts = sum(x, add(multiply(q(y), p(x)), p(x)));
    expect(areSame(parts, multiply(add(q(y), 1), sum(x, p(x))), ['linearity'])).toBe(true);
    expect(areSame(parts, multiply(add(q(y), 1), sum(x, p(x))), ['interchange'])).toBe(false);
    const whole = sum(a, add(d(a), u(a)));
    expect(areSame(whole, add(sum(a, d(a)), sum(a, u(a))), ['linearity'], [integrableD])).toBe(true); // u: the rest
    expect(areSame(sum(a, multiply(2, u(a))), multiply(2, sum(a, u(a))), ['linearity'])).toBe(false);
  });

  it('changes places with another, integrals where both together converge', () => {
    const [first, second] = [sum(a, sum(b, r(a, b))), sum(b, sum(a, r(a, b)))];
    expect(areSame(first, second, ['interchange'], [assume.integrable(r(a, b), a, b)])).toBe(true);
    expect(areSame(first, second, ['interchange'], [assume.integrable(r(a, b), a)])).toBe(false);
    const product = [sum(a, sum(b, multiply(d(a), e(b)))), sum(b, sum(a, multiply(e(b), d(a))))] as const;
    expect(areSame(...product, ['interchange'], [integrableD, integrableE])).toBe(true);
  });

  it('over pairs is a double one, an integral where both together converge', () => {
    const g = declare.function('g', { kind: 'pairs', left: M, right: L });
    const c = declare.point('c', { kind: 'pairs', left: M, right: L });
    const double = sum(a, sum(b, g({ kind: 'pair', left: a, right: b })));
    expect(areSame(sum(c, g(c)), double, ['sumOverPairs'], [assume.integrable(g(c), c)])).toBe(true);
    expect(areSame(sum(c, g(c)), double, ['sumOverPairs'])).toBe(false);
  });

  it('of a product with finite sums has these outside, by rearrangement', () => {
    const inside = sum(a, multiply(d(a), sum(x, p(x)), sum(x, multiply(p(x), q(y)))));
    const outside = multiply(q(y), square(sum(x, p(x))), sum(a, d(a)));
    expect(areSame(inside, outside, ['rearrangement'], [integrableD])).toBe(true);
    expect(areSame(inside, outside, ['rearrangement'])).toBe(false);
  });

  it('over 1, ..., n + 1 has a last term', () => {
    const forms = formsBy(['lastTerm']);
    const whole = sumUpTo(α, next(n), q(y));
    if (whole.kind !== 'range') throw new Error('a sum over a range was expected');
    expect(range(forms, whole, 0)).toEqual(forms.value(add(sumUpTo(α, n, q(y)), q(y))));
    const plain = sum(x, p(x));
    if (plain.kind !== 'sum') throw new Error('a sum was expected');
    expect(sumForm(forms, plain, 0)).toEqual(forms.value(plain));
  });
});
