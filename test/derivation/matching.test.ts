import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameTerm } from '../../src/derivation/identity.ts';
import { declare, type Natural, next, plus, type Term, term } from '../../src/derivation/index.ts';
import { match, patternSign } from '../../src/derivation/matching.ts';
import { renaming } from '../../src/derivation/replacements.ts';
import { substitute } from '../../src/derivation/substitution.ts';
import { arbitraryTerm } from './arbitrary-terms.ts';
import { f, family, i, j, n, p, q, score, x, x2, y } from './setting.ts';

const { add, derivative, multiply, sum } = term;

function pattern(written: Term): Term {
  return substitute(written, renaming([written], patternSign));
}

describe('matching', () => {
  it('finds a term in its own pattern', () => {
    fc.assert(
      fc.property(arbitraryTerm(3), (written) => {
        const found = match(pattern(written), written);
        expect(found).not.toBeNull();
        expect(isSameTerm(substitute(pattern(written), found!), written)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('takes one value for one variable', () => {
    const twice = pattern(multiply(p(x), p(x)));
    expect(match(twice, multiply(p(x2), p(x2)))).not.toBeNull();
    expect(match(twice, multiply(p(x), p(x2)))).toBeNull();
  });

  it('tries sums and products in any order', () => {
    const found = match(pattern(multiply(score(i, p(x)), p(x))), multiply(p(x2), score(j, p(x2))));
    expect(found?.points?.get('?i')).toEqual(j);
    expect(match(pattern(add(p(x), q(y))), add(q(y), p(x2)))).not.toBeNull();
    expect(match(pattern(add(p(x), q(y))), add(p(x), p(x2)))).toBeNull();
  });

  it('goes down from n + 1 to n but not below', () => {
    const z = declare.point('z', family(next(n)));
    const found = match(pattern(f(next(n), z)), f(3, declare.point('z', family(3))));
    expect(found?.naturals?.get('?n')).toEqual({ variables: [], offset: 2 });
    expect(match(pattern(f(next(n), z)), f(0, declare.point('z', family(0))))).toBeNull();
    expect(match(pattern(f(next(n), z)), f(n, declare.point('z', family(n))))).toBeNull();
  });

  it('settles a sum of numbers by whatever mentions its parts, on either side of a derivative', () => {
    const c = declare.coordinates('c', [n]);
    const [m, high] = [declare.natural('m'), declare.natural('k')];
    const at = (index: Natural) => f(index, declare.point('z', family(index)));
    const below = pattern(derivative(c(plus(n, m)), at(n)));
    expect(match(below, derivative(c(plus(n, 3)), at(n)))?.naturals?.get('?m')).toEqual(plus(0, 3));
    expect(match(below, derivative(c(plus(n, high)), at(high)))?.naturals?.get('?m')).toEqual(n);
    expect(match(below, derivative(c(n), at(plus(n, 1))))).toBeNull();
    const above = pattern(derivative(c(n), at(plus(n, m))));
    expect(match(above, derivative(c(high), at(plus(high, 2))))?.naturals?.get('?m')).toEqual(plus(0, 2));
  });

  it('needs other functions, spaces and bound structure to be the same', () => {
    expect(match(pattern(sum(x, p(x))), sum(y, q(y)))).toBeNull();
    expect(match(pattern(sum(x, p(x2))), sum(x, p(x)))).not.toEqual({
      naturals: new Map(),
      points: new Map(),
    });
    expect(match(p(x), p(x2))).toBeNull();
  });

  it('gives up where alike factors have too many orders, rather than try them all', () => {
    const points = Array.from({ length: 14 }, (_, place) => declare.point(`z${place}`, x.space));
    const all = (last: Term): Term => multiply(...points.map((z) => score(i, p(z))), last);
    // Only the last factor does not fit: 14! orders of the others would be tried before that is seen.
    expect(match(pattern(all(p(x))), all(q(y)))).toBeNull();
    expect(match(pattern(all(p(x))), all(p(x)))).not.toBeNull();
  });
});
