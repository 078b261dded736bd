import { describe, expect, it } from 'vitest';
import {
  closedForms,
  coefficientsIn,
  evaluateExpression,
  parseExpression,
  printClosedForm,
} from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([{ name: 's', positive: true }, { name: 'x' }]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('the coefficients in one symbol', () => {
  it('are those of the powers that occur', () => {
    const coefficients = coefficientsIn(forms, value('(x - s)^2/(2*s) + log(s)'), 'x');
    const shown = [...coefficients].map(([exponent, c]) => [exponent, printClosedForm(forms, c)]);
    expect(Object.fromEntries(shown)).toEqual({
      0: printClosedForm(forms, value('s/2 + log(s)')),
      1: '-1',
      2: '1 / (2 * s)',
    });
  });

  it('put the form together again', () => {
    const form = value('(3*x^3 - x*exp(s) + 1)/(1 + s)');
    const terms = [...coefficientsIn(forms, form, 'x')].map(([e, c]) =>
      forms.multiply(c, forms.integerPower(forms.symbol('x'), e)),
    );
    expect(forms.sum(terms)).toEqual(form);
    expect(coefficientsIn(forms, forms.zero, 'x').size).toBe(0);
  });

  it.each(['exp(x)', 's*log(1 + x^2)', '1/(x + s)'])('are refused for %s, which is no polynomial in x', (text) => {
    expect(() => coefficientsIn(forms, value(text), 'x')).toThrow(UnsupportedError);
    expect(() => coefficientsIn(forms, value(text), 'x')).toThrow(/expected a polynomial in x/);
  });
});
