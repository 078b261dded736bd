import { describe, expect, it } from 'vitest';
import { determinantLawIn } from '../../src/derivation/determinants.ts';
import {
  assume,
  by,
  declare,
  determinants,
  equation,
  examine,
  inequality,
  type Justification,
  type SamplePoint,
  start,
  type Term,
  type Theorem,
  term,
} from '../../src/derivation/index.ts';
import { determinantTheorems } from '../../src/derivation/kernel.ts';
import { attempt, reasonOf, X, Y } from './setting.ts';

const { add, delta, derivative, determinant, log, multiply, subtract, sum } = term;

const S = declare.space('S');
const [a, b, c, i] = ['a', 'b', 'c', 'i'].map((name) => declare.point(name, S));
const k = declare.direction('k');
const [A, B] = [declare.function('A', [a, b]), declare.function('B', [a, b])];
const u = declare.function('u', [a]);
type Entry = (row: SamplePoint, column: SamplePoint) => Term;
const det = (of: Entry): Term => determinant(a, b, of(a, b));
const withRow = (of: Entry, row: (column: SamplePoint) => Term): Entry => {
  return (r, s) => add(multiply(subtract(1, delta(r, i)), of(r, s)), multiply(delta(r, i), row(s)));
};
const product: Entry = (row, column) => sum(c, multiply(A(row, c), B(c, column)));

/** Whether one equality is accepted by these reasons. */
const accepts = (
  left: Term,
  right: Term,
  given: Parameters<typeof attempt>[0],
  ...reasons: readonly Justification<Theorem>[]
): boolean => attempt(given, equation(left, right), start(left).equals(right, ...reasons)).outcome === 'proved';

