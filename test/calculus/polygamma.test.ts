import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closedForms,
  closedFormToTex,
  evaluateExpression,
  evaluator,
  jets,
  parseExpression,
  printClosedForm,
  rationalNumbers,
  realNumbers,
} from '../../src/calculus/index.ts';

const forms = closedForms([
  ...['a', 'b', 'k'].map((name) => ({ name, positive: true })),
  { name: 'pi', positive: true, order: 2 },
]);
const form = (text: string) => evaluateExpression(forms, parseExpression(text), forms.symbol);
const printed = (text: string): string => printClosedForm(forms, form(text));

describe('relations that hold by construction', () => {
  test.each([
    ['lgamma(k + 1) - lgamma(k)', 'log(k)'],
    ['lgamma(k) - lgamma(k - 2)', 'log(k - 1) + log(k - 2)'],
    ['digamma(k + 2) - digamma(k)', '1/k + 1/(k + 1)'],
    ['polygamma(1, k + 1)', 'polygamma(1, k) - 1/k^2'],
    ['polygamma(2, k - 1)', 'polygamma(2, k) - 2/(k - 1)^3'],
    ['polygamma(3, a/b + 1)', 'polygamma(3, a/b) - 6*b^4/a^4'],
    ['polygamma(1, (a + 3*b)/(a + b))', 'polygamma(1, 2*b/(a + b)) - (a + b)^2/(2*b)^2'],
    ['gamma(k + 1)/gamma(k)', 'k'],
    ['gamma(6)', '120'],
    ['gamma(7/2)', '15*sqrt(pi)/8'],
    ['beta(a, b)', 'gamma(a)*gamma(b)/gamma(a + b)'],
    ['beta(a, b + 1)/beta(a, b)', 'b/(a + b)'],
    ['polygamma(0, k)', 'digamma(k)'],
    ['polygamma(1, 1)', 'pi^2/6'],
    ['polygamma(1, 1/2)', 'pi^2/2'],
    ['polygamma(3, 2)', 'pi^4/15 - 6'],
    ['polygamma(2, 5/2)', '7*polygamma(2, 1) + 16 + 16/27'],
    ['digamma(3/2)', 'digamma(1) - 2*log(2) + 2'],
  ])('%s = %s', (left, right) => {
    expect(forms.equals(form(left), form(right))).toBe(true);
  });

  test('but different arguments modulo the integers are different', () => {
    expect(forms.equals(form('digamma(k + 1/2)'), form('digamma(k)'))).toBe(false);
    expect(forms.equals(form('polygamma(1, a)'), form('polygamma(1, b)'))).toBe(false);
    expect(forms.equals(form('polygamma(1, a)'), form('polygamma(2, a)'))).toBe(false);
  });

  test('the values that are substituted are those of the functions', () => {
    const cases: [number, string][] = [
      [-1, '9/2'],
      [0, '7/2'],
      [1, '3'],
      [2, '5/2'],
      [3, '3/2'],
      [5, '1'],
      [7, '1/2'],
    ];
    for (const [order, argument] of cases) {
      const a = evaluateExpression(rationalNumbers, parseExpression(argument), () => rationalNumbers.zero);
      const number = evaluator(forms, realNumbers, () => Math.PI)(forms.polygamma(order, forms.fromRational(a)));
      const direct = realNumbers.polygamma(order, realNumbers.fromRational(a));
      expect(Math.abs(number - direct)).toBeLessThan(1e-13 * Math.abs(direct));
    }
  });
});

test('the derivative of each order is the next one, by the chain rule', () => {
  const derivative = (text: string) => forms.derivative(form(text), 'a');
  expect(forms.equals(derivative('lgamma(a*b)'), form('b*digamma(a*b)'))).toBe(true);
  expect(forms.equals(derivative('digamma(a^2)'), form('2*a*polygamma(1, a^2)'))).toBe(true);
  expect(forms.equals(derivative('polygamma(2, a + b)'), form('polygamma(3, a + b)'))).toBe(true);
  expect(forms.isZero(derivative('lgamma(b)'))).toBe(true);
});

test('moving an argument to its canonical place does not change the value', () => {
  const argument = fc.constantFrom('a + 4', 'a/b + 2', '(a + 5*b)/(a + b)', 'a*b + 7/3', '17/5', '3 + a/(2*b)');
  const point = fc.record({
    a: fc.double({ min: 0.1, max: 5, noNaN: true }),
    b: fc.double({ min: 0.1, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.integer({ min: -1, max: 3 }), argument, point, (order, text, { a, b }) => {
      const at = (name: string): number => ({ a, b, k: 1, pi: Math.PI })[name] as number;
      const moved = evaluator(forms, realNumbers, at)(forms.polygamma(order, form(text)));
      const direct = realNumbers.polygamma(order, evaluateExpression(realNumbers, parseExpression(text), at));
      // Poles of the canonical place cancel: their size bounds the rounding.
      const pole = 10 ** (Math.max(order, 0) + 1);
      expect(Math.abs(moved - direct)).toBeLessThan(1e-9 * pole * (1 + Math.abs(direct)));
    }),
  );
});

test('jets of closed forms have the derivatives of closed forms', () => {
  const field = jets(1, 2);
  const expand = evaluator(forms, field, (name) =>
    name === 'k' ? field.coordinate(0, 1.7) : field.constant(name === 'pi' ? Math.PI : 2.5),
  );
  const value = evaluator(forms, realNumbers, (name) => (name === 'k' ? 1.7 : name === 'pi' ? Math.PI : 2.5));
  const f = form('lgamma(k)*polygamma(1, a*k) + digamma(k^2)');
  const slope = forms.derivative(f, 'k');
  const { coefficients } = expand(f);
  expect(coefficients[0]).toBeCloseTo(value(f), 13);
  expect(coefficients[1]).toBeCloseTo(value(slope), 12);
  expect(2 * coefficients[2]).toBeCloseTo(value(forms.derivative(slope, 'k')), 11);
});

test('poles and moves of more than a thousand steps are refused', () => {
  expect(() => form('digamma(0)')).toThrow(/poles at 0, -1, -2/);
  expect(() => form('lgamma(-3)')).toThrow(/poles/);
  expect(() => form('lgamma(k + 1001)')).toThrow(/at most 1000/);
  expect(forms.equals(form('digamma(-1/2)'), form('digamma(1) - 2*log(2) + 2'))).toBe(true);
});

test('text reads back as the same form, and TeX is as papers print it', () => {
  for (const text of ['lgamma(k)', 'digamma(a + b)^2', 'polygamma(2, a/b)/3', 'exp(lgamma(a))*polygamma(1, k)']) {
    expect(forms.equals(form(printed(text)), form(text))).toBe(true);
  }
  expect(closedFormToTex(forms, form('k*polygamma(1, k)'))).toBe('k \\, \\psi_{1}\\left(k\\right)');
  expect(closedFormToTex(forms, form('polygamma(2, k)^2'))).toBe('\\psi_{2}\\left(k\\right)^{2}');
  expect(closedFormToTex(forms, form('digamma(k)'))).toBe('\\psi\\left(k\\right)');
  expect(closedFormToTex(forms, form('lgamma(k)^2'))).toBe('\\left(\\ln\\Gamma\\left(k\\right)\\right)^{2}');
});

test('there is no rational value of log Gamma and its derivatives', () => {
  expect(() => rationalNumbers.polygamma(0, rationalNumbers.one)).toThrow(/irrational/);
});
