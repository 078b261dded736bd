import { describe, expect, it } from 'vitest';
import { assume, declare, equation, next, term } from '../../src/derivation/index.ts';
import { inventoryOf } from '../../src/derivation/inventory.ts';
import { assumptionToTex, definitionToTex, textToTex } from '../../src/derivation/statement-tex.ts';

const X = declare.space('X');
const x = declare.point('x', X);
const l = declare.natural('l');
const p = declare.function('p', X);

describe('a statement in TeX', () => {
  it('says what it assumes in signs where there are signs', () => {
    expect(assumptionToTex(assume.positive(p))).toBe('p(x) > 0');
    expect(assumptionToTex(assume.differentiable(p, 2))).toBe('p(x) \\in C^{2} \\text{ in } \\theta');
    expect(assumptionToTex(assume.normalised(p))).toBe('\\sum_{x \\in X} p(x) = 1');
  });

  it('says what a function means, clause by clause of a recursion', () => {
    const sequence = declare.sequence('σ', l, () => [x], {
      zero: (point) => p(point),
      next: (earlier, point) => term.multiply(2, earlier(point)),
    });
    const { definitions } = inventoryOf(equation(sequence(next(l), x), 1), []);
    expect(definitions.map(definitionToTex)).toEqual([
      '\\sigma(0, x) := p(x), \\quad \\sigma(l+1, x) := 2\\, \\sigma(l, x)',
    ]);
  });

  it('has no sign in its words that TeX would read otherwise', () => {
    expect(textToTex('50 % of a_b & {c}')).toBe('50 \\% of a\\_b \\& \\{c\\}');
    expect(textToTex('E[s^2] ≤ σ')).toBe('E[s\\textasciicircum{}2] $\\le$ $\\sigma$');
    expect(textToTex('2.2×10⁻¹⁶')).toBe('2.2$\\times$10$^{-16}$');
    expect(textToTex('größer')).toBe('größer');
  });
});
