import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { closedForms, evaluateExpression, parseExpression } from '../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([
  { name: 'v', positive: true, order: 6 },
  { name: 'x', order: 2 },
]);
const value = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('a power with a fractional exponent', () => {
  it.each([
    ['sqrt(v)*sqrt(v)', 'v'],
    ['v^(1/3)*v^(1/6)', 'sqrt(v)'],
    ['(v^2/v^3)^(1/2)', '1/sqrt(v)'],
    ['sqrt(v^2)', 'v'],
    ['exp(2*x)^(1/2)', 'exp(x)'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  it('has the derivative of a power', () => {
    expect(forms.derivative(value('v^(1/3)'), 'v')).toEqual(value('v^(-2/3)/3'));
  });

  it.each(['sqrt(x)', 'sqrt(v + 1)', 'v^(1/5)', 'sqrt(2)', 'sqrt(-v)'])('is refused for %s', (text) => {
    expect(() => value(text)).toThrow(UnsupportedError);
    expect(() => value(text)).toThrow(/roots are taken of names declared positive and their products only/);
  });

  it('of zero with a negative exponent is undefined', () => {
    expect(() => forms.power(forms.zero, rational(-1))).toThrow(DomainError);
  });
});
