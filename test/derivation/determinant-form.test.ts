import { describe, expect, it } from 'vitest';
import { assume, declare, type Term, term } from '../../src/derivation/index.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { areSame } from './forms-of.ts';

const { add, derivative, determinant, multiply, sum } = term;
const S = declare.space('S');
const [a, b, c, d, r, s] = ['a', 'b', 'c', 'd', 'r', 's'].map((name) => declare.point(name, S));
const k = declare.direction('k');
const A = declare.function('A', [a, b]);
const u = declare.function('u', [a]);

describe('the form of a determinant', () => {
  it('does not depend on the names of its two variables, but on which is which', () => {
    expect(areSame(determinant(a, b, A(a, b)), determinant(r, s, A(r, s)), [])).toBe(true);
    expect(areSame(determinant(a, b, A(a, b)), determinant(r, s, A(s, r)), [])).toBe(false);
    expect(areSame(determinant(a, b, u(a)), determinant(a, b, u(b)), [])).toBe(false);
  });

  it('has its entries in canonical form, by the laws that may be used', () => {
    const [one, other] = [multiply(u(a), A(a, b)), multiply(A(a, b), u(a))];
    expect(areSame(determinant(a, b, one), determinant(a, b, other), [])).toBe(true);
    const product = (x: Term) => determinant(a, b, sum(c, multiply(u(b), x)));
    expect(areSame(product(A(a, c)), determinant(a, b, multiply(u(b), sum(c, A(a, c)))), ['linearity'])).toBe(true);
    expect(areSame(product(A(a, c)), determinant(a, b, multiply(u(b), sum(c, A(a, c)))), [])).toBe(false);
  });

  it('is opaque: no law of sums or derivatives looks into it', () => {
    const every = ['linearity', 'rearrangement', 'delta', 'derivativeOfSum', 'differentiation', 'chainRule'] as const;
    const det = determinant(a, b, A(a, b));
    expect(areSame(determinant(a, b, multiply(2, A(a, b))), multiply(2, det), every)).toBe(false);
    expect(areSame(determinant(a, b, add(A(a, b), A(a, b))), multiply(2, det), every)).toBe(false);
    const moved = determinant(a, b, derivative(k, A(a, b)));
    expect(areSame(derivative(k, det), moved, every, [assume.differentiable(A)])).toBe(false);
    expect(areSame(sum(c, multiply(u(c), det)), multiply(det, sum(c, u(c))), ['linearity'])).toBe(true);
    const dependent = determinant(a, b, multiply(u(c), A(a, b)));
    expect(areSame(sum(c, dependent), determinant(a, b, sum(c, multiply(u(c), A(a, b)))), every)).toBe(false);
    expect(areSame(sum(c, dependent), sum(d, dependent), every)).toBe(false);
  });

  it('lets no variable be captured that is put in', () => {
    const body = determinant(a, b, multiply(A(a, b), u(c)));
    const changed = substitute(body, { points: new Map([['c', a]]) });
    expect(areSame(changed, determinant(r, s, multiply(A(r, s), u(a))), [])).toBe(true);
    expect(areSame(changed, determinant(a, b, multiply(A(a, b), u(a))), [])).toBe(false);
  });
});
