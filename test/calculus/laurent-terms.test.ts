import { describe, expect, it } from 'vitest';
import {
  closedForms,
  evaluateExpression,
  laurentTerms,
  parseExpression,
  printClosedForm,
  quotientOfMonomials,
} from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([{ name: 's', positive: true }, { name: 'x', positive: true }, { name: 'y' }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
const monomial = (exponents: readonly number[]) =>
  exponents
    .map((exponent, index) => forms.integerPower(forms.generator(index), exponent))
    .reduce(forms.multiply, forms.one);

describe('the terms in kernels of some symbols', () => {
  it('are those of the monomials that occur', () => {
    const terms = laurentTerms(forms, value('(x - s)^2/(2*s) + log(s) + log(s*x)^2/x'), ['x']);
    const shown = terms.map(({ exponents, coefficient }) => [
      printClosedForm(forms, monomial(exponents)),
      printClosedForm(forms, coefficient),
    ]);
    expect(Object.fromEntries(shown)).toEqual({
      1: printClosedForm(forms, value('s/2 + log(s)')),
      x: '-1',
      'x ^ 2': '1 / (2 * s)',
      'log(x) ^ 2 / x': '1',
      'log(x) / x': '2 * log(s)',
      '1 / x': 'log(s) ^ 2',
    });
  });

  it.each(['(3*x^3 - x*exp(s) + 1)/(1 + s)', 'x*y^2/s - exp(x)/(x*y)', 'lgamma(x)*log(1 - x)/x^2 + s', '0'])(
    'put %s together again',
    (text) => {
      const terms = laurentTerms(forms, value(text), ['x', 'y']);
      expect(forms.sum(terms.map((t) => forms.multiply(t.coefficient, monomial(t.exponents))))).toEqual(value(text));
      const inside = terms.flatMap(({ coefficient }) => forms.symbolsOf(coefficient));
      expect(inside.filter((name) => name !== 's')).toEqual([]);
      expect(new Set(terms.map(({ exponents }) => exponents.join())).size).toBe(terms.length);
    },
  );

  it.each(['1/(x + s)', 's/(1 + x^2)', '1/(1 + exp(x))'])('are refused for %s', (text) => {
    expect(() => laurentTerms(forms, value(text), ['x'])).toThrow(UnsupportedError);
    expect(() => laurentTerms(forms, value(text), ['x'])).toThrow(/expected a polynomial in functions of x/);
  });
});

it('a quotient of monomials subtracts exponents and ends with one that is not zero', () => {
  expect(quotientOfMonomials([1, 2, 3], [0, 2, 3])).toEqual([1]);
  expect(quotientOfMonomials([1], [1, 0, 2])).toEqual([0, 0, -2]);
  expect(quotientOfMonomials([2, 1], [2, 1])).toEqual([]);
});
