import { describe, expect, it } from 'vitest';
import { type Term, term } from '../../src/derivation/index.ts';
import { printTerm } from '../../src/derivation/print.ts';
import { minusOne, negated, termsIn } from '../../src/derivation/signed-terms.ts';
import { p, q, x, y } from './setting.ts';

const { add, log, multiply, negate, subtract } = term;
const texts = (of: Term): readonly string[] => termsIn(of).map(printTerm);

describe('terms with signs', () => {
  it('are taken out of sums of sums, each with the sign that it has in the whole', () => {
    expect(texts(subtract(add(p(x), q(y)), log(p(x))))).toEqual(['p(x)', 'q(y)', '-log p(x)']);
    expect(texts(negate(subtract(p(x), negate(q(y)))))).toEqual(['-p(x)', '-q(y)']);
    expect(texts(negate(negate(p(x))))).toEqual(['p(x)']);
    expect(texts(multiply(2, p(x)))).toEqual(['2 p(x)']);
  });

  it('are negated where they are written as -1 times something', () => {
    expect(negated(negate(p(x)))).toEqual(p(x));
    expect(negated(p(x))).toBeNull();
    expect(negated(multiply(-2, p(x)))).toBeNull();
    expect(printTerm(minusOne)).toBe('-1');
  });
});
