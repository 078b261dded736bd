import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/derivation/evaluate.ts';
import { declare, type Term, term } from '../../src/derivation/index.ts';
import { type FiniteModel, storedModel } from '../../src/derivation/model.ts';
import { printScalar } from '../../src/derivation/scalar.ts';
import { f, family, i, j, joint, n, p, score, X, x } from './setting.ts';

const { derivative, divide, log, multiply, square, sum } = term;

/** A coin with P(heads) = θ at θ = 3/10, tossed n = 2 times as well. */
function coin(tosses: number): FiniteModel {
  const heads = { '': '3/10', '0': '1', '0,0': '0', '0,0,0': '0' };
  const tails = { '': '7/10', '0': '-1', '0,0': '0', '0,0,0': '0' };
  const each = Array.from({ length: tosses }, (_, toss) => toss + 1);
  return {
    sizes: { X: 2, ...Object.fromEntries(each.map((toss) => [`F[${toss}]`, 2])) },
    dimension: 1,
    naturals: { n: tosses },
    points: { x: 0, i: 0, j: 0 },
    functions: {
      p: { '0': heads, '1': tails },
      f: Object.fromEntries(
        each.flatMap((toss) => [
          [`${toss};0`, heads],
          [`${toss};1`, tails],
        ]),
      ),
    },
  };
}

function printed(written: Term, tosses: number = 2): string {
  return printScalar(evaluate(written, storedModel(coin(tosses))));
}

describe('evaluation in a model', () => {
  const information = sum(x, multiply(p(x), score(i, p(x)), score(j, p(x))));

  it('gives the information of a coin, 1/(θ(1-θ)) = 100/21, in both forms and exactly', () => {
    expect(printed(information)).toBe('100/21');
    expect(printed(sum(x, multiply(-1, p(x), derivative(i, derivative(j, log(p(x)))))))).toBe('100/21');
  });

  it('gives n times that for n tosses, by summing over all 2^n of them', () => {
    for (const tosses of [0, 1, 2, 3]) {
      const w = declare.point('w', family.first(n));
      const probability = joint(n, w);
      const ofAll = sum(w, multiply(probability, score(i, probability), score(j, probability)));
      expect(printed(ofAll, tosses)).toBe(printed(multiply(tosses, information)));
      expect(printed(sum(w, probability), tosses)).toBe('1');
    }
  });

  it('differentiates by the rules that the kernel has, without using them', () => {
    // At heads: p = 3/10, p' = 1, p'' = 0.
    expect(printed(derivative(i, square(p(x))))).toBe('3/5');
    expect(printed(derivative(i, derivative(i, square(p(x)))))).toBe('2');
    expect(printed(derivative(i, divide(1, p(x))))).toBe('-100/9');
    expect(printed(derivative(i, derivative(i, log(p(x)))))).toBe('-100/9');
    expect(printed(derivative(i, derivative(i, derivative(i, log(p(x))))))).toBe('2000/27');
    expect(printed(log(p(x)))).toBe(String(Math.log(0.3)));
  });

  it('is undefined where a division or a logarithm is', () => {
    expect(() => printed(divide(1, derivative(i, derivative(i, p(x)))))).toThrow('division by zero');
    expect(() => printed(log(term.negate(p(x))))).toThrow('not positive');
  });

  it('takes a member of a family of functions by its number', () => {
    expect(printed(f(1, declare.point('x', family(1))))).toBe('3/10');
  });

  it('works out a sum again where what is free in it is another, or where it is differentiated', () => {
    const x2 = declare.point('x2', X);
    const inner = sum(x2, multiply(p(x2), p(x)));
    // The very same term twice: Σ_x p(x) (p(x) + 2 ∂(p(x))) with Σ_x2 p(x2) = 1 and ∂ Σ_x2 p(x2) = 0.
    const outer = sum(x, multiply(p(x), term.add(inner, derivative(i, inner), derivative(j, inner))));
    const plain = sum(x, multiply(p(x), term.add(p(x), derivative(i, p(x)), derivative(j, p(x)))));
    expect(printed(outer)).toBe(printed(plain));
    expect(printed(outer)).toBe(printScalar({ numerator: -11, denominator: 50 }));
  });

  it('tells a natural from a point of the same name around it, as canonical forms have them', () => {
    const point = declare.point('k', X);
    const number = declare.natural('k');
    const member = declare.point('y', family(number));
    // Σ_{k∈X} Σ_{k=1..2} Σ_{y∈F_k} Σ_{m=1..k} 1 is |X| times the rest, in which the terms for k = 1 and k = 2 differ.
    const inner = term.sumUpTo(number, 2, sum(member, term.sumUpTo(declare.natural('m'), number, 1)));
    const outer: Term = { kind: 'sum', over: point, of: inner };
    expect(printed(outer)).toBe(printed(multiply(sum(x, 1), inner)));
  });
});
