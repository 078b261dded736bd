import { describe, expect, it } from 'vitest';
import { bracketed, mutantFormulas } from './formula-mutants.ts';

const texts = (text: string, names: readonly string[] = []) => mutantFormulas(text, names).map((one) => one.text());

describe('mutants of a formula', () => {
  it('change signs, numbers, operands and operations', () => {
    expect(texts('a - 2')).toEqual(
      expect.arrayContaining(['(-(a - 2))', '(2 * (a - 2))', '2', 'a', '(2 - a)', '((-a) - 2)', '(a - (2 + 1))']),
    );
    expect(texts('a*b')).toContain('(a + b)');
    expect(texts('a^b')).toContain('(b ^ a)');
  });

  it('exchange names, also where nothing but a name may stand, and drop functions', () => {
    expect(texts('D(f(a, b), a)', ['a', 'b'])).toEqual(
      expect.arrayContaining(['D(f(a, b), b)', 'D(f(b, a), a)', 'f(a, b)', 'D(f(a, a), a)']),
    );
    expect(texts('D(f(a, b), a)', ['a', 'b'])).not.toContain('D(f(a, b), (-a))');
  });

  it('are all different from the formula', () => {
    const text = '-(x - mu)^2/(2*sigma^2) - log(sigma)';
    expect(texts(text, ['mu', 'sigma'])).not.toContain(bracketed(text));
    expect(bracketed('a - (b - c)')).toBe('(a - (b - c))');
  });
});
