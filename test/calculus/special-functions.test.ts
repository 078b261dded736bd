import katex from 'katex';
import { describe, expect, it } from 'vitest';
import {
  type ClosedForm,
  closedForms,
  closedFormToTex,
  evaluateExpression,
  evaluator,
  jets,
  parseExpression,
  printClosedForm,
  realNumbers,
} from '../../src/calculus/index.ts';
import { kernelTower } from '../../src/calculus/kernel.ts';
import { twoOverRootOfPi } from '../../src/calculus/special-functions.ts';
import { UnsupportedError } from '../../src/errors.ts';

const forms = closedForms([{ name: 'x' }, { name: 'k', positive: true }, { name: 'pi', positive: true }]);
const value = (text: string): ClosedForm => evaluateExpression(forms, parseExpression(text), forms.symbol);

describe('erf and Bessel functions', () => {
  it.each([
    ['erf(-x)', '-erf(x)'],
    ['erf(0)', '0'],
    ['besseli(0, 0)', '1'],
    ['besseli(1, -x)', '-besseli(1, x)'],
    ['besseli(2, k)', 'besseli(0, k) - 2/k*besseli(1, k)'],
    ['besseli(4, k)', 'besseli(2, k) - 6/k*besseli(3, k)'],
    ['log(besseli(0, k)) + k', 'log(exp(k)*besseli(0, k))'],
  ])('%s is %s', (left, right) => {
    expect(value(left)).toEqual(value(right));
  });

  // A&S 7.1.19, 9.6.26 and 9.6.28
  it.each([
    ['erf(x^2)', 'x', '4*x/sqrt(pi)*exp(-x^4)'],
    ['besseli(0, k)', 'k', 'besseli(1, k)'],
    ['besseli(1, k)', 'k', 'besseli(0, k) - besseli(1, k)/k'],
    ['besseli(3, 2*x)', 'x', 'besseli(2, 2*x) + besseli(4, 2*x)'],
  ])('%s has along %s the derivative %s', (text, name, derivative) => {
    expect(forms.derivative(value(text), name)).toEqual(value(derivative));
  });

  it.each([
    'erf(x)^2/(1 + erf(k))',
    'besseli(1, k)^2/besseli(0, k)',
    'besseli(0, k)^x',
    'log(besseli(0, k))*besseli(2, k)',
  ])('%s prints as it is read, and KaTeX accepts its TeX', (text) => {
    expect(value(printClosedForm(forms, value(text)))).toEqual(value(text));
    katex.renderToString(closedFormToTex(forms, value(text)), { throwOnError: true, strict: 'error' });
  });

  it('are written as in print', () => {
    expect(printClosedForm(forms, value('besseli(1, k)/besseli(0, k)'))).toBe('besseli(1, k) / besseli(0, k)');
    expect(printClosedForm(forms, value('besseli(0, k)^2'))).toBe('besseli(0, k) ^ 2');
    expect(closedFormToTex(forms, value('besseli(0, k)^2'))).toBe('I_{0}\\left(k\\right)^{2}');
    expect(closedFormToTex(forms, value('erf(x)'))).toBe('\\operatorname{erf}\\left(x\\right)');
  });

  it('have known values', () => {
    const at = evaluator(forms, realNumbers, (name) => ({ x: 0.5, k: 2, pi: Math.PI })[name] as number);
    expect(at(value('erf(x)'))).toBeCloseTo(0.5204998778130465, 15); // A&S table 7.1
    expect(at(value('besseli(0, k)'))).toBeCloseTo(2.2795853023360673, 14); // A&S table 9.8
    expect(at(value('besseli(2, k)'))).toBeCloseTo(0.6889484476987382, 14);
  });

  it.each(['erf(x)', 'besseli(1, 3*x)/besseli(0, 3*x)', 'log(besseli(0, x^2 + 26))'])(
    'as jets of %s have the derivatives of the closed form',
    (text) => {
      const field = jets(1, 4);
      const jet = evaluateExpression(field, parseExpression(text), () => field.coordinate(0, 0.4));
      const at = evaluator(forms, realNumbers, (name) => ({ x: 0.4, k: 1, pi: Math.PI })[name] as number);
      let [form, factorial] = [value(text), 1];
      for (let order = 0; order <= 4; order++) {
        expect(jet.coefficients[order]).toBeCloseTo(at(form) / factorial, 9);
        form = forms.derivative(form, 'x');
        factorial *= order + 1;
      }
    },
  );

  it('need the number pi for the derivative of erf', () => {
    const without = closedForms([{ name: 'x' }]);
    expect(() => without.derivative(without.erf(without.symbol('x')), 'x')).toThrow(UnsupportedError);
    expect(() => twoOverRootOfPi(kernelTower([]), forms.power)).toThrow(/declare the symbol pi/);
  });
});