describe('laws of determinants in a derivation', () => {
  it('hold for matrices numbered by any finite space, the coordinates of θ among them', () => {
    const both = multiply(det(A), det(B));
    expect(accepts(det(product), both, [], determinants.product(S, A, B))).toBe(true);
    expect(accepts(det(product), both, [])).toBe(false);
    expect(accepts(det(product), multiply(2, both), [], determinants.product(S, A, B))).toBe(false);
    const [m, n, o] = ['m', 'n', 'o'].map(declare.direction);
    const [G, J] = [declare.function('G', [m, n]), declare.function('J', [m, n])];
    const turned = determinant(m, n, sum(o, multiply(G(m, o), J(o, n))));
    const apart = multiply(determinant(m, n, G(m, n)), determinant(m, n, J(m, n)));
    expect(accepts(turned, apart, [], determinants.product(m.space, G, J))).toBe(true);
    expect(accepts(turned, apart, [], determinants.product(S, A, B))).toBe(false);
  });

  it('need what is put in to be a matrix over the space, and the other side to be an instance', () => {
    const wrong = (row: SamplePoint, column: SamplePoint): Term => A(column, row);
    expect(accepts(det(product), multiply(det(A), det(B)), [], determinants.product(S, wrong, B))).toBe(false);
    expect(accepts(det(A), det(wrong), [], determinants.transposition(S, A))).toBe(true);
    expect(accepts(det(A), det(B), [], determinants.transposition(S, A))).toBe(false);
    const replaced = det(withRow(delta, (column) => u(column)));
    expect(
      accepts(
        replaced,
        u(i),
        [],
        determinants.row(S, (_, column) => u(column)),
      ),
    ).toBe(true);
    expect(
      accepts(
        replaced,
        u(b),
        [],
        determinants.row(S, (_, column) => u(column)),
      ),
    ).toBe(false);
  });

  it('differentiate row by row, but only what may be differentiated', () => {
    const moved = sum(i, det(withRow(A, (column) => derivative(k, A(i, column)))));
    const by1 = [determinants.derivative(S, A), by.delta] as const;
    expect(accepts(derivative(k, det(A)), moved, [assume.differentiable(A)], ...by1)).toBe(true);
    const [differentiable, constant] = [assume.differentiable(B), assume.constant(A)];
    expect(accepts(derivative(k, det(A)), moved, [differentiable], ...by1)).toBe(false);
    const zero = term.fraction(0, 1);
    expect(accepts(derivative(k, det(A)), zero, [constant], by.differentiation)).toBe(true);
    expect(accepts(derivative(k, det(A)), zero, [assume.differentiable(A)], by.differentiation)).toBe(false);
  });

  it('are linear in a row at a time', () => {
    const terms = {
      over: S,
      coefficient: (_row: SamplePoint, at: SamplePoint) => u(at),
      row: (_row: SamplePoint, at: SamplePoint, column: SamplePoint) => B(at, column),
    };
    const left = det(withRow(A, (column) => sum(c, multiply(u(c), B(c, column)))));
    const right = sum(c, multiply(u(c), det(withRow(A, (column) => B(c, column)))));
    expect(accepts(left, right, [], determinants.linearity(S, A, terms))).toBe(true);
    // In all rows at once it is not.
    const all = det((_, column) => sum(c, multiply(u(c), B(c, column))));
    const none = sum(
      c,
      multiply(
        u(c),
        det((_, column) => B(c, column)),
      ),
    );
    expect(accepts(all, none, [], determinants.linearity(S, A, terms))).toBe(false);
    expect(
      accepts(
        det((r, s) => add(A(r, s), B(r, s))),
        add(det(A), det(B)),
        [],
        determinants.linearity(S, A, terms),
      ),
    ).toBe(false);
  });

  it('capture nothing: entries may mention the names that the laws bind', () => {
    const e = declare.point('e', S);
    const scaled: Entry = (row, column) => multiply(u(c), A(row, column));
    const bound = determinant(a, b, sum(e, multiply(u(c), A(a, e), B(e, b))));
    const apart = multiply(det(scaled), det(B));
    expect(accepts(bound, apart, [], determinants.product(S, scaled, B), by.rearrangement)).toBe(true);
    // Were c captured, u would be inside the sum of the product.
    const captured = determinant(a, b, sum(e, multiply(u(e), A(a, e), B(e, b))));
    expect(accepts(captured, apart, [], determinants.product(S, scaled, B), by.rearrangement)).toBe(false);
    expect(examine(equation(captured, apart), []).witness).not.toBeNull();
  });

  it('say nothing of signs: a determinant may be negative or zero', () => {
    const positive = [assume.positive(A)];
    expect(attempt(positive, inequality(0, det(A)), start(0).atMost(det(A))).outcome).toBe('failed');
    expect(reasonOf(attempt(positive, equation(log(det(A)), log(det(A))), start(log(det(A)))))).toContain(
      'is positive',
    );
    const quotient = term.divide(det(A), det(A));
    expect(reasonOf(attempt(positive, equation(quotient, 1), start(quotient).equals(1)))).toContain('not zero');
  });

  it('are said in words where an argument is explained', () => {
    expect(determinantLawIn(determinantTheorems.product)).toContain('product of the determinants');
    const outcome = attempt([], equation(u(a), u(a)), start(u(a)));
    if (outcome.outcome === 'failed') throw new Error('u = u');
    expect(determinantLawIn(outcome.theorem)).toBeUndefined();
  });

  it('are refused of what is no square matrix of finitely many rows', () => {
    const M = declare.function('M', [declare.point('x', X), declare.point('y', Y)]);
    const [x, y] = [declare.point('x', X), declare.point('y', Y)];
    const oblong = determinant(x, y, M(x, y));
    expect(reasonOf(attempt([], equation(oblong, oblong), start(oblong)))).toContain('one space');
    const Ω = declare.measureSpace('Ω');
    const [o, o2] = [declare.point('o', Ω), declare.point('o2', Ω)];
    const kernel = determinant(o, o2, declare.function('K', [o, o2])(o, o2));
    expect(reasonOf(attempt([], equation(kernel, kernel), start(kernel)))).toContain('finitely many');
    const twice = determinant(a, a, A(a, a));
    expect(reasonOf(attempt([], equation(twice, twice), start(twice)))).toContain('bound twice');
    expect(reasonOf(attempt([], equation(det(A), u(a)), start(det(A)).equals(u(a))))).toContain('free and bound');
    expect(() => determinants.product(Ω, A, B)).toThrow('finite');
  });
});
