import { describe, expect, it } from 'vitest';
import {
  assume,
  declare,
  equation,
  next,
  pairOf,
  printAssumption,
  printClaim,
  printTerm,
  type Term,
  term,
} from '../../src/derivation/index.ts';
import { printDefinition, printSpace } from '../../src/derivation/print.ts';
import { f, family, i, j, joint, n, p, q, score, X, x, x2, Y, y, α } from './setting.ts';

const { add, derivative, divide, log, multiply, negate, subtract, sum, sumUpTo } = term;

describe('printing', () => {
  it('uses the usual notation, with the parentheses that are needed', () => {
    const z = declare.point('z', family(α));
    const printed: readonly [Term, string][] = [
      [sum(x, multiply(p(x), score(i, p(x)))), 'Σ_{x∈X} p(x) ∂_i log p(x)'],
      [multiply(sum(x, p(x)), sum(y, q(y))), '(Σ_{x∈X} p(x)) Σ_{y∈Y} q(y)'],
      [multiply(add(p(x), q(y)), 2), '(p(x) + q(y)) 2'],
      [subtract(p(x), sum(x2, p(x2))), 'p(x) - Σ_{x2∈X} p(x2)'],
      [negate(p(x)), '-p(x)'],
      [divide(1, multiply(p(x), p(x))), '1/(p(x) p(x))'],
      [derivative(i, derivative(j, log(add(p(x), 1)))), '∂_i ∂_j log (p(x) + 1)'],
      [sumUpTo(α, next(n), sum(z, f(α, z))), 'Σ_{α=1..n+1} Σ_{z∈F_α} f(α, z)'],
      [joint(n, declare.point('w', family.first(n))), 'P(n, w)'],
      [declare.function('r', { kind: 'pairs', left: X, right: Y })(pairOf(x, y)), 'r((x, y))'],
      [divide(derivative(i, p(x)), p(x)), '(∂_i p(x))/p(x)'],
      [term.determinant(x, x2, multiply(p(x), p(x2))), 'det_{x,x2∈X} p(x) p(x2)'],
      [multiply(term.determinant(i, j, p(x)), p(x)), '(det_{i,j} p(x)) p(x)'],
      [derivative(i, term.determinant(x, x2, add(p(x), 1))), '∂_i (det_{x,x2∈X} (p(x) + 1))'],
      [term.fraction(-1, 2), '-1/2'],
      [term.add(), '0'],
      [term.multiply(), '1'],
    ];
    for (const [written, text] of printed) expect(printTerm(written)).toBe(text);
  });

  it('prints definitions, of sequences by their two clauses', () => {
    const s = declare.definition('s', [i, x], score(i, p(x)));
    expect(printDefinition(s.definition)).toBe('s(i, x) := ∂_i log p(x)');
    expect(printDefinition(joint.definition)).toBe('P(0, ()) := 1; P(n+1, (v, x)) := P(n, v) f(n+1, x)');
  });

  it('prints claims, assumptions and spaces', () => {
    expect(printClaim(equation(p(x), 1))).toBe('p(x) = 1');
    expect(printAssumption(assume.positive(p))).toBe('p(x) > 0');
    expect(printAssumption(assume.nonzero(p))).toBe('p(x) ≠ 0');
    expect(printAssumption(assume.differentiable(f, 2))).toBe('f(α, x) twice continuously differentiable in θ');
    expect(printAssumption(assume.normalised(q))).toBe('normalisation of q: Σ_{x∈Y} q(x) = 1');
    expect(printSpace({ kind: 'pairs', left: family.first(next(n)), right: { kind: 'unit' } })).toBe('F^(n+1)×{()}');
  });
});
