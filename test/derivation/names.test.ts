import { describe, expect, it } from 'vitest';
import { assume, by, declare, equation, next, start, term } from '../../src/derivation/index.ts';
import { attempt, reasonOf } from './setting.ts';

const { add, delta, multiply, sum } = term;
const [X, Y] = [declare.space('X'), declare.space('Y')];
const [a, b, y] = [declare.point('a', X), declare.point('b', X), declare.point('y', Y)];

describe('the names in a theorem', () => {
  it('tell two definitions apart: f(a) = f(a) + 1 was proved of two of them', () => {
    const one = declare.definition('f', [a], term.fraction(1, 1));
    const zero = declare.definition('f', [a], term.fraction(0, 1));
    const claim = equation(one(a), add(zero(a), 1));
    const proof = start(one(a)).equals(add(zero(a), 1), by.definition(one), by.definition(zero));
    expect(reasonOf(attempt([], claim, proof))).toMatch('two functions are called f');
    const fair = declare.definition('g', [a], term.fraction(0, 1));
    const apart = start(one(a)).equals(add(fair(a), 1), by.definition(one), by.definition(fair));
    expect(attempt([], equation(one(a), add(fair(a), 1)), apart).outcome).toBe('proved');
  });

  it('tell two functions apart, in assumptions too, and functions from definitions and maps', () => {
    const [p, other] = [declare.function('p', [a]), declare.function('p', [y])];
    const both = equation(sum(a, p(a)), sum(y, other(y)));
    const given = [assume.normalised(p), assume.normalised(other)];
    const proof = start(both.left).equals(1, by.normalisation(p)).equals(both.right, by.normalisation(other));
    expect(reasonOf(attempt(given, both, proof))).toMatch('two functions are called p');
    const defined = declare.definition('p', [a], term.fraction(1, 1));
    expect(reasonOf(attempt([assume.positive(p)], equation(defined(a), 1), start(defined(a))))).toMatch(
      'two functions',
    );
  });

  it('tell spaces apart: finite ones, measure spaces and families', () => {
    const measured = declare.point('m', declare.measureSpace('X'));
    const q = declare.function('q', [measured]);
    const claim = equation(multiply(sum(a, 1), q(measured)), multiply(q(measured), sum(a, 1)));
    expect(reasonOf(attempt([], claim, start(claim.left).equals(claim.right)))).toMatch('two spaces are called X');
    const n = declare.natural('n');
    const family = declare.spaces('Z');
    const member = equation(sum(declare.point('z', family(next(n))), 1), sum(declare.point('w', family.first(n)), 1));
    expect(reasonOf(attempt([], member, start(member.left)))).toMatch('must end at');
  });

  it('do not look the same, and are no notation', () => {
    const [latin, cyrillic] = [declare.function('a', []), declare.function('\u0430', [])];
    const claim = equation(add(latin(), cyrillic()), add(cyrillic(), latin()));
    expect(reasonOf(attempt([], claim, start(claim.left).equals(claim.right)))).toMatch(
      'two names look the same, a (U+0061) and \u0430 (U+0430)',
    );
    const log = declare.function('log', [a]);
    expect(reasonOf(attempt([], equation(log(a), log(a)), start(log(a))))).toMatch('log has a meaning');
    const own = declare.function('δ', [a, b]);
    expect(attempt([], equation(own(a, b), own(a, b)), start(own(a, b))).outcome).toBe('proved');
    const mixed = add(own(a, b), delta(a, b));
    expect(reasonOf(attempt([], equation(mixed, mixed), start(mixed)))).toMatch('δ has a meaning');
  });
});
