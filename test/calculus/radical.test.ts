import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import {
  type ClosedForm,
  closedForms,
  evaluateExpression,
  evaluator,
  parseExpression,
  printClosedForm,
  realNumbers,
} from '../../src/calculus/index.ts';
import { DomainError, UnsupportedError } from '../../src/errors.ts';

const declare = () =>
  closedForms([
    { name: 'v', positive: true, order: 6 },
    { name: 'w', positive: true },
    { name: 'x' },
    { name: 'y' },
    { name: 'pi', positive: true },
  ]);
const forms = declare();
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('a power with a fractional exponent', () => {
  it.each([
    ['sqrt(v)*sqrt(v)', 'v'],
    ['v^(1/3)*v^(1/6)', 'sqrt(v)'],
    ['(v^2/v^3)^(1/2)', '1/sqrt(v)'],
    ['sqrt(v^2)', 'v'],
    ['exp(2*x)^(1/2)', 'exp(x)'],
    ['exp(x)*exp(x/2)', 'exp(x/2)^3'],
    ['v^(1/5)*v^(1/7)', 'v^(12/35)'],
    ['sqrt(w)*w^(1/3)', 'w^(5/6)'],
    ['sqrt(6)', 'sqrt(2)*sqrt(3)'],
    ['sqrt(8)', '2*sqrt(2)'],
    ['1/sqrt(2)', 'sqrt(2)/2'],
    ['12^(1/3)*18^(1/3)', '6'],
    ['sqrt(10000000000000000000000000000000000000000)', '10^20'],
    ['sqrt(x^2 + y^2)^2', 'x^2 + y^2'],
    ['sqrt(4*x^2 + 4*y^2)', '2*sqrt(x^2 + y^2)'],
    ['sqrt((1 + x^2)*(1 + y^2))', 'sqrt(1 + x^2)*sqrt(1 + y^2)'],
    ['sqrt((x - y)^5)', '(x - y)^2*sqrt(x - y)'],
    ['sqrt(x*y)*sqrt(x)', 'x*sqrt(y)'],
    ['sqrt((x - 1)*(y - 1))/sqrt(y - 1)', 'sqrt(x - 1)'],
    ['sqrt(w/(1 + x^2))', 'sqrt(w*(1 + x^2))/(1 + x^2)'],
    ['1/(1 + sqrt(2))', 'sqrt(2) - 1'],
    ['1/(sqrt(x) + sqrt(y))', '(sqrt(x) - sqrt(y))/(x - y)'],
    ['(1 + w^(1/3))*(1 - w^(1/3) + w^(2/3))', '1 + w'],
    ['sqrt(1 + sqrt(w))^2', '1 + sqrt(w)'],
    ['log(sqrt(1 + x^2))', 'log(1 + x^2)/2'],
    ['exp(log(1 + x^2)/2)', 'sqrt(1 + x^2)'],
    ['w^x*w^y', 'w^(x + y)'],
    ['(w^x)^2', 'w^(2*x)'],
    ['sin(pi/3)', 'sqrt(3)/2'],
    ['cos(pi/12)^2', '(2 + sqrt(3))/4'],
    ['sin(x + pi/4)', '(sin(x) + cos(x))/sqrt(2)'],
    ['gamma(1/2)', 'sqrt(pi)'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  it.each([
    ['sqrt(x + y)', 'sqrt(x) + sqrt(y)'],
    ['sqrt(2)', '14142135623731/10^13'],
    ['sqrt(1 + x^2)', '1 + x'],
  ])('%s is not %s', (left, right) => {
    const other = declare();
    const [a, b] = [left, right].map((text) => evaluateExpression(other, parseExpression(text), other.symbol));
    expect(a).not.toEqual(b);
  });

  it.each([
    ['v^(1/3)', 'v', 'v^(-2/3)/3'],
    ['sqrt(x^2 + y^2)', 'x', 'x/sqrt(x^2 + y^2)'],
    ['w^(1/5)', 'w', 'w^(-4/5)/5'],
    ['(x^2 + 1)^(3/2)', 'x', '3*x*sqrt(x^2 + 1)'],
    ['sqrt(1 + sqrt(w))', 'w', '1/(4*sqrt(w)*sqrt(1 + sqrt(w)))'],
    ['w^x', 'w', 'x*w^x/w'],
    ['w^x', 'x', 'w^x*log(w)'],
  ])('%s has along %s the derivative %s', (text, name, derivative) => {
    expect(forms.derivative(value(text), name)).toEqual(value(derivative));
  });

  it.each(['sqrt(x^2)', 'sqrt((x - y)^2)', '(x^2)^(1/3)', 'sqrt(x^3*y)', 'sqrt(sin(x)^2)'])(
    'is refused for %s, which would be a power of an absolute value',
    (text) => {
      const other = declare();
      const attempt = () => evaluateExpression(other, parseExpression(text), other.symbol);
      expect(attempt).toThrow(UnsupportedError);
      expect(attempt).toThrow(/absolute value/);
    },
  );

  it.each(['sqrt(-v)', 'sqrt(-2)', 'sqrt(-1 - x^2)'])('is not real for %s', (text) => {
    expect(() => value(text)).toThrow(DomainError);
  });

  it('of factors that would need opposite signs is refused', () => {
    const other = declare();
    other.power(other.multiply(other.symbol('x'), other.symbol('y')), rational(1, 2));
    expect(() => other.power(other.negate(other.symbol('x')), rational(1, 2))).toThrow(/opposite signs/);
  });

  it('of products that share a factor of unknown sign is refused: for -1 thrice sqrt(x y) sqrt(y z) is not y sqrt(x z)', () => {
    const other = closedForms(['x', 'y', 'z'].map((name) => ({ name, positive: false })));
    const root = (text: string) => evaluateExpression(other, parseExpression(text), other.symbol);
    root('sqrt(x*y)');
    expect(() => root('sqrt(y*z)')).toThrow(/unknown sign/);
    // Where the root of y itself is taken, y and so x are positive.
    expect(other.equals(root('sqrt(x*y)'), root('sqrt(y)*sqrt(x)'))).toBe(true);
  });

  it('of zero is zero, or undefined for a negative exponent', () => {
    expect(forms.power(forms.zero, rational(1, 2))).toEqual(forms.zero);
    expect(() => forms.power(forms.zero, rational(-1))).toThrow(DomainError);
    expect(() => forms.power(forms.zero, rational(-1, 2))).toThrow(DomainError);
  });

  it('has the value of the power, whatever roots were taken before, and multiplies by adding exponents', () => {
    const base = fc.constantFrom(
      'w',
      '2',
      '3',
      '6',
      '12',
      '(1 + x^2)',
      '(1 + y^2)',
      '(w + 2*w*x^2)',
      '((1 + x^2)*(1 + y^2))',
    );
    const exponent = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 4 }));
    const power = fc.tuple(base, exponent);
    fc.assert(
      fc.property(fc.array(power, { minLength: 2, maxLength: 4 }), (powers) => {
        const field = declare();
        const at: Record<string, number> = { w: 0.7, x: 1.3, y: 0.4, v: 2 };
        const parse = (text: string): ClosedForm => evaluateExpression(field, parseExpression(text), field.symbol);
        const product = powers.map(([b, [n, d]]) => field.power(parse(b), rational(n, d))).reduce(field.multiply);
        const expected = powers.reduce(
          (total, [b, [n, d]]) =>
            total * evaluateExpression(realNumbers, parseExpression(b), (name) => at[name]) ** (n / d),
          1,
        );
        const actual = evaluator(field, realNumbers, (name) => at[name])(product);
        expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);
        expect(parse(printClosedForm(field, product))).toEqual(product);
        const inverse = powers.map(([b, [n, d]]) => field.power(parse(b), rational(-n, d))).reduce(field.multiply);
        expect(field.multiply(product, inverse)).toEqual(field.one);
      }),
      { numRuns: 60 },
    );
  });
});
