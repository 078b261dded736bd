import { describe, expect, it } from 'vitest';
import { callable, callableReal, natural, operandSort, parameterOf } from '../../src/derivation/callable.ts';
import { declare, next, pairOf, plus, printTerm } from '../../src/derivation/index.ts';
import { loss, n, p, q, sigma, x, x2, y, α } from './setting.ts';

describe('what functions are called with', () => {
  it('count: next(n) is n + 1, and sums of numbers are expressions in which order does not matter', () => {
    expect(next(n)).toEqual({ variables: ['n'], offset: 1 });
    expect(plus(next(α), plus(n, 2))).toEqual(plus(3, plus(n, α)));
    expect(plus(n, n)).not.toEqual(n);
    expect(next(2)).toEqual(natural(3));
  });

  it('is points, directions and numbers, each of its sort', () => {
    expect([operandSort(2), operandSort(n), operandSort(x)].map(({ sort }) => sort)).toEqual([
      'natural',
      'natural',
      'point',
    ]);
    expect(pairOf(x, x2)).toEqual({ kind: 'pair', left: x, right: x2 });
    expect(parameterOf(n)).toEqual({ sort: 'natural', name: 'n' });
    expect(() => parameterOf(next(n))).toThrow('must be a variable');
  });

  it('of real arguments is the points that number them, then one term', () => {
    expect(printTerm(callable(p.symbol)(x2))).toBe('p(x2)');
    expect(printTerm(sigma.prime(q(y)))).toBe("σ'(q(y))");
    expect(printTerm(callableReal(loss.symbol, [[x2]])(x, p(x)))).toBe('L_{,x2}((p(x))_{x∈X})');
    expect(() => loss(p(x))).toThrow('1 variables and then its real arguments');
    expect(() => declare.realFunction('F', [x.space])(2, p(x))).toThrow('takes variables');
  });
});
