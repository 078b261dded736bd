import { describe, expect, it } from 'vitest';
import { evaluateExpression, parseWithFunctions, realNumbers } from '../../src/calculus/index.ts';
import { formulaText } from '../../src/derivation/formula-text.ts';

const parse = (text: string) => parseWithFunctions(text, ['f']);

describe('the text of a formula', () => {
  it.each([
    '1 - 2*x^2/(3 - y)',
    '-x^2',
    '(-x)^2',
    '2^(-x)',
    'x - (y - 1)',
    'log(x)/sqrt(2 - y/3)',
    '-(x - y)*(1/2)^x',
    'lgamma(x + 1) - polygamma(1, x)',
    'exp(-(x - y)^2/2)',
    'x/(y/x)/y',
  ])('has the value of %s', (text) => {
    const value = (of: string): number =>
      evaluateExpression(realNumbers, parse(of), (name) => (name === 'x' ? 1.3 : 0.7));
    expect(value(formulaText(parse(text)))).toBeCloseTo(value(text), 12);
  });

  it('is read back as it was written, roots of squares and undetermined functions too', () => {
    for (const text of ['sqrt((x)^(2))', 'partial(f(x, y), 1, 0)', 'f(x, -y)', 'tan(x)']) {
      expect(formulaText(parse(text))).toBe(text);
      expect(parse(formulaText(parse(text)))).toEqual(parse(text));
    }
  });
});
