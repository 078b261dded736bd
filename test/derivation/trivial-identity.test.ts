import fc from 'fast-check';
import { type Assumption, assume, declare, equation, examine, type Term, term } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { mutantTerms } from './mutant-terms.ts';
import { i, j, p, q, score, x, x2, y } from './setting.ts';
import { partsOfSum, plainKey, plainKeyOfAssumption } from './trivial-identity.ts';

const { add, derivative, divide, fraction, log, multiply, negate, subtract, sum } = term;
const s = declare.definition('s', [i, x], score(i, p(x)));
const both = declare.function('b', [x, x2]);

describe('trivial reasons for which terms are equal', () => {
  it.each<[string, Term, Term]>([
    ['names of bound variables', sum(x, p(x)), sum(x2, p(x2))],
    ['the order of factors', multiply(p(x), q(y)), multiply(q(y), p(x))],
    ['definitions', s(j, x2), derivative(j, log(p(x2)))],
    ['two times zero', multiply(2, p(x), 0), fraction(0, 1)],
    ['terms that cancel', subtract(p(x), p(x)), fraction(0, 1)],
    ['numbers', add(p(x), multiply(fraction(1, 2), p(x))), multiply(fraction(3, 2), p(x))],
    ['factors free of the variable of a sum', sum(x, multiply(p(x), q(y))), multiply(q(y), sum(x, p(x)))],
    ['signs before operators', derivative(i, negate(p(x))), negate(derivative(i, p(x)))],
  ])('are %s', (_what, left, right) => expect(plainKey(left)).toBe(plainKey(right)));

  it.each<[string, Term, Term]>([
    ['which variable is bound', sum(x, sum(x2, both(x, x2))), sum(x, sum(x2, both(x, x)))],
    ['what a name inside a definition means', s(j, x), s(i, x)],
    ['which function it is', p(x), q(y)],
    ['what a quotient is of', divide(p(x), q(y)), divide(q(y), p(x))],
    ['the space of a sum', sum(x, 1), sum(y, 1)],
    ['a square', p(x), multiply(p(x), p(x))],
  ])('are not blind to %s', (_what, left, right) => expect(plainKey(left)).not.toBe(plainKey(right)));

  it('hold in models: a term and a mutant that share a key have the same values', () => {
    let alike = 0;
    fc.assert(
      fc.property(arbitraryTerm(3), (written) => {
        for (const { change, term: changed } of mutantTerms(written).slice(0, 40)) {
          const mutant = changed();
          if (plainKey(mutant) !== plainKey(written)) continue;
          alike++;
          let witness: unknown = null;
          try {
            ({ witness } = examine(equation(written, mutant), [], { models: 6 }));
          } catch {
            continue; // a mutant may be ill-formed
          }
          expect(witness, change).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
    expect(alike).toBeGreaterThan(0);
  });

  it('of assumptions, do not see what free variables are called, nor a number before an integrand', () => {
    const M = declare.measureSpace('M');
    const [a, k] = [declare.point('a', M), declare.direction('k')];
    const d = declare.function('d', M);
    const information = (first: typeof i, second: typeof i): Assumption =>
      assume.integrable(multiply(2, d(a), score(first, d(a)), score(second, d(a))), a);
    expect(plainKeyOfAssumption(information(i, j))).toBe(plainKeyOfAssumption(information(j, k)));
    expect(plainKeyOfAssumption(information(i, j))).not.toBe(plainKeyOfAssumption(information(i, i)));
    const other = assume.integrable(multiply(d(a), score(i, d(a)), score(j, d(a))), a);
    expect(plainKeyOfAssumption(other)).toBe(plainKeyOfAssumption(information(i, j)));
  });

  it('name what a sum rests on: the factors with its variable of each product', () => {
    const of = multiply(p(x), subtract(score(i, p(x)), q(y)));
    expect(partsOfSum({ over: x, of })).toHaveLength(2);
    expect(partsOfSum({ over: x, of })).toContain(partsOfSum({ over: x2, of: multiply(3, p(x2)) })[0]);
    expect(partsOfSum({ over: x, of })).toContain(partsOfSum({ over: x, of: multiply(p(x), score(j, p(x))) })[0]);
    expect(partsOfSum({ over: declare.point('x', declare.space('Z')), of: p(x) })).not.toEqual(
      partsOfSum({ over: x, of: p(x) }),
    );
  });

  it('of a sum of finite sums, name what each of their terms rests on', () => {
    const M = declare.measureSpace('M');
    const [m, c, e] = [declare.point('m', M), declare.point('c', x.space), declare.point('e', x.space)];
    const t = declare.function('t', [c, m]);
    const parts = (of: Term): readonly string[] => partsOfSum({ over: m, of });
    expect(parts(sum(c, multiply(p(c), t(c, m))))).toEqual(parts(t(e, m)));
    expect(parts(multiply(sum(c, t(c, m)), sum(c, t(c, m))))).toEqual(parts(multiply(t(c, m), t(e, m))));
    expect(parts(multiply(sum(c, t(c, m)), sum(c, t(c, m))))).not.toEqual(parts(multiply(t(c, m), t(c, m))));
  });
});
