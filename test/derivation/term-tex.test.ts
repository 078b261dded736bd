import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { declare, equation, next, term } from '../../src/derivation/index.ts';
import { claimToTex, termToTex } from '../../src/derivation/term-tex.ts';
import { i, j, p, x, x2 } from './setting.ts';

const { add, derivative, divide, log, multiply, negate, productUpTo, sum, sumUpTo } = term;

describe('terms in TeX', () => {
  it.each([
    [multiply(p(x), derivative(i, log(p(x)))), 'p(x)\\, \\partial_{i} \\log p(x)'],
    [multiply(derivative(i, p(x)), 2), '\\left(\\partial_{i} p(x)\\right)\\, 2'],
    [divide(add(p(x), 1), 2), '\\frac{p(x) + 1}{2}'],
    [multiply(2, add(p(x), -1)), '2\\, \\left(p(x) - 1\\right)'],
    [negate(sum(x, p(x))), '-\\sum_{x \\in X} p(x)'],
    [log(multiply(2, p(x))), '\\log \\left(2\\, p(x)\\right)'],
    [term.determinant(x, x2, p(x2)), '\\det_{x, x_{2} \\in X} p(x_{2})'],
    [multiply(term.determinant(i, j, p(x)), 2), '\\left(\\det_{i, j} p(x)\\right)\\, 2'],
    [add(), '0'],
    [multiply(), '1'],
    [divide(-1, 2), '\\frac{-1}{2}'],
  ])('%#', (written, tex) => {
    expect(termToTex(written)).toBe(tex);
  });

  it('are read by KaTeX, whatever the space', () => {
    const n = declare.natural('n');
    const spaces = declare.spaces('X');
    const f = declare.functions('f', spaces);
    const α = declare.natural('α');
    const y = declare.point('y', spaces(α));
    const named = declare.spaces('X_a');
    const z = declare.point('z', named(α));
    const w = declare.point('w', spaces.first(next(n)));
    const claims = [
      equation(sumUpTo(α, next(n), sum(y, f(α, y))), productUpTo(α, n, divide(1, 3))),
      equation(sum(w, 1), sum(declare.point('v', spaces.first(0)), add(1, negate(2)))),
      equation(sum(z, 1), 1), // a subscript below a subscript
    ];
    for (const claim of claims) {
      expect(() => katex.renderToString(claimToTex(claim), { throwOnError: true, strict: false })).not.toThrow();
    }
  });
});
