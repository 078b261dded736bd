import { describe, expect, it } from 'vitest';
import { parseExpression, printExpression } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';
import { binomial, type Family, gamma, normal } from '../../src/families/index.ts';
import { sampleReading } from '../../src/interpret/sample-terms.ts';

/** Monomial in functions of the sample: coefficient, as texts. */
function read(family: Family, text: string): Record<string, string> {
  const { terms, show } = sampleReading(family);
  return Object.fromEntries(
    [...terms(parseExpression(text)).values()].map(({ exponents, coefficient }) => [
      show(exponents),
      printExpression(coefficient),
    ]),
  );
}

describe('a function of sample and coordinates is read as', () => {
  it('a sum over monomials in functions of the sample', () => {
    expect(Object.keys(read(normal(), '-(x - mu)^2/(2*sigma^2) - log(sigma)')).sort()).toEqual(['1', 'x', 'x ^ 2']);
    expect(read(gamma(), 'k*log(x) - x/theta + x*log(theta)')).toEqual({
      'log(x)': 'k',
      x: '(theta * log(theta) - 1) / theta',
    });
  });

  it('with logarithms and roots of monomials taken apart', () => {
    expect(read(gamma(), 'log(theta*x^2)')).toEqual({ '1': 'log(theta)', 'log(x)': '2' });
    expect(read(gamma(), 'sqrt(k*x^4)')).toEqual({ 'x ^ 2': 'sqrt(k)' });
    expect(read(gamma(), '(k*x)^-2')).toEqual({ '1 / x ^ 2': '1 / k ^ 2' });
  });

  it('with constants of the family in the coefficients', () => {
    expect(read(binomial(), '(n - x)*log(1 - theta) + x*log(theta)')).toMatchObject({ '1': 'n * log(1 - theta)' });
  });

  it.each(['exp(theta*x)', 'log(theta + x)', '1/(theta + x)', '(theta + x)^(-2)', 'x^theta', 'lgamma(x + theta)'])(
    'but %s is no such sum',
    (text) => {
      expect(() => read(gamma(), text)).toThrow(UnsupportedError);
      expect(() => read(gamma(), `k + ${text}`)).toThrow(/is no sum of products of functions of the sample/);
    },
  );
});
