import { describe, expect, it } from 'vitest';
import { closedForms, evaluateExpression, parseExpression, prepareExpressions } from '../../src/calculus/index.ts';
import { UnsupportedError } from '../../src/errors.ts';

describe('a field prepared for expressions', () => {
  it.each([
    ['exp(x) + exp(x/2)', '(exp(x/2) + 1)*exp(x/2)'],
    ['sin(x) + sin(x/2)*cos(x/2)', '3*sin(x)/2'],
    ['tan(x) - tan(x/2)', '(tan(x/2) + tan(x/2)^3)/(1 - tan(x/2)^2)'],
    ['exp(sin(x) + exp(x)) + exp(sin(x)/2 + exp(x)/3)', 'exp(sin(x)/2)^2*exp(exp(x)) + exp(sin(x)/2)*exp(exp(x)/3)'],
    ['s^x*s^(x/3)', 's^(4*x/3)'],
  ])('holds %s, whatever comes first', (text, same) => {
    const forms = closedForms([{ name: 'x' }, { name: 's', positive: true }]);
    const [e, other] = [text, same].map(parseExpression);
    prepareExpressions(forms, [e, other], forms.symbol);
    expect(evaluateExpression(forms, e, forms.symbol)).toEqual(evaluateExpression(forms, other, forms.symbol));
  });

  it('is needed: the first fraction decides otherwise', () => {
    const forms = closedForms([{ name: 'x' }]);
    expect(() => evaluateExpression(forms, parseExpression('sin(x) + sin(x/2)'), forms.symbol)).toThrow(
      UnsupportedError,
    );
  });

  it('leaves it to evaluation to report what has no value', () => {
    const forms = closedForms([{ name: 'x' }]);
    prepareExpressions(forms, [parseExpression('exp(1/(x - x))')], forms.symbol);
    expect(forms.kernels.length).toBe(1);
  });
});
